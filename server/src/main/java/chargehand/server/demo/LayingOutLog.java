package chargehand.server.demo;

import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Task;
import chargehand.server.assets.Register;
import chargehand.server.forecasting.Promising;
import chargehand.server.forecasting.RiskKeeping;
import chargehand.server.logbook.LogKeeping;
import chargehand.server.logbook.LogWrite;
import chargehand.server.meetings.MeetingEditing;
import chargehand.server.meetings.MeetingWrite;
import chargehand.server.meetings.MinuteTaking;
import chargehand.server.meetings.MinuteWrite;
import chargehand.server.people.AbsenceAsking;
import chargehand.server.people.AbsenceWrite;
import chargehand.server.systems.SystemKeeping;
import chargehand.server.systems.SystemWrite;
import chargehand.server.work.WorkIntake;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Lays out what the made-up people wrote down, in their names.
@Component
class LayingOutLog {
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    private final LogKeeping log;
    private final Promising promising;
    private final RiskKeeping risks;
    private final WorkIntake work;
    private final AbsenceAsking absences;
    private final MeetingEditing meetings;
    private final MinuteTaking minutes;
    private final SystemKeeping systems;
    private final Register register;
    private final Voices voices;

    LayingOutLog(
            LogKeeping log,
            Promising promising,
            RiskKeeping risks,
            WorkIntake work,
            AbsenceAsking absences,
            MeetingEditing meetings,
            MinuteTaking minutes,
            SystemKeeping systems,
            Register register,
            Voices voices) {
        this.log = log;
        this.promising = promising;
        this.risks = risks;
        this.work = work;
        this.absences = absences;
        this.meetings = meetings;
        this.minutes = minutes;
        this.systems = systems;
        this.register = register;
        this.voices = voices;
    }

    /// @param plans by file, in their own time; `people` by name, `projects` by file
    void layOut(
            LogWorld world,
            Map<String, Plan> plans,
            Shift shift,
            Map<String, UUID> people,
            Map<String, UUID> projects) {
        for (var each : world.entries()) {
            var by = voices.of(each.by(), people);
            var owner = each.owner() == null ? null : people.get(each.owner());
            var outcome = each.state() == null ? each.outcome() : null;
            var written = new LogWrite(
                    each.kind(),
                    each.title(),
                    each.text(),
                    each.who(),
                    day(each.day(), shift),
                    owner,
                    each.tasks(),
                    null,
                    outcome);
            var project = need(projects, each.project());
            var entry = log.add(by, project, written);
            if (each.state() != null) log.end(by, project, entry.id(), each.state(), each.outcome());
        }
        for (var each : world.promises())
            promising.give(
                    voices.of(each.by(), people),
                    need(projects, each.project()),
                    each.task(),
                    given(each, Objects.requireNonNull(plans.get(each.project())), shift));
        for (var each : world.risks())
            risks.add(voices.of(each.by(), people), need(projects, each.project()), risk(each, shift, people));
        for (var each : world.hours())
            work.hours(
                    voices.of(each.person(), people),
                    shift.date(each.week()),
                    each.lines().stream().map(line -> worked(line, projects)).toList());
        for (var each : world.absences())
            absences.ask(
                    need(people, each.person()),
                    new AbsenceWrite(shift.date(each.from()), shift.date(each.to()), each.kind(), each.note()),
                    voices.of(each.person(), people));
        use(world.systems(), people, projects);
        for (var each : world.meetings()) meet(each, shift, people, need(projects, each.project()));
    }

    /// What others run on comes before them.
    private void use(List<LogWorld.Used> used, Map<String, UUID> people, Map<String, UUID> projects) {
        var known = new HashMap<String, UUID>();
        for (var each : used) {
            var asset = each.asset() == null
                    ? null
                    : register.named(List.of(each.asset())).getFirst().id();
            var written = new SystemWrite(
                    each.kind(),
                    each.name(),
                    each.about(),
                    each.field(),
                    asset,
                    null,
                    all(each.runsOn(), known),
                    all(each.knownBy(), people),
                    each.tasks());
            known.put(each.name(), systems.add(voices.of(each.by(), people), need(projects, each.project()), written));
        }
    }

    private static List<UUID> all(@Nullable List<String> names, Map<String, UUID> known) {
        return names == null
                ? List.of()
                : names.stream().map(each -> need(known, each)).toList();
    }

    private void meet(LogWorld.Met met, Shift shift, Map<String, UUID> people, UUID project) {
        var persons = met.people().stream().map(each -> need(people, each)).toList();
        var first = shift.date(met.first());
        var written = new MeetingWrite(
                met.title(), met.rule(), first, met.from(), met.minutes(), met.place(), null, persons, null);
        var meeting = meetings.add(voices.of(met.by(), people), project, written);
        for (var each : met.said()) {
            var owner = each.owner() == null ? null : need(people, each.owner());
            var line = new MinuteWrite(each.kind(), each.text(), owner, day(each.due(), shift), null);
            minutes.take(voices.of(each.by(), people), project, meeting.id(), shift.date(each.day()), line);
        }
    }

    private static @Nullable LocalDate day(@Nullable LocalDate day, Shift shift) {
        return day == null ? null : shift.date(day);
    }

    /// Of the date that stands in the plan.
    private static Promising.Given given(LogWorld.Given given, Plan plan, Shift shift) {
        var deadline = shift.plan(plan).tasks().stream()
                .filter(each -> each.id().value().equals(given.task()))
                .map(Task::deadline)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        return new Promising.Given(
                deadline.by(), deadline.promisedTo(), given.wording(), given.giver(), shift.date(given.on()));
    }

    private static RiskKeeping.Written risk(LogWorld.Feared feared, Shift shift, Map<String, UUID> people) {
        return new RiskKeeping.Written(
                feared.what(),
                feared.cause(),
                feared.percent(),
                feared.tasks(),
                null,
                null,
                feared.days(),
                null,
                need(people, feared.owner()),
                feared.response(),
                shift.date(feared.review()),
                null);
    }

    private static WorkIntake.Worked worked(LogWorld.Line line, Map<String, UUID> projects) {
        var minutes = line.hours().stream()
                .map(each -> each.multiply(MINUTES).intValueExact())
                .toList();
        return new WorkIntake.Worked(need(projects, line.project()), line.task(), minutes);
    }

    private static UUID need(Map<String, UUID> known, String name) {
        return Objects.requireNonNull(known.get(name), name);
    }
}
