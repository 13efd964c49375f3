package chargehand.server.work;

import chargehand.server.planning.PlanReading;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The persons of a project.
@Component
class Teams {
    private final PlanReading plans;

    Teams(PlanReading plans) {
        this.plans = plans;
    }

    Set<UUID> of(UUID project) {
        var team = new LinkedHashSet<UUID>();
        plans.current(project)
                .ifPresent(current ->
                        current.plan().resources().forEach(each -> add(each.id().value(), team)));
        return team;
    }

    private static void add(String resource, Set<UUID> team) {
        if (resource.length() != 36) return;
        try {
            team.add(UUID.fromString(resource));
        } catch (IllegalArgumentException nobody) {
            // A resource of an imported plan, behind whom there is no person.
        }
    }
}
