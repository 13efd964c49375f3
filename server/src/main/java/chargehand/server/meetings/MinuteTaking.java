package chargehand.server.meetings;

import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Deadline;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.time.Effort;
import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.identity.Scopes;
import chargehand.server.logbook.LogEntry;
import chargehand.server.logbook.LogKeeping;
import chargehand.server.logbook.LogWrite;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.people.People;
import chargehand.server.planning.PlanEditing;
import chargehand.server.planning.TaskAdding;
import chargehand.server.reporting.Questions;
import chargehand.server.shared.Days;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
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

/// Writes down what was said in a meeting. A line that asks for more becomes it at once: a task of the plan, an entry
/// of the logbook, or a question in the portal.
@Service
public class MinuteTaking {
    private static final int USUAL = 120;
    private static final int SHORTEST = 5;
    private static final int LONGEST = 9_600;

    private final Meetings meetings;
    private final MeetingEditing editing;
    private final LogKeeping log;
    private final Questions questions;
    private final PlanEditing plans;
    private final TaskAdding tasks;
    private final People people;
    private final Scopes scopes;
    private final Audit audit;
    private final LiveEvents live;
    private final Clock clock;

    MinuteTaking(
            Meetings meetings,
            MeetingEditing editing,
            LogKeeping log,
            Questions questions,
            PlanEditing plans,
            TaskAdding tasks,
            People people,
            Scopes scopes,
            Audit audit,
            LiveEvents live,
            Clock clock) {
        this.meetings = meetings;
        this.editing = editing;
        this.log = log;
        this.questions = questions;
        this.plans = plans;
        this.tasks = tasks;
        this.people = people;
        this.scopes = scopes;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    /// @throws Problem if there was no meeting on that day, or the caller may not make of it what the line says
    @Transactional
    public Minute take(Caller caller, UUID project, UUID id, LocalDate day, MinuteWrite written) {
        if (!Days.isWithin(day)) throw Problem.notFound();
        var meeting = editing.find(project, id);
        if (!meeting.isOn(day) && meetings.minutes(id, day).isEmpty())
            throw Problem.invalid("day", "It does not take place on %s.".formatted(day));
        var kind = written.kind();
        if (kind == null)
            throw Problem.invalid("kind", "It isn't said what the line is.")
                    .hint("Say note, decision, task, issue or question.");
        if (kind != Minute.Kind.note && kind != Minute.Kind.issue) needPlanner(caller, project);
        if (written.owner() != null && !people.knows(written.owner()))
            throw Problem.invalid("owner", "There is no such person.");
        var due = Days.optional("due", written.due());
        var text = kind == Minute.Kind.note ? Texts.text("text", written.text()) : Texts.line("text", written.text());
        var minute = new Minute(
                Ids.next(clock),
                day,
                kind,
                text,
                made(caller, meeting, day, kind, text, written),
                written.owner(),
                due,
                caller.account(),
                caller.name(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        meetings.insert(id, minute);
        done(caller, meeting, day, "minute-taken", kind);
        return minute;
    }

    private void needPlanner(Caller caller, UUID project) {
        if (!caller.may(Permission.PLAN_EDIT, project, scopes.client(project).orElse(null)))
            throw Problem.forbidden()
                    .hint(
                            "Whoever plans the project does it. Write it as a note, or as an issue that somebody sees to.");
    }

    private @Nullable String made(
            Caller caller, Meeting meeting, LocalDate day, Minute.Kind kind, String text, MinuteWrite written) {
        return switch (kind) {
            case note -> null;
            case decision -> entry(caller, meeting, LogEntry.Kind.decision, text, day, null, day);
            case issue -> entry(caller, meeting, LogEntry.Kind.issue, text, written.due(), written.owner(), day);
            case task -> task(caller, meeting, text, written);
            case question -> questions.ask(caller, meeting.project(), text).toString();
        };
    }

    private String entry(
            Caller caller,
            Meeting meeting,
            LogEntry.Kind kind,
            String text,
            @Nullable LocalDate when,
            @Nullable UUID owner,
            LocalDate day) {
        var origin = new LogEntry.Origin("meeting", meeting.id(), "%s, %s".formatted(meeting.title(), day));
        var written = new LogWrite(kind, text, null, null, when, owner, null, origin, null);
        return log.add(caller, meeting.project(), written).id().toString();
    }

    /// At the end of the plan, for whoever is to do it; the calendar finds its time.
    private String task(Caller caller, Meeting meeting, String text, MinuteWrite written) {
        int minutes = Objects.requireNonNullElse(written.minutes(), USUAL);
        if (minutes < SHORTEST || minutes > LONGEST)
            throw Problem.invalid(
                    "minutes", "A task of a meeting takes %d to %,d minutes.".formatted(SHORTEST, LONGEST));
        var id = Ids.next(clock).toString();
        var task = Task.of(id, text, new TaskExtent.ByEffort(new Effort(minutes)));
        var owner = written.owner();
        if (owner != null) {
            plans.join(caller, meeting.project(), owner);
            task = task.withAssignments(Assignment.of(owner.toString()));
        }
        if (written.due() != null) task = task.withDeadline(due(meeting, written.due()));
        tasks.add(caller, meeting.project(), List.of(task), List.of(), meeting.title());
        return id;
    }

    private static Deadline due(Meeting meeting, LocalDate day) {
        var end = day.plusDays(1).atStartOfDay(ZoneId.of(meeting.zone())).toInstant();
        return new Deadline(end, meeting.title());
    }

    /// Takes a note back. What a line became stays, and so does the line.
    @Transactional
    public void remove(Caller caller, UUID project, UUID id, UUID line) {
        var meeting = editing.find(project, id);
        var minute = meetings.minute(id, line).orElseThrow(Problem::notFound);
        if (!minute.account().equals(caller.account())) needPlanner(caller, project);
        if (minute.made() != null)
            throw Problem.of(409, "minute-made", "The line has become something", "What it became stands on its own.")
                    .hint("Change it where it is: in the plan, the logbook or the portal.");
        meetings.remove(line);
        done(caller, meeting, minute.day(), "minute-removed", minute.kind());
    }

    private void done(Caller caller, Meeting meeting, LocalDate day, String action, Minute.Kind kind) {
        audit.record(
                caller,
                action,
                "meeting",
                meeting.id(),
                meeting.project(),
                Map.of("title", meeting.title(), "day", day.toString(), "kind", kind.name()));
        live.publish(
                "meeting", meeting.id(), meeting.version(), caller.account(), EventScope.project(meeting.project()));
    }
}
