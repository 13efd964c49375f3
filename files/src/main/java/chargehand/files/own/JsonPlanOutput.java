package chargehand.files.own;

import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Booking;
import chargehand.engine.plan.EstimateRange;
import chargehand.engine.plan.Lag;
import chargehand.engine.plan.Link;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Progress;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.TaskId;
import chargehand.engine.plan.Who;
import chargehand.engine.time.TimeRange;
import chargehand.engine.time.WorkingCalendar;
import chargehand.files.NotCarriedOver;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes a plan so that it reads back as an equal one: all that is not as it would be if it were left out,
/// and what people look for.
final class JsonPlanOutput {
    private final JsonOutput json;
    private final Plan plan;
    private final Times times;
    private final Durations durations;
    private final LinkText linkText;
    private final Map<TaskId, Integer> positions;
    private final Map<TaskId, List<Link>> linksTo;

    JsonPlanOutput(JsonOutput json, Plan plan) {
        this.json = json;
        this.plan = plan;
        times = new Times(plan.zone());
        durations = Durations.working(plan.projectCalendar().minutesOfADay());
        linkText = new LinkText(durations);
        positions = plan.positions();
        linksTo = isInOrderOfTasks(plan.links()) ? bySuccessor(plan.links()) : Map.of();
    }

    /// Then each task can say itself what it waits for; else a list of its own keeps the order.
    private boolean isInOrderOfTasks(List<Link> links) {
        int last = 0;
        for (var link : links) {
            int position = positions.getOrDefault(link.successor(), -1);
            if (position < last) return false;
            last = position;
        }
        return true;
    }

    private static Map<TaskId, List<Link>> bySuccessor(List<Link> links) {
        return links.stream().collect(Collectors.groupingBy(Link::successor));
    }

    void write() {
        json.text("name", plan.name());
        json.text("zone", plan.zone().getId());
        json.text("start", times.text(plan.start()));
        json.text("workingCalendar", plan.calendar());
        json.list("calendars", plan.calendars(), each -> json.object(() -> calendar(each)));
        json.list("people", plan.resources(), each -> json.object(() -> person(each)));
        json.listIfAny("bookings", plan.bookings(), each -> json.object(() -> booking(each)));
        json.list("tasks", plan.tasks(), each -> json.object(() -> task(each)));
        if (linksTo.isEmpty()) json.listIfAny("links", plan.links(), each -> json.object(() -> link(each)));
    }

    static void notCarriedOver(JsonOutput json, List<NotCarriedOver> all) {
        json.list("notCarriedOver", all, each -> json.object(() -> notCarriedOver(json, each)));
    }

    private static void notCarriedOver(JsonOutput json, NotCarriedOver each) {
        json.text("what", each.what());
        json.text("why", each.why());
        json.number("count", each.count());
    }

    private void calendar(WorkingCalendar calendar) {
        json.text("id", calendar.id());
        json.text("name", calendar.name());
        json.text("zone", calendar.zone().getId());
        json.object(
                "week",
                () -> calendar.week().forEach((day, ranges) -> ranges(day.name().toLowerCase(Locale.ROOT), ranges)));
        if (!calendar.exceptions().isEmpty())
            json.object(
                    "exceptions",
                    () -> calendar.exceptions().forEach((date, ranges) -> ranges(date.toString(), ranges)));
    }

    private void ranges(String name, List<TimeRange> ranges) {
        json.texts(
                name,
                ranges.stream()
                        .map(each -> clock(each.fromInclusive()) + "-" + clock(each.toExclusive()))
                        .toList());
    }

    private static String clock(int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
    }

    private void person(Resource person) {
        json.text("id", person.id().value());
        json.text("name", person.name());
        json.number("capacity", person.capacity());
        json.text("calendar", person.calendar());
        if (!person.skills().isEmpty())
            json.texts("skills", person.skills().stream().sorted().toList());
    }

    private void booking(Booking booking) {
        json.text("name", booking.resource().value());
        json.number("units", booking.units());
        json.text("from", times.text(booking.fromInclusive()));
        json.text("to", times.text(booking.toExclusive()));
        json.text("reason", booking.reason());
    }

    private void task(Task task) {
        json.text("id", task.id().value());
        json.text("wbs", task.wbs());
        json.text("name", task.name());
        if (task.parent() != null) json.text("parent", task.parent().value());
        extent(task.extent(), task.range());
        json.listIfAny("assignees", task.assignments(), this::assignment);
        json.listIfAny("after", linksTo.getOrDefault(task.id(), List.of()), this::after);
        json.text("calendar", task.calendar());
        if (task.notBefore() != null) json.text("notBefore", times.text(task.notBefore()));
        if (task.pinnedStart() != null) json.text("pinned", times.text(task.pinnedStart()));
        var deadline = task.deadline();
        if (deadline != null)
            json.object("deadline", () -> {
                json.text("by", times.text(deadline.by()));
                json.text("promisedTo", deadline.promisedTo());
            });
        json.listIfAny(
                "windows",
                task.windows(),
                each -> json.object(() -> {
                    json.text("from", times.text(each.fromInclusive()));
                    json.text("to", times.text(each.toExclusive()));
                }));
        if (task.progress() != null) progress(task.progress());
        if (task.priority() != Task.USUAL_PRIORITY) json.number("priority", task.priority());
    }

    private void extent(TaskExtent extent, @Nullable EstimateRange range) {
        switch (extent) {
            case TaskExtent.ByEffort(var effort) ->
                json.text("work", Estimate.text(effort.personMinutes(), range, durations));
            case TaskExtent.ByWorkingTime(var duration) ->
                json.text("duration", Estimate.text(duration.minutes(), range, durations));
            case TaskExtent.ByElapsedTime(var elapsed) ->
                json.text("elapsed", Estimate.text(elapsed.toMinutes(), range, Durations.ELAPSED));
            case TaskExtent.Milestone() -> json.flag("milestone", true);
            case TaskExtent.Summary() -> json.flag("summary", true);
        }
    }

    private void assignment(Assignment assignment) {
        json.object(() -> {
            switch (assignment.who()) {
                case Who.Named(var resource) -> json.text("name", resource.value());
                case Who.AnyoneWith(var skill) -> json.text("skill", skill);
            }
            json.number("units", assignment.units());
            if (assignment.effort() != null)
                json.text("effort", durations.text(assignment.effort().personMinutes()));
        });
    }

    private void after(Link link) {
        if (linkText.readsBack(link, positions.keySet())) json.text(linkText.text(link));
        else
            json.object(() -> {
                json.text("task", link.predecessor().value());
                typeAndLag(link);
            });
    }

    private void link(Link link) {
        json.text("from", link.predecessor().value());
        json.text("to", link.successor().value());
        typeAndLag(link);
    }

    private void typeAndLag(Link link) {
        json.text("type", link.type().name());
        if (!link.lag().equals(Lag.NONE)) json.text("lag", linkText.text(link.lag()));
    }

    private void progress(Progress progress) {
        json.object("progress", () -> {
            json.text("started", times.text(progress.started()));
            if (progress.finished() != null) json.text("finished", times.text(progress.finished()));
            if (progress.remaining() != null)
                json.text("remaining", durations.text(progress.remaining().minutes()));
        });
    }
}
