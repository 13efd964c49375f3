package chargehand.server.maintenance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Progress;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.time.Effort;
import chargehand.engine.time.WorkingCalendar;
import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.assets.AssetImporting;
import chargehand.server.identity.Caller;
import chargehand.server.maintenance.MaintenanceView.State;
import chargehand.server.maintenance.Policy.Kind;
import chargehand.server.maintenance.PolicyWrite.StepWrite;
import chargehand.server.maintenance.Round.Outcome;
import chargehand.server.maintenance.WindowView.FreezeWrite;
import chargehand.server.maintenance.WindowView.WindowWrite;
import chargehand.server.people.PeopleEditing;
import chargehand.server.people.PersonWrite;
import chargehand.server.people.WorkingTimes;
import chargehand.server.planning.NewProject;
import chargehand.server.planning.PlanEditing;
import chargehand.server.planning.PlanReading;
import chargehand.server.planning.PlanReading.Current;
import chargehand.server.planning.ProgressReporting;
import chargehand.server.planning.Project;
import chargehand.server.shared.Problem;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/// Policies make rounds, rounds become tasks inside windows, and what came of them is kept and learnt from. It is
/// Monday,
/// 1 February 2027, nine o'clock.
@ServerTest
@Transactional
class MaintenanceTest {
    private static final LocalDate TODAY = LocalDate.of(2027, 2, 1);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Autowired
    PolicyEditing editing;

    @Autowired
    MaintenanceReading reading;

    @Autowired
    RoundPlanning planning;

    @Autowired
    RoundTelling telling;

    @Autowired
    WindowKeeping windows;

    @Autowired
    AssetImporting importing;

    @Autowired
    PlanReading plans;

    @Autowired
    ProgressReporting reporting;

    @Autowired
    PlanEditing creating;

    @Autowired
    WorkingTimes times;

    @Autowired
    PeopleEditing people;

    @Autowired
    TestWorld world;

    @Autowired
    JdbcClient jdbc;

    private UUID project = UUID.randomUUID();

    @BeforeEach
    void aRegister() {
        world.company();
        jdbc.sql("delete from maintenance.policy").update();
        jdbc.sql("delete from assets.asset").update();
        var table = "name,kind,line\ndb-1,server,Debian 12\ndb-2,server,Debian 12\n";
        importing.accept(
                Caller.SYSTEM,
                importing.look(Caller.SYSTEM, "a.csv", table.getBytes(UTF_8)).id(),
                true);
        var skilled = new PersonWrite(
                "Bram Hoekstra",
                null,
                null,
                List.of("patching"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        people.create(skilled, Caller.SYSTEM);
        var week = times.ofCompany(TODAY, TODAY.plusYears(1));
        var calendar = new WorkingCalendar("project", "Working week", BERLIN, week.week(), week.exceptions());
        var begin = Instant.parse("2027-01-01T08:00:00Z");
        var plan = new Plan(
                "Running it",
                BERLIN,
                begin,
                "project",
                List.of(calendar),
                List.of(),
                List.of(Task.of("run", "Run it", new TaskExtent.Milestone())),
                List.of(),
                List.of());
        project = creating.create(Caller.SYSTEM, new NewProject(null, Project.Kind.infrastructure), plan);
    }

    private List<UUID> assets() {
        return jdbc.sql("select id from assets.asset order by name")
                .query((row, number) -> Objects.requireNonNull(row.getObject("id", UUID.class)))
                .list();
    }

    /// Tuesdays and Thursdays from 12 to 16 o'clock.
    private UUID window() {
        var written = new WindowWrite("Noon", "FREQ=WEEKLY;BYDAY=TU,TH", TODAY, LocalTime.NOON, 240);
        return windows.write(Caller.SYSTEM, null, written).id();
    }

    private static final List<StepWrite> STEPS = List.of(
            new StepWrite("Say when", 30, "patching", false, false),
            new StepWrite("Install updates", 90, "patching", true, true));

    private PolicyWrite monthly(
            String name, Kind kind, List<StepWrite> steps, @Nullable UUID window, @Nullable Boolean approval) {
        return new PolicyWrite(
                name,
                kind,
                "FREQ=MONTHLY;BYDAY=1TU",
                TODAY,
                null,
                6,
                window,
                approval,
                steps,
                window == null ? null : "Bring the snapshot back",
                window == null ? null : 60,
                assets(),
                null);
    }

    @Test
    void aRoundBecomesStepsInsideWindowsWithTimeForTheWayBack() {
        editing.add(Caller.SYSTEM, monthly("Updates", Kind.update, STEPS, window(), null));

        var planned = planning.plan(Caller.SYSTEM, project, LocalDate.of(2027, 3, 31));

        assertEquals(2, planned.planned());
        var plan = plans.current(project).orElseThrow();
        assertEquals(
                List.of(
                        "Run it",
                        "Updates, 2 Feb 2027",
                        "Say when",
                        "db-1: Install updates (else: Bring the snapshot back)",
                        "db-2: Install updates (else: Bring the snapshot back)",
                        "Updates, 2 Mar 2027"),
                plan.plan().tasks().stream().map(Task::name).limit(6).toList());
        var changes =
                work(plan).stream().filter(each -> !each.windows().isEmpty()).toList();
        for (var change : changes) {
            var window = change.windows().getFirst();
            assertEquals(LocalTime.NOON, window.fromInclusive().atZone(BERLIN).toLocalTime());
            assertEquals(
                    LocalTime.of(15, 0), window.toExclusive().atZone(BERLIN).toLocalTime(), "an hour is kept free");
            assertTrue(isInside(plan, change), change.name());
        }
        assertTrue(!start(plan, changes.get(1)).isBefore(finish(plan, changes.get(0))), "never two of them at once");
        var first = plan.plan().tasks().get(2);
        assertEquals("2027-02-01T23:00:00Z", String.valueOf(first.notBefore()), "not before its day");
        var last = changes.get(1).deadline();
        assertEquals("2027-02-08T23:00:00Z", last == null ? "" : last.by().toString(), "and within six days after");
        assertEquals(
                0,
                planning.plan(Caller.SYSTEM, project, LocalDate.of(2027, 3, 31)).planned(),
                "each round once");
    }

    private static List<Task> work(Current plan) {
        return plan.plan().tasks().stream()
                .filter(each -> each.extent() instanceof TaskExtent.ByEffort)
                .toList();
    }

    private static Instant start(Current plan, Task task) {
        return plan.calendar().tasks().get(plan.plan().tasks().indexOf(task)).start();
    }

    private static Instant finish(Current plan, Task task) {
        return plan.calendar().tasks().get(plan.plan().tasks().indexOf(task)).finish();
    }

    private static boolean isInside(Current plan, Task task) {
        return task.windows().stream()
                .anyMatch(each -> !start(plan, task).isBefore(each.fromInclusive())
                        && !finish(plan, task).isAfter(each.toExclusive()));
    }

    @Test
    void freezesAreKeptFreeAndARoundWithoutAWindowIsSaid() {
        windows.freeze(Caller.SYSTEM, new FreezeWrite("Move", TODAY, LocalDate.of(2027, 2, 5)));
        var policy = editing.add(Caller.SYSTEM, monthly("Updates", Kind.update, STEPS, window(), null));

        var planned = planning.plan(Caller.SYSTEM, project, LocalDate.of(2027, 3, 2));

        assertEquals(1, planned.planned());
        assertEquals(
                List.of(new RoundPlanning.Blocked(policy.id(), "Updates", LocalDate.of(2027, 2, 2))),
                planned.blocked(),
                "Tuesday and Thursday of that week are frozen");
    }

    @Test
    void whereThePolicyAsksARoundWaitsForSomebodysWord() {
        var policy = editing.add(Caller.SYSTEM, monthly("Updates", Kind.update, STEPS, window(), true));
        var until = LocalDate.of(2027, 3, 2);

        assertEquals(new RoundPlanning.Planned(0, 2, List.of(), false), planning.plan(Caller.SYSTEM, project, until));
        telling.approve(Caller.SYSTEM, policy.id(), LocalDate.of(2027, 2, 2));
        assertEquals(new RoundPlanning.Planned(1, 1, List.of(), false), planning.plan(Caller.SYSTEM, project, until));

        var rounds = reading.due(Caller.SYSTEM, until).items();
        assertEquals(
                List.of(State.planned, State.waiting),
                rounds.stream().map(MaintenanceView.RoundView::state).toList());
        assertEquals("Chargehand", rounds.getFirst().by());
        assertEquals("Running it", rounds.getFirst().projectName());
        assertThrows(
                Problem.class, () -> telling.approve(Caller.SYSTEM, policy.id(), LocalDate.of(2027, 2, 3)), "no round");
    }

    @Test
    void aBackupSaysWhenItsRestoreWasProven() {
        editing.add(Caller.SYSTEM, monthly("Backup", Kind.backup, List.of(), null, null));
        assertEquals(new MaintenanceView.Proof(2, null), proof());
        var steps = List.of(new StepWrite("Bring one back", 120, null, false, false));
        var restore = editing.add(Caller.SYSTEM, monthly("Restores", Kind.restore, steps, null, null));
        var one = assets().getFirst();

        tell(restore.id(), LocalDate.of(2027, 2, 2), Outcome.failed, TODAY.minusDays(9), assets());
        assertEquals(new MaintenanceView.Proof(2, null), proof(), "what failed proves nothing");
        tell(restore.id(), LocalDate.of(2027, 2, 2), Outcome.worked, TODAY.minusDays(9), assets());
        tell(restore.id(), LocalDate.of(2027, 3, 2), Outcome.worked, TODAY.minusDays(2), List.of(one));

        assertEquals(new MaintenanceView.Proof(0, TODAY.minusDays(9)), proof(), "the one that is longest ago");
        var backup = reading.list(0).items().stream()
                .filter(each -> each.kind() == Kind.backup)
                .findFirst()
                .orElseThrow();
        assertFalse(backup.work(), "it runs by itself");
        assertTrue(reading.due(Caller.SYSTEM, LocalDate.of(2027, 3, 2)).items().stream()
                .noneMatch(each -> each.kind() == Kind.backup));
    }

    private MaintenanceView.@Nullable Proof proof() {
        return reading.list(0).items().stream()
                .filter(each -> each.kind() == Kind.backup)
                .map(MaintenanceView.Head::proof)
                .findFirst()
                .orElseThrow();
    }

    private void tell(UUID policy, LocalDate day, Outcome outcome, LocalDate done, List<UUID> assets) {
        telling.tell(Caller.SYSTEM, policy, day, new RoundTelling.Told(outcome, null, done, null, assets));
    }

    @Test
    void threeRoundsThatWereMeasuredSayHowLongTheNextTakes() {
        var policy = editing.add(Caller.SYSTEM, monthly("Updates", Kind.update, STEPS, window(), null));
        var day = LocalDate.of(2027, 3, 2);
        for (int minutes : List.of(40, 200, 130)) {
            var took = new ArrayList<@Nullable Integer>(List.of(20, minutes));
            telling.tell(
                    Caller.SYSTEM, policy.id(), day, new RoundTelling.Told(Outcome.worked, null, TODAY, took, null));
            day = day.plusMonths(1).with(TemporalAdjusters.firstInMonth(DayOfWeek.TUESDAY));
        }

        var times = reading.one(Caller.SYSTEM, policy.id()).times();

        assertEquals(new MaintenanceView.StepTime(30, 3, true), times.get(0), "in whole quarters of an hour");
        assertEquals(new MaintenanceView.StepTime(135, 3, true), times.get(1), "the middle one");
        planning.plan(Caller.SYSTEM, project, LocalDate.of(2027, 2, 2));
        var plan = plans.current(project).orElseThrow();
        assertEquals(
                new TaskExtent.ByEffort(new Effort(135)),
                plan.plan().tasks().get(3).extent());
    }

    @Test
    void whatItsTasksTookIsLearntToo() {
        var steps = List.of(new StepWrite("Look", 60, "patching", false, false));
        var write = new PolicyWrite(
                "Looks", Kind.update, "FREQ=DAILY", TODAY, null, 6, null, null, steps, null, null, assets(), null);
        var policy = editing.add(Caller.SYSTEM, write);
        planning.plan(Caller.SYSTEM, project, TODAY.plusDays(2));
        var plan = plans.current(project).orElseThrow();
        for (var task : work(plan)) {
            var start = Instant.parse("2027-01-25T08:00:00Z");
            reporting.report(
                    Caller.SYSTEM,
                    project,
                    task.id().value(),
                    new Progress(start, start.plusSeconds(7_200), null),
                    plans.current(project).orElseThrow().version(),
                    "Done");
        }

        var detail = reading.one(Caller.SYSTEM, policy.id());

        assertEquals(new MaintenanceView.StepTime(120, 3, true), detail.times().getFirst());
        assertTrue(detail.rounds().stream().allMatch(each -> each.state() == State.done));
    }

    @Test
    void refusesWhatCanNotBe() {
        var write = monthly("Updates", Kind.update, STEPS, window(), null);
        editing.add(Caller.SYSTEM, write);
        assertEquals("invalid-value", code(write), "the name is taken");
        assertEquals("rule-unreadable", code(ruled("FREQ=HOURLY")));
        assertEquals("rule-without-days", code(ruled("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")));
        assertEquals("rule-without-days", code(ruled("FREQ=DAILY;UNTIL=20260101")));
        assertEquals("invalid-value", code(monthly("No window", Kind.update, STEPS, null, null)));
        var tooLong = List.of(new StepWrite("Move", 200, null, true, false));
        assertEquals("window-too-short", code(monthly("Long", Kind.upgrade, tooLong, another(), null)));
    }

    private String code(PolicyWrite write) {
        return assertThrows(Problem.class, () -> editing.add(Caller.SYSTEM, write))
                .code();
    }

    private static PolicyWrite ruled(String rule) {
        return new PolicyWrite(
                "Ruled", Kind.update, rule, TODAY, null, null, null, null, List.of(), null, null, List.of(), null);
    }

    private UUID another() {
        var written = new WindowWrite("Noon again", "FREQ=DAILY", TODAY, LocalTime.NOON, 240);
        return windows.write(Caller.SYSTEM, null, written).id();
    }

    @Test
    void theCalendarCountsEachMonthAndAWindowInUseStays() {
        var window = window();
        editing.add(Caller.SYSTEM, monthly("Updates", Kind.update, STEPS, window, null));

        var calendar = reading.calendar(5);

        assertEquals(60, calendar.rounds());
        assertEquals(60, calendar.months().size());
        assertEquals(1, calendar.months().getFirst().rounds().get(Kind.update));
        assertEquals(
                "window-in-use",
                assertThrows(Problem.class, () -> windows.remove(Caller.SYSTEM, window))
                        .code());
        assertNotNull(reading.list(0).items().getFirst().next());
        assertNull(reading.list(0).items().getFirst().outcome());
    }
}
