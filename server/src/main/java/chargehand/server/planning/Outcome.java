package chargehand.server.planning;

import java.time.Instant;

/// What an edit makes of a plan, before it is stored.
///
/// @param now the minute for which the calendar was made
record Outcome(LivePlan before, Attempt asked, LivePlan plan, PlanDifference difference, Instant now) {
    /// Whether another edit of the same plan at the same minute would come to the same.
    boolean isOf(LivePlan old, Attempt other, Instant minute) {
        return before == old
                && now.equals(minute)
                && asked.kind() == other.kind()
                && other.calendar() == null
                && asked.edited().changes().equals(other.edited().changes());
    }

    /// The same under the label of the step that asks for it.
    Outcome named(Attempt other) {
        var named = new Attempt(asked.edited(), asked.calendar(), asked.kind(), other.label(), null, asked.exact());
        return new Outcome(before, named, plan, difference, now);
    }
}
