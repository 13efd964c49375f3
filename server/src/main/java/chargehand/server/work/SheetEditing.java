package chargehand.server.work;

import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.planning.Projects;
import chargehand.server.shared.Problem;
import chargehand.server.shared.Version;
import chargehand.server.work.Sheet.Line;
import chargehand.server.work.Sheet.State;
import chargehand.server.work.SheetReading.Known;
import chargehand.server.work.SheetWrite.LineWrite;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Tells, submits, approves and corrects the hours of a week. What was approved is never written over: a correction is
/// a
/// revision of its own, and counts once it is approved, too.
@Service
class SheetEditing {
    private final Sheets sheets;
    private final SheetReading reading;
    private final SheetRights rights;
    private final TaskRights tasks;
    private final Projects projects;
    private final SheetLetters letters;
    private final Audit audit;
    private final LiveEvents live;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SheetEditing(
            Sheets sheets,
            SheetReading reading,
            SheetRights rights,
            TaskRights tasks,
            Projects projects,
            SheetLetters letters,
            Audit audit,
            LiveEvents live,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sheets = sheets;
        this.reading = reading;
        this.rights = rights;
        this.tasks = tasks;
        this.projects = projects;
        this.letters = letters;
        this.audit = audit;
        this.live = live;
        this.events = events;
        this.clock = clock;
    }

    /// @param version that was read: 0 for a week that nobody has begun
    @Transactional
    Known write(Caller caller, UUID person, LocalDate week, SheetWrite written, long version) {
        var known = reading.find(caller, person, week);
        rights.needTelling(caller, known.person(), known.sheet());
        if (known.sheet().version() != version)
            throw Version.outdated(known.sheet().version());
        needState(known.sheet(), State.open);
        written.check((int) (reading.today(known.person()).toEpochDay() - week.toEpochDay() + 1));
        var lines = new ArrayList<Line>();
        for (int i = 0; i < written.lines().size(); i++)
            lines.add(line(caller, i, written.lines().get(i), known.sheet()));
        var sheet = known.sheet().with(lines);
        store(caller, sheet, "hours-told");
        if (version == 0) sheets.begin(sheet, null, deed(caller));
        sheets.writeLines(sheet);
        return new Known(known.person(), sheet);
    }

    private static void needState(Sheet sheet, State needed) {
        if (sheet.state() != needed)
            throw Problem.of(
                            409,
                            "sheet-state",
                            "The week is at another step",
                            "The hours of the week of %s are %s.".formatted(sheet.week(), word(sheet.state())))
                    .hint(
                            sheet.state() == State.approved
                                    ? "Correct them: what was approved stays beside it."
                                    : "Load the week again and see how it stands.")
                    .with("state", sheet.state().name());
    }

    private static String word(State state) {
        return switch (state) {
            case open -> "not submitted";
            case submitted -> "submitted and wait to be approved";
            case approved -> "approved";
        };
    }

    private Line line(Caller caller, int place, LineWrite written, Sheet before) {
        var code = written.costCode(place);
        var note = Texts.optionalLine("lines[%d].note".formatted(place), written.note());
        var project = written.project();
        var task = written.task();
        if (project == null || task == null) {
            if (code == null)
                throw Problem.invalid(
                                "lines[%d].code".formatted(place), "It is neither said which task, nor which code.")
                        .hint("Choose a task, or write the cost code of the company's own time.");
            return new Line(null, null, code, code, note, written.minutes());
        }
        // What the plan has lost since stays told.
        for (var each : before.lines())
            if (project.equals(each.project()) && task.equals(each.task()))
                return new Line(project, task, each.name(), code, note, written.minutes());
        return new Line(project, task, name(caller, project, task), code, note, written.minutes());
    }

    /// @throws Problem 404 where the caller sees no such task, or it is a draft's
    private String name(Caller caller, UUID project, String task) {
        var head = tasks.task(project, task);
        boolean draft = projects.find(project).map(each -> each.draft() != null).orElse(true);
        if (draft || !tasks.isIn(caller, head)) throw Problem.notFound();
        return head.name();
    }

    private void store(Caller caller, Sheet sheet, String action) {
        if (!sheets.put(sheet)) throw Version.outdated(sheet.version());
        audit.record(
                caller,
                action,
                "person",
                sheet.person(),
                null,
                Map.of("week", sheet.week().toString(), "hours", sheet.sum() / 60.0, "revision", sheet.revision()));
        live.publish("sheet", sheet.person(), sheet.version(), caller.account(), EventScope.company());
    }

    private Need.Deed deed(Caller caller) {
        return new Need.Deed(caller.account(), caller.name(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    @Transactional
    Known submit(Caller caller, UUID person, LocalDate week) {
        var known = reading.find(caller, person, week);
        rights.needTelling(caller, known.person(), known.sheet());
        needState(known.sheet(), State.open);
        if (known.sheet().sum() == 0)
            throw Problem.invalid("lines", "There are no hours in this week.").hint("Tell some first.");
        var sheet = known.sheet().as(State.submitted);
        store(caller, sheet, "hours-submitted");
        sheets.submitted(sheet, deed(caller));
        letters.submitted(caller, known.person(), sheet);
        return new Known(known.person(), sheet);
    }

    @Transactional
    Known takeBack(Caller caller, UUID person, LocalDate week) {
        var known = reading.find(caller, person, week);
        rights.needTelling(caller, known.person(), known.sheet());
        needState(known.sheet(), State.submitted);
        var sheet = known.sheet().as(State.open);
        store(caller, sheet, "hours-taken-back");
        sheets.submitted(sheet, null);
        return new Known(known.person(), sheet);
    }

    @Transactional
    Known approve(Caller caller, UUID person, LocalDate week) {
        var known = reading.find(caller, person, week);
        rights.needApproving(caller, known.person(), known.sheet());
        needState(known.sheet(), State.submitted);
        var counted = sheets.lines(person, week, known.sheet().approved());
        var sheet = known.sheet().as(State.approved);
        store(caller, sheet, "hours-approved");
        sheets.decided(sheet, deed(caller), null);
        letters.decided(caller, known.person(), sheet, null);
        var touched = new HashSet<UUID>();
        for (var lines : List.of(counted, sheet.lines()))
            for (var each : lines) if (each.project() != null) touched.add(each.project());
        events.publishEvent(new HoursApproved(touched));
        return new Known(known.person(), sheet);
    }

    /// @param why what is to be told otherwise
    @Transactional
    Known sendBack(Caller caller, UUID person, LocalDate week, @Nullable String why) {
        var known = reading.find(caller, person, week);
        rights.needApproving(caller, known.person(), known.sheet());
        needState(known.sheet(), State.submitted);
        var reason = Texts.line("reason", why);
        var sheet = known.sheet().as(State.open);
        store(caller, sheet, "hours-sent-back");
        sheets.decided(sheet, deed(caller), reason);
        letters.decided(caller, known.person(), sheet, reason);
        return new Known(known.person(), sheet);
    }

    /// What was approved counts until the correction is approved, too.
    ///
    /// @param why the hours are not right
    @Transactional
    Known correct(Caller caller, UUID person, LocalDate week, @Nullable String why) {
        var known = reading.find(caller, person, week);
        rights.needTelling(caller, known.person(), known.sheet());
        needState(known.sheet(), State.approved);
        var reason = Texts.line("reason", why);
        var before = known.sheet();
        var sheet = before.revised(before.revision() + 1, State.open, before.lines());
        store(caller, sheet, "hours-correction-begun");
        sheets.begin(sheet, reason, deed(caller));
        sheets.writeLines(sheet);
        return new Known(known.person(), sheet);
    }

    /// It was right after all.
    @Transactional
    Known leave(Caller caller, UUID person, LocalDate week) {
        var known = reading.find(caller, person, week);
        rights.needTelling(caller, known.person(), known.sheet());
        needState(known.sheet(), State.open);
        var before = known.sheet();
        if (!before.isCorrection()) throw Problem.notFound();
        var sheet = before.revised(before.approved(), State.approved, sheets.lines(person, week, before.approved()));
        store(caller, sheet, "hours-correction-left");
        sheets.remove(person, week, before.revision());
        return new Known(known.person(), sheet);
    }
}
