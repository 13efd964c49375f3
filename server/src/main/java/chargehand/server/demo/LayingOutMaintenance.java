package chargehand.server.demo;

import chargehand.server.identity.Caller;
import chargehand.server.maintenance.MaintenanceIntake;
import chargehand.server.maintenance.MaintenanceIntake.NewPolicy;
import chargehand.server.maintenance.MaintenanceIntake.Past;
import java.util.List;
import org.springframework.stereotype.Component;

/// Lays out change windows, policies and their past rounds.
@Component
class LayingOutMaintenance {
    private final MaintenanceIntake intake;

    LayingOutMaintenance(MaintenanceIntake intake) {
        this.intake = intake;
    }

    void layOut(MaintenanceWorld world, Shift shift) {
        for (var each : world.windows())
            intake.window(
                    Caller.SYSTEM, each.name(), each.rule(), shift.date(each.first()), each.from(), each.minutes());
        for (var each : world.freezes())
            intake.freeze(Caller.SYSTEM, each.name(), shift.date(each.first()), shift.date(each.last()));
        for (var each : world.policies())
            intake.policy(
                    Caller.SYSTEM,
                    moved(each.policy(), shift),
                    each.past().stream().map(LayingOutMaintenance::past).toList());
    }

    private static NewPolicy moved(NewPolicy policy, Shift shift) {
        return new NewPolicy(
                policy.name(),
                policy.kind(),
                policy.rule(),
                shift.date(policy.first()),
                policy.window(),
                policy.approval(),
                policy.steps(),
                policy.wayBack(),
                policy.wayBackMinutes(),
                policy.assets());
    }

    private static Past past(MaintenanceWorld.Past past) {
        var by = new Caller(Caller.SYSTEM.account(), past.by(), null, Caller.SYSTEM.grants());
        return new Past(past.outcome(), past.note(), past.took() == null ? List.of() : past.took(), by);
    }
}
