package chargehand.server.planning;

import chargehand.engine.levelling.ScheduledTask;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A calendar that somebody may want instead of today's; nothing moves until they say so.
///
/// @param version of the plan that it was found for; of another it says nothing
/// @param budget how many schedules were generated to find it, from `seed`
/// @param why a code for its words, with `values`
/// @param moves where the tasks that it moves would be
/// @param facts the people as they are now, where it is those that have changed
/// @param findings what of today's calendar no longer fits
record Proposal(
        UUID id,
        UUID project,
        Kind kind,
        long version,
        Instant at,
        long seed,
        int budget,
        Instant finishWas,
        Instant finishNow,
        @Nullable Instant bound,
        String why,
        Map<String, Object> values,
        List<ScheduledTask> moves,
        PlanJson.@Nullable FactsDocument facts,
        List<FindingView> findings) {
    enum Kind {
        /// the same plan and people, a better order
        calendar,
        /// people are other than when the calendar was made
        facts
    }
}
