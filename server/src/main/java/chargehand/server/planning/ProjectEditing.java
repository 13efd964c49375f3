package chargehand.server.planning;

import chargehand.engine.plan.Plan;
import chargehand.engine.time.WorkingCalendar;
import chargehand.server.audit.Audit;
import chargehand.server.identity.AccountName;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Clients;
import chargehand.server.identity.Grants;
import chargehand.server.identity.Permission;
import chargehand.server.identity.Scopes;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.people.People;
import chargehand.server.people.Person;
import chargehand.server.people.WorkingTimes;
import chargehand.server.planning.Accountables.Held;
import chargehand.server.planning.Accountables.Part;
import chargehand.server.shared.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What is done to a project besides its plan.
@Service
public class ProjectEditing {
    private static final int YEARS_AHEAD = 10;

    private final PlanEditing plans;
    private final Projects projects;
    private final Accountables accountables;
    private final WorkingTimes times;
    private final Scopes scopes;
    private final Clients clients;
    private final Accounts accounts;
    private final Grants grants;
    private final People people;
    private final Audit audit;
    private final LiveEvents events;
    private final Clock clock;

    ProjectEditing(
            PlanEditing plans,
            Projects projects,
            Accountables accountables,
            WorkingTimes times,
            Scopes scopes,
            Clients clients,
            Accounts accounts,
            Grants grants,
            People people,
            Audit audit,
            LiveEvents events,
            Clock clock) {
        this.plans = plans;
        this.projects = projects;
        this.accountables = accountables;
        this.times = times;
        this.scopes = scopes;
        this.clients = clients;
        this.accounts = accounts;
        this.grants = grants;
        this.people = people;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// An empty project on the company's working calendar. Whoever makes it answers for it until somebody else does.
    UUID create(Caller caller, NewProjectBody body) {
        clients.need(caller, Permission.PROJECT_CREATE, body.client());
        var start = body.start() == null ? clock.instant() : TaskWriting.moment("start", body.start());
        var own = companyCalendar();
        var zone = body.zone() == null ? own.zone() : PlanEdits.zone(body.zone());
        var plan = new Plan(
                PlanEdits.planName(body.name() == null ? "" : body.name()),
                zone,
                (start == null ? clock.instant() : start).truncatedTo(ChronoUnit.MINUTES),
                "project",
                List.of(new WorkingCalendar("project", "Working week", zone, own.week(), own.exceptions())),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        var kind = body.kind() == null ? Project.Kind.other : body.kind();
        var id = plans.create(caller, new NewProject(body.client(), kind), plan);
        appoint(caller, id, Part.manager, caller.account(), caller.person(), caller.name());
        return id;
    }

    private WorkingCalendar companyCalendar() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("UTC"));
        return times.ofCompany(today, today.plusYears(YEARS_AHEAD));
    }

    /// Makes somebody manager, deputy or acting who has an account that sees the project, or is one of the people;
    /// nobody if there is neither.
    ///
    /// @throws Problem if there is nobody like that
    @Transactional
    void appoint(Caller caller, UUID project, Part part, ProjectController.Appointment who) {
        var name = who.name();
        if (who.person() != null) name = person(who.person()).name();
        if (who.account() != null)
            name = account(who.account(), who.person(), project).name();
        appoint(caller, project, part, who.account(), who.person(), name);
    }

    private Person person(UUID id) {
        return people.find(id).orElseThrow(() -> Problem.invalid("person", "There is no such person."));
    }

    private AccountName account(UUID id, @Nullable UUID person, UUID project) {
        var account = accounts.names(List.of(id)).get(id);
        if (account == null || !grants.reaches(id, project))
            throw Problem.invalid("account", "No account like that sees this project.");
        if (person != null && !person.equals(account.person()))
            throw Problem.invalid("account", "This is not the account of that person.");
        return account;
    }

    /// Makes somebody manager, deputy or acting from now on; nobody if account and person are both null.
    ///
    /// @param account whose grants decide what they may; being accountable alone grants nothing
    @Transactional
    public void appoint(
            Caller caller,
            UUID project,
            Part part,
            @Nullable UUID account,
            @Nullable UUID person,
            @Nullable String name) {
        begin(caller, new Held(project, part, account, person, name == null ? "" : name, clock.instant(), null));
    }

    /// Makes one of the people manager or deputy from a day on; until then it stays as it is.
    ///
    /// @param first on the clock of the project; one that is over is today
    @Transactional
    public void appoint(Caller caller, Project project, Part part, Person person, LocalDate first) {
        var from = first.atStartOfDay(ZoneId.of(project.zone())).toInstant();
        var now = clock.instant();
        var since = from.isBefore(now) ? now : from;
        begin(caller, new Held(project.id(), part, null, person.id(), person.name(), since, null));
    }

    private void begin(Caller caller, Held held) {
        var project = held.project();
        var part = held.part();
        var before = accountables.last(project, part);
        boolean same = before.isPresent()
                && !before.get().since().isAfter(held.since())
                && java.util.Objects.equals(before.get().account(), held.account())
                && java.util.Objects.equals(before.get().person(), held.person());
        if (same) return;
        accountables.end(project, part, held.since());
        boolean somebody = held.account() != null || held.person() != null;
        if (somebody) accountables.begin(held, caller.account());
        audit.record(caller, "accountable-changed", "project", project, project, Map.of("part", part.name()));
        events.publish("project", project, null, caller.account(), EventScope.project(project));
    }

    /// @param moves whether it goes to `client`, null being the company itself
    @Transactional
    void set(
            Caller caller,
            UUID project,
            Project.@Nullable Kind kind,
            @Nullable Boolean finished,
            boolean moves,
            @Nullable UUID client) {
        if (moves) move(caller, project, client);
        projects.set(project, kind, finished, moves, client);
        audit.record(caller, "project-changed", "project", project, project, Map.of());
        events.publish("project", project, null, caller.account(), EventScope.project(project));
    }

    /// With a project everything in it is shown to other people: that is for somebody who decides on both sides.
    private void move(Caller caller, UUID project, @Nullable UUID client) {
        clients.need(caller, Permission.PROJECT_CREATE, client);
        var before = scopes.client(project).orElse(null);
        if (!caller.mayIn(Permission.PROJECT_CREATE, before)) throw Problem.forbidden();
        scopes.register(project, client);
    }
}
