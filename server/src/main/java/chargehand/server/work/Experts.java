package chargehand.server.work;

import chargehand.server.identity.AccountName;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Permission;
import chargehand.server.identity.Recipients;
import chargehand.server.people.People;
import chargehand.server.people.Person;
import chargehand.server.planning.Accountables;
import chargehand.server.planning.Accountables.Held;
import chargehand.server.planning.Accountables.Part;
import chargehand.server.planning.OwnTasks;
import chargehand.server.planning.TaskKey;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who in the team of a project knows a field best that is not that of whoever answers for the project.
@Component
public class Experts {
    private static final int MORE = 1_000;

    private final Accountables accountables;
    private final Accounts accounts;
    private final Recipients recipients;
    private final People people;
    private final OwnTasks tasks;
    private final Teams teams;
    private final Clock clock;

    Experts(
            Accountables accountables,
            Accounts accounts,
            Recipients recipients,
            People people,
            OwnTasks tasks,
            Teams teams,
            Clock clock) {
        this.accountables = accountables;
        this.accounts = accounts;
        this.recipients = recipients;
        this.people = people;
        this.tasks = tasks;
        this.teams = teams;
        this.clock = clock;
    }

    /// Who is to hear what a client asks: of the fields of who works on the task, which the client chose, else of the
    /// fields and skills that the words name. Empty where the field is that of who answers for the project, is
    /// nobody's, or whoever knows it may not draft an answer.
    ///
    /// @param task that it is about, or null
    public Optional<AccountName> toAsk(UUID project, @Nullable String task, String words) {
        var team = people.of(teams.of(project));
        var asked = task == null ? Set.<String>of() : ofTask(new TaskKey(project, task));
        if (asked.isEmpty()) asked = named(words, team);
        if (asked.isEmpty()) return Optional.empty();
        var reached = reached(project, team);
        var among = team.stream().filter(each -> reached.containsKey(each.id())).toList();
        return best(asked, answering(project), among).map(reached::get);
    }

    /// The accounts of those who may draft an answer, by person.
    private Map<UUID, AccountName> reached(UUID project, Collection<Person> team) {
        var byPerson = accounts.ofPersons(team.stream().map(Person::id).toList());
        var may = recipients.whoMay(
                Permission.QUESTIONS_DRAFT,
                byPerson.values().stream().map(AccountName::id).toList(),
                project);
        byPerson.values().removeIf(each -> !may.contains(each.id()));
        return byPerson;
    }

    private static Set<String> named(String words, Collection<Person> team) {
        var all = new HashSet<String>();
        for (var each : team) all.addAll(known(each));
        return new FieldNames(words).among(all);
    }

    /// Fields, and the skills within them.
    private static Set<String> known(Person person) {
        var known = new HashSet<>(person.skills().keySet());
        known.addAll(person.fields());
        return known;
    }

    private Set<String> ofTask(TaskKey task) {
        var head = tasks.heads(List.of(task)).get(task);
        return head == null ? Set.of() : fields(head.people());
    }

    /// Those who answer for a project now; whoever is acting stands in for the manager.
    List<Held> answering(UUID project) {
        var now = clock.instant();
        var today = new ArrayList<Held>();
        for (var each : accountables.history(project)) if (holds(each, now)) today.add(each);
        boolean acting = today.stream().anyMatch(each -> each.part() == Part.acting);
        if (acting) today.removeIf(each -> each.part() == Part.manager);
        return today;
    }

    private static boolean holds(Held held, Instant now) {
        return !held.since().isAfter(now)
                && (held.until() == null || held.until().isAfter(now));
    }

    /// The person who knows most of some fields. Empty where one of them is that of who answers, or none is
    /// anybody's.
    Optional<UUID> best(Set<String> asked, List<Held> answering, Collection<Person> among) {
        if (asked.isEmpty() || isTheirs(asked, answering)) return Optional.empty();
        Person best = null;
        int most = 0;
        for (var each : among) {
            int knows = howWell(each, asked);
            if (knows > most) best = each;
            most = Math.max(most, knows);
        }
        return best == null ? Optional.empty() : Optional.of(best.id());
    }

    private boolean isTheirs(Set<String> asked, List<Held> answering) {
        for (var each : people.of(persons(answering))) if (!Collections.disjoint(asked, known(each))) return true;
        return false;
    }

    /// More of what is asked first, then by the levels of the skills.
    private static int howWell(Person person, Set<String> asked) {
        int knows = 0;
        for (var each : known(person))
            if (asked.contains(each)) knows += MORE + person.skills().getOrDefault(each, 0);
        return knows;
    }

    /// Those who answer, by themselves or by their account.
    private Set<UUID> persons(List<Held> answering) {
        var persons = new HashSet<UUID>();
        var ids = new ArrayList<UUID>();
        for (var each : answering) {
            if (each.person() != null) persons.add(each.person());
            if (each.account() != null) ids.add(each.account());
        }
        for (var each : accounts.names(ids).values()) if (each.person() != null) persons.add(each.person());
        return persons;
    }

    Set<String> fields(Collection<UUID> persons) {
        var fields = new HashSet<String>();
        if (!persons.isEmpty()) for (var each : people.of(persons)) fields.addAll(each.fields());
        return fields;
    }
}
