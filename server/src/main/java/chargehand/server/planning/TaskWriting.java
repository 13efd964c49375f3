package chargehand.server.planning;

import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Deadline;
import chargehand.engine.plan.EstimateRange;
import chargehand.engine.plan.Progress;
import chargehand.engine.plan.ResourceId;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.TaskId;
import chargehand.engine.plan.Who;
import chargehand.engine.plan.Window;
import chargehand.engine.time.Effort;
import chargehand.engine.time.WorkingDuration;
import chargehand.server.planning.TaskFields.Actual;
import chargehand.server.planning.TaskFields.Assigned;
import chargehand.server.planning.TaskFields.Kind;
import chargehand.server.planning.TaskFields.Promise;
import chargehand.server.planning.TaskFields.Span;
import chargehand.server.shared.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Between a task of the engine and the fields that people set.
final class TaskWriting {
    static final long A_DAY = 480;
    private static final int LONGEST_NAME = 500;
    private static final long FIFTY_YEARS = 50L * 366 * 24 * 60;
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private TaskWriting() {}

    static TaskFields fields(Task task) {
        return new TaskFields(
                null,
                task.name(),
                kind(task.extent()),
                minutes(task.extent()),
                task.assignments().isEmpty()
                        ? null
                        : task.assignments().stream().map(TaskWriting::assigned).toList(),
                task.calendar(),
                task.notBefore(),
                task.pinnedStart(),
                task.deadline() == null
                        ? null
                        : new Promise(task.deadline().by(), task.deadline().promisedTo()),
                task.windows().isEmpty()
                        ? null
                        : task.windows().stream()
                                .map(each -> new Span(each.fromInclusive(), each.toExclusive()))
                                .toList(),
                progress(task.progress()),
                task.priority() == Task.USUAL_PRIORITY ? null : task.priority(),
                range(task.range()));
    }

    static Kind kind(TaskExtent extent) {
        return switch (extent) {
            case TaskExtent.ByEffort e -> Kind.effort;
            case TaskExtent.ByWorkingTime e -> Kind.duration;
            case TaskExtent.ByElapsedTime e -> Kind.elapsed;
            case TaskExtent.Milestone e -> Kind.milestone;
            case TaskExtent.Summary e -> Kind.summary;
        };
    }

    static @Nullable Long minutes(TaskExtent extent) {
        return switch (extent) {
            case TaskExtent.ByEffort(var effort) -> effort.personMinutes();
            case TaskExtent.ByWorkingTime(var duration) -> (long) duration.minutes();
            case TaskExtent.ByElapsedTime(var duration) -> duration.toMinutes();
            case TaskExtent.Milestone(), TaskExtent.Summary() -> null;
        };
    }

    private static Assigned assigned(Assignment each) {
        var minutes = each.effort() == null ? null : each.effort().personMinutes();
        return switch (each.who()) {
            case Who.Named(var resource) -> new Assigned(resource.value(), null, each.units(), minutes);
            case Who.AnyoneWith(var skill) -> new Assigned(null, skill, each.units(), minutes);
        };
    }

    private static @Nullable Actual progress(@Nullable Progress progress) {
        if (progress == null) return null;
        var remaining = progress.remaining();
        return new Actual(progress.started(), progress.finished(), remaining == null ? null : remaining.minutes());
    }

    /// A task with all of these fields; what is absent is as usual.
    static Task task(TaskId id, @Nullable TaskId parent, TaskFields fields) {
        var task = Task.of(id.value(), name(fields.name()), extent(fields.kind(), fields.minutes()))
                .withParent(parent);
        for (var field : TaskField.values())
            if (field != TaskField.NAME && field != TaskField.KIND && field != TaskField.MINUTES)
                if (field.of(fields) != null) task = with(task, field, fields);
        return task;
    }

    /// The same task with one field as the values have it. Kind and minutes are set together by [#extent].
    static Task with(Task task, TaskField field, TaskFields values) {
        return switch (field) {
            case NAME -> renamed(task, name(values.name()));
            case KIND, MINUTES -> task;
            case ASSIGNMENTS -> task.withAssignments(assignments(values.assignments()));
            case CALENDAR -> task.withCalendar(values.calendar());
            case NOT_BEFORE -> task.withNotBefore(moment("notBefore", values.notBefore()));
            case PINNED -> task.withPinnedStart(moment("pinned", values.pinned()));
            case DEADLINE -> task.withDeadline(deadline(values.deadline()));
            case WINDOWS -> task.withWindows(windows(values.windows()));
            case PROGRESS -> task.withProgress(progress(values.progress()));
            case PRIORITY -> task.withPriority(priority(values.priority()));
            case RANGE -> task.withRange(range(values.range()));
        };
    }

    private static Task renamed(Task task, String name) {
        return new Task(
                task.id(),
                task.wbs(),
                name,
                task.parent(),
                task.extent(),
                task.assignments(),
                task.calendar(),
                task.notBefore(),
                task.pinnedStart(),
                task.deadline(),
                task.windows(),
                task.progress(),
                task.priority(),
                task.range());
    }

    static String name(@Nullable String name) {
        var text = name == null ? "" : name.strip();
        if (text.length() > LONGEST_NAME)
            throw Problem.invalid("name", "A name has at most %d characters.".formatted(LONGEST_NAME));
        return text;
    }

    /// What is absent is a day of work.
    static TaskExtent extent(@Nullable Kind kind, @Nullable Long minutes) {
        long length = minutes == null ? A_DAY : minutes;
        if (length < 0 || length > FIFTY_YEARS)
            throw Problem.invalid("minutes", "%d is no length for a task.".formatted(length));
        return switch (kind == null ? Kind.effort : kind) {
            case effort -> new TaskExtent.ByEffort(new Effort(length));
            case duration -> new TaskExtent.ByWorkingTime(new WorkingDuration((int) length));
            case elapsed -> new TaskExtent.ByElapsedTime(Duration.ofMinutes(length));
            case milestone -> new TaskExtent.Milestone();
            case summary -> new TaskExtent.Summary();
        };
    }

    private static List<Assignment> assignments(@Nullable List<Assigned> assigned) {
        return assigned == null
                ? List.of()
                : assigned.stream().map(TaskWriting::assignment).toList();
    }

    private static Assignment assignment(Assigned each) {
        if ((each.person() == null) == (each.skill() == null))
            throw Problem.invalid("assignments", "An assignment has either a person or a skill.");
        if (each.units() < 1 || each.units() > 100_000)
            throw Problem.invalid("assignments", "The units of an assignment are percent of one person, at least 1.");
        var effort = each.minutes() == null ? null : new Effort(within(each.minutes()));
        var who = each.person() != null
                ? new Who.Named(new ResourceId(each.person()))
                : new Who.AnyoneWith(String.valueOf(each.skill()));
        return new Assignment(who, each.units(), effort);
    }

    private static long within(long minutes) {
        if (minutes < 0 || minutes > FIFTY_YEARS)
            throw Problem.invalid("assignments", "%d minutes can't be worked.".formatted(minutes));
        return minutes;
    }

    static @Nullable Instant moment(String field, @Nullable Instant at) {
        if (at == null) return null;
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST))
            throw Problem.invalid(field, "%s is out of the time that plans are for.".formatted(at));
        return at.truncatedTo(ChronoUnit.MINUTES);
    }

    private static Instant need(String field, @Nullable Instant at) {
        var moment = moment(field, at);
        if (moment == null) throw Problem.invalid(field, "A moment is missing.");
        return moment;
    }

    private static @Nullable Deadline deadline(@Nullable Promise promise) {
        if (promise == null) return null;
        return new Deadline(need("deadline", promise.by()), promise.promisedTo());
    }

    private static List<Window> windows(@Nullable List<Span> spans) {
        return spans == null
                ? List.of()
                : spans.stream().map(TaskWriting::window).toList();
    }

    private static Window window(Span span) {
        var from = need("windows", span.from());
        var to = need("windows", span.to());
        if (!from.isBefore(to)) throw Problem.invalid("windows", "A window ends after it begins.");
        return new Window(from, to);
    }

    private static @Nullable Progress progress(@Nullable Actual actual) {
        if (actual == null) return null;
        var started = need("progress", actual.started());
        var finished = moment("progress", actual.finished());
        if (finished != null && finished.isBefore(started))
            throw Problem.invalid("progress", "Work can't have ended before it began.");
        var remaining = actual.remainingMinutes();
        if (remaining != null && (remaining < 0 || remaining > FIFTY_YEARS))
            throw Problem.invalid("progress", "%d minutes can't remain.".formatted(remaining));
        return new Progress(started, finished, remaining == null ? null : new WorkingDuration(remaining));
    }

    private static TaskFields.@Nullable Between range(@Nullable EstimateRange range) {
        return range == null ? null : new TaskFields.Between(range.low(), range.high());
    }

    private static @Nullable EstimateRange range(TaskFields.@Nullable Between said) {
        if (said == null) return null;
        if (said.low() < 1 || said.low() >= said.high() || said.high() > FIFTY_YEARS)
            throw Problem.invalid("range", "A range goes from at least a minute up to something longer.");
        return new EstimateRange(said.low(), said.high());
    }

    private static int priority(@Nullable Integer priority) {
        if (priority == null) return Task.USUAL_PRIORITY;
        if (priority < 0 || priority > 1000) throw Problem.invalid("priority", "A priority is 0 to 1000.");
        return priority;
    }
}
