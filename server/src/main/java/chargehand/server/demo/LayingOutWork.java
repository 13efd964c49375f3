package chargehand.server.demo;

import chargehand.server.identity.Accounts;
import chargehand.server.identity.Caller;
import chargehand.server.work.WorkIntake;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Lays out what the made-up people need and told each other, in their names.
@Component
class LayingOutWork {
    private static final int MINUTES_OF_A_DAY = 480;

    private final WorkIntake intake;
    private final Accounts accounts;

    LayingOutWork(WorkIntake intake, Accounts accounts) {
        this.intake = intake;
        this.accounts = accounts;
    }

    /// @param people by name, `projects` by file
    void layOut(WorkWorld world, Shift shift, Map<String, UUID> people, Map<String, UUID> projects) {
        for (var each : world.needs()) {
            var owner = each.owner() == null ? null : need(people, each.owner());
            var due = each.due() == null ? null : shift.date(each.due());
            boolean client = Boolean.TRUE.equals(each.client());
            intake.need(
                    caller(each.by(), people),
                    need(projects, each.project()),
                    each.task(),
                    new WorkIntake.NewNeed(each.kind(), each.what(), owner, client, due, each.met()));
        }
        for (var each : world.complications())
            intake.complication(
                    caller(each.by(), people),
                    need(projects, each.project()),
                    each.task(),
                    each.what(),
                    each.costDays() == null ? null : each.costDays() * MINUTES_OF_A_DAY,
                    each.done());
        for (var each : world.comments())
            intake.comment(caller(each.by(), people), need(projects, each.project()), each.task(), each.text());
    }

    /// Somebody who may everything, under their own name.
    private Caller caller(String name, Map<String, UUID> people) {
        var person = need(people, name);
        var account = accounts.ofPersons(List.of(person)).get(person);
        var id = account == null ? Caller.SYSTEM.account() : account.id();
        return new Caller(id, name, person, Caller.SYSTEM.grants());
    }

    private static UUID need(Map<String, UUID> known, String name) {
        return Objects.requireNonNull(known.get(name), name);
    }
}
