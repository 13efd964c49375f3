package chargehand.server.logbook;

import chargehand.server.audit.Audit;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.identity.Scopes;
import chargehand.server.logbook.LogEntry.Deed;
import chargehand.server.logbook.LogEntry.Kind;
import chargehand.server.logbook.LogEntry.State;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.outbox.Notice;
import chargehand.server.outbox.Notice.Occasion;
import chargehand.server.outbox.Notices;
import chargehand.server.people.People;
import chargehand.server.planning.OwnTasks;
import chargehand.server.planning.Project;
import chargehand.server.planning.Projects;
import chargehand.server.planning.TaskKey;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import chargehand.server.shared.Version;
import chargehand.server.work.Texts;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps the logbook: whoever works in a project writes what they see; what was decided is written by those who plan.
@Service
public class LogKeeping {
    private final Logbook logbook;
    private final Projects projects;
    private final OwnTasks tasks;
    private final People people;
    private final Accounts accounts;
    private final Scopes scopes;
    private final Notices notices;
    private final Audit audit;
    private final LiveEvents events;
    private final Clock clock;

    LogKeeping(
            Logbook logbook,
            Projects projects,
            OwnTasks tasks,
            People people,
            Accounts accounts,
            Scopes scopes,
            Notices notices,
            Audit audit,
            LiveEvents events,
            Clock clock) {
        this.logbook = logbook;
        this.projects = projects;
        this.tasks = tasks;
        this.people = people;
        this.accounts = accounts;
        this.scopes = scopes;
        this.notices = notices;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    LogEntry find(UUID project, UUID id) {
        return logbook.find(project, id).orElseThrow(Problem::notFound);
    }

    @Transactional
    public LogEntry add(Caller caller, UUID project, LogWrite written) {
        var kind = written.logKind();
        var home = home(project);
        if (kind == Kind.decision) needPlanner(caller, project);
        var entry = new LogEntry(
                Ids.next(clock),
                project,
                logbook.nextNumber(project, kind),
                kind,
                written.line(),
                written.words(),
                kind == Kind.decision ? Objects.requireNonNullElse(written.decided(), caller.name()) : null,
                day(kind, written, home),
                owner(written),
                tasks(project, written),
                written.born(),
                State.open,
                kind == Kind.decision ? written.changed() : null,
                deed(caller),
                null,
                1);
        store(caller, entry, kind.name() + "-logged");
        tellOwner(caller, entry, home.name());
        return entry;
    }

    private Project home(UUID project) {
        return projects.find(project).filter(each -> each.draft() == null).orElseThrow(Problem::notFound);
    }

    private void needPlanner(Caller caller, UUID project) {
        if (!plans(caller, project))
            throw Problem.forbidden()
                    .hint("Whoever plans the project does it. An issue can be told by everybody in it.");
    }

    boolean plans(Caller caller, UUID project) {
        return caller.may(Permission.PLAN_EDIT, project, scopes.client(project).orElse(null));
    }

    /// Today, for a decision of which no other day is said; one to come was not made yet.
    private @Nullable LocalDate day(Kind kind, LogWrite written, Project home) {
        if (kind != Kind.decision) return written.day();
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of(home.zone()));
        var day = Objects.requireNonNullElse(written.day(), today);
        if (day.isAfter(today))
            throw Problem.invalid("day", "A decision of %s was not made yet.".formatted(day))
                    .hint("Write it as an issue with that day; decide it then.");
        return day;
    }

    private @Nullable UUID owner(LogWrite written) {
        if (written.owner() != null && !people.knows(written.owner()))
            throw Problem.invalid("owner", "There is no such person.");
        return written.owner();
    }

    private List<String> tasks(UUID project, LogWrite written) {
        var about = written.about();
        var keys = about.stream().map(each -> new TaskKey(project, each)).toList();
        if (!tasks.heads(keys).keySet().containsAll(keys))
            throw Problem.invalid("tasks", "Not all of these tasks are in the plan.");
        return about;
    }

    private Deed deed(Caller caller) {
        return new Deed(caller.account(), caller.name(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private void store(Caller caller, LogEntry entry, String action) {
        if (entry.version() > 1) logbook.keep(entry, deed(caller));
        if (!logbook.put(entry)) throw Version.outdated(entry.version());
        audit.record(
                caller,
                action,
                "log",
                entry.id(),
                entry.project(),
                Map.of("kind", entry.kind().name(), "number", entry.number(), "title", entry.title()));
        events.publish("log", entry.project(), null, caller.account(), EventScope.project(entry.project()));
    }

    private void tellOwner(Caller caller, LogEntry entry, String project) {
        if (entry.owner() == null || entry.owner().equals(caller.person())) return;
        var account = accounts.ofPersons(List.of(entry.owner())).get(entry.owner());
        if (account == null) return;
        notices.tell(
                List.of(account.id()),
                new Occasion(Notice.Kind.NEED, entry.project(), false, caller.account()),
                words -> LogLetters.given(words, entry, project, caller.name()));
    }

    /// For whoever made it, sees to it, or plans the project.
    @Transactional
    LogEntry write(Caller caller, UUID project, UUID id, LogWrite written, long version) {
        var known = find(project, id);
        if (known.version() != version) throw Version.outdated(known.version());
        needOwn(caller, known);
        if (written.kind() != null && written.kind() != known.kind())
            throw Problem.invalid("kind", "An entry stays what it is.").hint("Write another one.");
        var home = home(project);
        var entry = new LogEntry(
                id,
                project,
                known.number(),
                known.kind(),
                written.line(),
                written.words(),
                known.kind() == Kind.decision ? Objects.requireNonNullElse(written.decided(), known.who()) : null,
                day(known.kind(), written, home),
                owner(written),
                tasks(project, written),
                known.origin(),
                known.state(),
                known.kind() == Kind.decision || !known.isOpen() ? written.changed() : known.outcome(),
                known.made(),
                known.closed(),
                version + 1);
        store(caller, entry, known.kind().name() + "-written");
        if (!Objects.equals(known.owner(), entry.owner())) tellOwner(caller, entry, home.name());
        return entry;
    }

    private void needOwn(Caller caller, LogEntry entry) {
        boolean own = entry.made().account().equals(caller.account())
                || entry.owner() != null && entry.owner().equals(caller.person());
        if (entry.kind() == Kind.decision || !own) needPlanner(caller, entry.project());
    }

    /// @param outcome what was done or turned out; of a decision why it stands no more
    @Transactional
    public LogEntry end(Caller caller, UUID project, UUID id, State state, @Nullable String outcome) {
        var known = find(project, id);
        needOwn(caller, known);
        if (!known.isOpen())
            throw Problem.of(409, "log-closed", "This entry is closed", "Somebody has said before what came of it.")
                    .hint("Load it again and see; open it again if that is not the end of it.");
        if (!state.isEndOf(known.kind()))
            throw Problem.invalid("state", "That is not how this ends: %s.".formatted(known.kind()))
                    .hint("An issue is closed, an assumption has held or was wrong, a decision is replaced or closed.");
        var words = Texts.text("outcome", outcome);
        // What a decision changed stays; why it stands no more comes after it.
        var both = known.outcome() == null ? words : known.outcome() + "\n" + words;
        var ended = known.ended(state, both, deed(caller));
        store(caller, ended, known.kind().name() + "-ended");
        return ended;
    }

    @Transactional
    LogEntry open(Caller caller, UUID project, UUID id) {
        var known = find(project, id);
        needOwn(caller, known);
        if (known.isOpen()) return known;
        var opened = known.ended(State.open, known.outcome(), null);
        store(caller, opened, known.kind().name() + "-opened");
        return opened;
    }
}
