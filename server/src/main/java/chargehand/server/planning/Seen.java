package chargehand.server.planning;

import java.util.List;
import java.util.Set;

/// What the author of a change had before their eyes.
///
/// @param base the last version that they saw whole
/// @param onTopOf later versions that they have seen all the same: their own steps, confirmed while this one waited
record Seen(long base, Set<Long> onTopOf) {
    static Seen of(long base) {
        return new Seen(base, Set.of());
    }

    /// What others did meanwhile.
    List<PlanChanges.Step> without(List<PlanChanges.Step> steps) {
        return steps.stream().filter(each -> !onTopOf.contains(each.version())).toList();
    }
}
