package chargehand.server.planning;

import java.util.Set;
import java.util.UUID;

/// A plan was changed and its calendar repaired. Published in the transaction of the change.
///
/// @param version of the plan now
/// @param draft whether it only tries something out
/// @param persons those of whose time it has another share than before
public record PlanRescheduled(UUID project, long version, boolean draft, Set<UUID> persons) {
    public PlanRescheduled {
        persons = Set.copyOf(persons);
    }
}
