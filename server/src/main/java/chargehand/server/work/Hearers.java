package chargehand.server.work;

import chargehand.server.identity.AccountName;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Caller;
import chargehand.server.people.People;
import chargehand.server.planning.Accountables.Held;
import chargehand.server.planning.OwnTasks;
import chargehand.server.planning.OwnTasks.Head;
import chargehand.server.work.Complication.Because;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who hears of a complication: whoever answers for the project; where the field is not theirs, whoever in the team
/// knows it best; and those whose days it touches.
@Component
class Hearers {
    private final Experts experts;
    private final Accounts accounts;
    private final People people;
    private final OwnTasks tasks;

    Hearers(Experts experts, Accounts accounts, People people, OwnTasks tasks) {
        this.experts = experts;
        this.accounts = accounts;
        this.people = people;
        this.tasks = tasks;
    }

    /// By account; whoever tells is not told.
    ///
    /// @param touched persons who would work at other times
    /// @param team persons of the project
    Map<UUID, Because> of(Caller teller, Head task, Collection<UUID> touched, Collection<UUID> team) {
        var told = new LinkedHashMap<UUID, Because>();
        var answering = experts.answering(task.key().project());
        for (var each : answering) if (each.account() != null) told.put(each.account(), Because.answers);
        var near = new LinkedHashSet<>(touched);
        for (var next : tasks.after(List.of(task.key())).getOrDefault(task.key(), List.of()))
            near.addAll(next.people());
        near.addAll(task.people());
        var expert = expert(teller, task, answering, team);
        var all = new HashSet<>(near);
        if (expert != null) all.add(expert);
        for (var each : answering) if (each.person() != null) all.add(each.person());
        var byPerson = accounts.ofPersons(all);
        for (var each : answering) put(told, byPerson, each.person(), Because.answers);
        put(told, byPerson, expert, Because.field);
        for (var each : near) put(told, byPerson, each, Because.touched);
        told.remove(teller.account());
        return told;
    }

    private static void put(
            Map<UUID, Because> told, Map<UUID, AccountName> accounts, @Nullable UUID person, Because why) {
        var account = person == null ? null : accounts.get(person);
        if (account != null) told.putIfAbsent(account.id(), why);
    }

    /// Null where the field is that of who answers, or nobody's.
    private @Nullable UUID expert(Caller teller, Head task, List<Held> answering, Collection<UUID> team) {
        var others = people.of(team).stream()
                .filter(each ->
                        !each.id().equals(teller.person()) && !task.people().contains(each.id()))
                .toList();
        return experts.best(experts.fields(task.people()), answering, others).orElse(null);
    }
}
