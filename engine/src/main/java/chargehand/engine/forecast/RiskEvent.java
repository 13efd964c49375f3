package chargehand.engine.forecast;

import chargehand.engine.plan.TaskId;
import java.util.Set;

/// Something that may happen, once in a run or not at all, and then to all its tasks together: a common
/// cause.
///
/// @param id the same risk draws the same, whichever others there are beside it
/// @param chance that it happens, 0 to 1
/// @param tasks that it hits; empty for all of the plan
/// @param share by how much more of their work they take: 0.5 for half as long again; not negative
/// @param minutes of working time that each of them takes longer; of what passes by itself, minutes by the
///     clock
/// @param delay minutes by the clock by which each of them can begin later
public record RiskEvent(String id, double chance, Set<TaskId> tasks, double share, int minutes, int delay) {
    public RiskEvent {
        tasks = Set.copyOf(tasks);
        if (!(chance >= 0 && chance <= 1))
            throw new IllegalArgumentException("A chance (%s) must lie from 0 to 1.".formatted(chance));
        if (!(share >= 0) || minutes < 0 || delay < 0)
            throw new IllegalArgumentException("A risk costs time (share %s, minutes %d, delay %d) and gives none."
                    .formatted(share, minutes, delay));
    }
}
