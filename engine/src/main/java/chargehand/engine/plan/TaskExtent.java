package chargehand.engine.plan;

import chargehand.engine.time.Effort;
import chargehand.engine.time.WorkingDuration;
import java.time.Duration;

/// How much there is to a task. A task that has others beneath it is a [Summary] and spans what they span.
public sealed interface TaskExtent {
    /// People's work, shared by the task's assignments in proportion to their units: twice the people, half the time.
    /// Without an assignment it lasts as if one person did it on the project's calendar.
    record ByEffort(Effort effort) implements TaskExtent {}

    /// Working time on the calendar of each who is assigned, however many they are.
    record ByWorkingTime(WorkingDuration duration) implements TaskExtent {}

    /// Time that passes by itself: nights and weekends count. Whole minutes, never negative.
    record ByElapsedTime(Duration duration) implements TaskExtent {
        public ByElapsedTime {
            if (duration.isNegative() || duration.toMinutes() * 60 != duration.toSeconds() || duration.getNano() != 0)
                throw new IllegalArgumentException(
                        "An elapsed time must be whole minutes and not negative, not %s.".formatted(duration));
        }
    }

    /// A moment: it starts when it finishes, and is not held by nights or weekends.
    record Milestone() implements TaskExtent {}

    record Summary() implements TaskExtent {}

    /// In its own measure, of people, working or by the clock; 0 for a moment or a summary.
    default long minutes() {
        return switch (this) {
            case ByEffort(var effort) -> effort.personMinutes();
            case ByWorkingTime(var duration) -> duration.minutes();
            case ByElapsedTime(var duration) -> duration.toMinutes();
            case Milestone(), Summary() -> 0;
        };
    }
}
