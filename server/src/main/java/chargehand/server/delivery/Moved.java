package chargehand.server.delivery;

import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.plan.TaskId;
import chargehand.server.identity.Accounts;
import chargehand.server.planning.Trials.Trial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Says whose work a change touches: tasks that come, or that are planned for other times.
@Component
class Moved {
    private final Accounts accounts;

    Moved(Accounts accounts) {
        this.accounts = accounts;
    }

    record Task(String name, Instant start, Instant finish) {}

    /// For each account that works on them, the tasks that moved, in the order of the plan.
    Map<UUID, List<Task>> by(Trial trial) {
        var was = new HashMap<TaskId, ScheduledTask>();
        for (var each : trial.today().calendar().tasks()) was.put(each.task(), each);
        var byPerson = new LinkedHashMap<UUID, List<Task>>();
        var tasks = trial.then().plan().tasks();
        for (int i = 0; i < tasks.size(); i++) {
            var now = trial.then().calendar().tasks().get(i);
            var before = was.get(now.task());
            boolean isThere = before != null
                    && before.start().equals(now.start())
                    && before.finish().equals(now.finish());
            if (isThere || tasks.get(i).isSummary()) continue;
            var task = new Task(tasks.get(i).name(), now.start(), now.finish());
            now.assignments().stream()
                    .flatMap(each -> person(each.resource().value()).stream())
                    .distinct()
                    .forEach(each -> byPerson.computeIfAbsent(each, any -> new ArrayList<>())
                            .add(task));
        }
        var byAccount = new LinkedHashMap<UUID, List<Task>>();
        var known = accounts.ofPersons(byPerson.keySet());
        byPerson.forEach((person, moved) -> {
            var account = known.get(person);
            if (account != null) byAccount.put(account.id(), moved);
        });
        return byAccount;
    }

    /// Resources of imported plans are nobody of ours.
    private static Optional<UUID> person(String resource) {
        try {
            return Optional.of(UUID.fromString(resource));
        } catch (IllegalArgumentException nobody) {
            return Optional.empty();
        }
    }
}
