package chargehand.server.demo;

import chargehand.server.identity.Caller;
import chargehand.server.increments.IncrementIntake;
import chargehand.server.increments.IncrementIntake.Taken;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Lays out increments that were worked through, the one that goes on, and those to come.
@Component
class LayingOutIncrements {
    private final IncrementIntake intake;

    LayingOutIncrements(IncrementIntake intake) {
        this.intake = intake;
    }

    /// @param projects by file
    void layOut(IncrementWorld world, Shift shift, Map<String, UUID> projects) {
        for (var each : world.increments()) increment(each, shift, need(projects, each.project()));
        for (var each : world.boards()) {
            var project = need(projects, each.project());
            intake.limits(named("Greta Paulsen"), project, each.work(), each.review());
            for (var card : each.cards()) intake.move(named(card.by()), project, card.task(), card.column());
        }
    }

    private void increment(IncrementWorld.Increment increment, Shift shift, UUID project) {
        var begin = increment.committed() == null
                ? increment.starts().minusDays(28).atTime(10, 0)
                : increment.committed().minusHours(1);
        var taken = new ArrayList<Taken>();
        for (var task : increment.tasks()) taken.add(new Taken(task, at(shift, begin), increment.by()));
        if (increment.added() != null)
            for (var each : increment.added()) taken.add(new Taken(each.task(), at(shift, each.at()), each.by()));
        intake.lay(
                named(increment.by()),
                project,
                new IncrementIntake.NewIncrement(
                        increment.goal(),
                        shift.date(increment.starts()),
                        shift.date(increment.ends()),
                        taken,
                        moment(shift, increment.committed()),
                        moment(shift, increment.reviewed()),
                        increment.review(),
                        increment.learnt()));
    }

    private static @Nullable Instant moment(Shift shift, @Nullable LocalDateTime local) {
        return local == null ? null : at(shift, local);
    }

    private static Instant at(Shift shift, LocalDateTime local) {
        return shift.moment(local.atZone(shift.zone()).toInstant());
    }

    private static Caller named(String name) {
        return new Caller(Caller.SYSTEM.account(), name, null, Caller.SYSTEM.grants());
    }

    private static UUID need(Map<String, UUID> known, String name) {
        return Objects.requireNonNull(known.get(name), name);
    }
}
