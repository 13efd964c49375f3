package chargehand.server.work;

import chargehand.engine.plan.Progress;
import chargehand.engine.time.WorkingDuration;
import chargehand.server.planning.ProgressReporting.Known;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// What somebody tells of a task. What is absent is as was told before, else as the calendar has it.
///
/// @param started when work began; for one that had not begun, as planned or now, whichever is earlier
/// @param finished when it was done; now
/// @param remainingMinutes the working time still to do, of one that is begun
@Schema(name = "ProgressReport")
record ProgressReport(
        @Nullable State state,
        @Nullable Instant started,
        @Nullable Instant finished,
        @Nullable Integer remainingMinutes) {
    /// `planned` takes back that it was begun or done.
    @Schema(name = "ReportedState")
    enum State {
        planned,
        begun,
        done
    }

    /// @throws Problem for what can't have happened
    @Nullable
    Progress progress(Known task, Instant now) {
        if (state == null)
            throw Problem.invalid("state", "It isn't said how the task stands.").hint("Say planned, begun or done.");
        return switch (state) {
            case planned -> null;
            case begun -> new Progress(began(task, now), null, remaining(task));
            case done -> done(task, now);
        };
    }

    private Progress done(Known task, Instant now) {
        var end = finished == null ? now : past("finished", finished, now);
        var begin = began(task, now);
        if (end.isBefore(begin)) {
            if (started != null) throw Problem.invalid("finished", "Work can't have ended before it began.");
            begin = end;
        }
        return new Progress(begin, end, null);
    }

    private Instant began(Known task, Instant now) {
        if (started != null) return past("started", started, now);
        if (task.progress() != null) return task.progress().started();
        return task.start().isBefore(now) ? task.start() : now;
    }

    private static Instant past(String field, Instant at, Instant now) {
        if (at.isAfter(now)) throw Problem.invalid(field, "%s is still to come.".formatted(at));
        return at.truncatedTo(ChronoUnit.MINUTES);
    }

    private @Nullable WorkingDuration remaining(Known task) {
        if (remainingMinutes == null)
            return task.progress() == null ? null : task.progress().remaining();
        if (remainingMinutes < 0) throw Problem.invalid("remainingMinutes", "Less than nothing can't remain.");
        return new WorkingDuration(remainingMinutes);
    }

    /// What the step is called in the plan's history.
    String label(String name) {
        return switch (state == null ? State.planned : state) {
            case planned -> "Not begun: “%s”".formatted(name);
            case begun ->
                remainingMinutes == null
                        ? "Begun: “%s”".formatted(name)
                        : "%s left: “%s”".formatted(hours(remainingMinutes), name);
            case done -> "Done: “%s”".formatted(name);
        };
    }

    private static String hours(int minutes) {
        if (minutes % 60 == 0) return minutes / 60 + " h";
        return minutes < 60 ? minutes + " min" : "%d h %d min".formatted(minutes / 60, minutes % 60);
    }
}
