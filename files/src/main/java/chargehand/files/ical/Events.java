package chargehand.files.ical;

import chargehand.engine.explain.Words;
import chargehand.engine.levelling.ScheduledAssignment;
import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.plan.Deadline;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.ResourceId;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.files.Planned;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.TextList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;

/// Makes the events of one planned project.
final class Events {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

    private final Planned planned;
    private final Plan plan;
    private final Words words;
    private final Map<ResourceId, String> names;

    Events(Planned planned) {
        this.planned = planned;
        plan = planned.plan();
        words = new Words(plan);
        names = plan.resources().stream().collect(Collectors.toMap(Resource::id, Resource::name));
    }

    /// From the task's start to its finish; what takes no time has no end, which is how a calendar shows a
    /// moment.
    VEvent work(int index) {
        Task task = plan.tasks().get(index);
        ScheduledTask scheduled = planned.calendar().tasks().get(index);
        var event = event(task, "work", task.name(), description(index, scheduled), categories(task, scheduled));
        event.add(new DtStart<>(scheduled.start()));
        if (scheduled.start().isBefore(scheduled.finish())) event.add(new DtEnd<>(scheduled.finish()));
        return event;
    }

    /// The whole day on which it ends, in the project's zone.
    VEvent deadline(int index, Deadline deadline) {
        Task task = plan.tasks().get(index);
        var scheduled = planned.calendar().tasks().get(index);
        var lines = new ArrayList<String>();
        if (deadline.promisedTo() != null) lines.add("Promised to " + deadline.promisedTo() + ".");
        lines.add("By " + MINUTE.format(deadline.by().atZone(plan.zone())) + ".");
        lines.add("Planned to finish on " + MINUTE.format(scheduled.finish().atZone(plan.zone())) + ".");
        var event = event(task, "deadline", "Deadline: " + task.name(), lines, List.of("Deadline"));
        var day = lastDayBefore(deadline.by());
        event.add(new DtStart<>(day));
        event.add(new DtEnd<>(day.plusDays(1)));
        return event;
    }

    /// A deadline at midnight belongs to the day that ends then.
    private LocalDate lastDayBefore(Instant by) {
        return by.minusNanos(1).atZone(plan.zone()).toLocalDate();
    }

    /// Nobody is shown as busy: the file is about the project, whoever opens it.
    private VEvent event(Task task, String kind, String summary, List<String> lines, List<String> categories) {
        var event = new VEvent(false);
        event.add(new Uid(uid(task, kind)));
        event.add(new DtStamp(planned.now() != null ? planned.now() : plan.start()));
        event.add(new Summary(PlainText.line(summary)));
        event.add(new Description(PlainText.of(String.join("\n", lines))));
        event.add(new Categories(new TextList(categories)));
        event.add(ImmutableTransp.TRANSPARENT);
        return event;
    }

    private String uid(Task task, String kind) {
        var key = String.join("\n", plan.name(), task.id().value(), kind);
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)) + "@chargehand";
    }

    private List<String> description(int index, ScheduledTask scheduled) {
        var lines = new ArrayList<String>();
        if (!scheduled.assignments().isEmpty())
            lines.add(scheduled.assignments().stream().map(this::who).collect(Collectors.joining(", ")));
        if (planned.forecast().runs() > 0) {
            var likely = planned.forecast().tasks().get(index).p80();
            lines.add("Likely by " + DAY.format(likely.atZone(plan.zone())) + ".");
        }
        lines.add(words.why(planned.reasons().get(index)));
        return lines;
    }

    private String who(ScheduledAssignment assignment) {
        var name =
                names.getOrDefault(assignment.resource(), assignment.resource().value());
        return assignment.units() == 100 ? name : name + " (" + assignment.units() + " %)";
    }

    private static List<String> categories(Task task, ScheduledTask scheduled) {
        var categories = new ArrayList<String>();
        categories.add(task.extent() instanceof TaskExtent.Milestone ? "Milestone" : "Task");
        if (scheduled.critical()) categories.add("Critical");
        return categories;
    }
}
