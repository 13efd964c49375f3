package chargehand.server.forecasting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.engine.forecast.Forecast.Chance;
import chargehand.engine.forecast.history.HoursRange;
import chargehand.engine.forecast.history.Labels;
import chargehand.engine.forecast.history.Work;
import chargehand.engine.plan.TaskId;
import chargehand.files.PlanFiles;
import chargehand.files.Reading;
import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Companies;
import chargehand.server.identity.WorksAgreement;
import chargehand.server.planning.NewProject;
import chargehand.server.planning.PlanEditing;
import chargehand.server.planning.PlanReading;
import chargehand.server.planning.Project;
import chargehand.server.shared.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Histories from files and from own plans, and forecasts that lean on them.
@ServerTest
@Transactional
class HistoryTest {
    private static final Caller ADMINISTRATOR = Caller.SYSTEM;
    private static final String HEADER =
            "id,person,project,kind,estimate_hours,actual_hours,estimated_on,started_on,completed_on\n";

    @Autowired
    HistoryImporting importing;

    @Autowired
    History history;

    @Autowired
    OwnWork ownWork;

    @Autowired
    Forecasting forecasting;

    @Autowired
    SwitchedOff switchedOff;

    @Autowired
    ForecastReading reading;

    @Autowired
    PlanEditing planning;

    @Autowired
    PlanReading plans;

    @Autowired
    Companies companies;

    @Autowired
    TestWorld world;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    @Autowired
    Clock clock;

    @Autowired
    Scores scores;

    @Autowired
    ReleasedForecasts released;

    @BeforeEach
    void aCompany() {
        world.company();
    }

    @Test
    void saysWhatAFileWouldTeachAndWhyEachRowIsRefused() throws Exception {
        var look = look(HEADER + """
                a,Edda,Old,test,8,12,2026-01-05,2026-01-05,2026-01-06
                b,Edda,Old,test,-8,12,2026-01-05,2026-01-05,2026-01-06
                c,Edda,Old,test,8,lots,2026-01-05,2026-01-05,2026-01-06
                d,Edda,Old,test,8,12,2026-01-05,2026-01-05,2026-01-01
                a,Edda,Old,test,8,12,2026-01-05,2026-01-05,2026-01-06
                e,Edda,Old,test,8,12,2026-01-05,2026-01-05,2031-01-06
                f,Edda,Old,test,8,,2026-01-05,,
                """);

        assertEquals(7, look.rows());
        assertEquals(1, look.teaches());
        assertEquals(1, look.unfinished());
        assertEquals(
                List.of(
                        "3 negative-time",
                        "4 unreadable-number",
                        "5 ends-before-it-starts",
                        "6 duplicate",
                        "7 in-future"),
                look.refusals().stream()
                        .map(each -> each.line() + " " + each.reason())
                        .toList());
        assertEquals(0, history.files().size(), "nothing is kept before somebody says so");
        assertTrue(importing.refusals(ADMINISTRATOR, look.id()).contains("4,\"c\",unreadable-number"));
    }

    @Test
    void takesAllOrNothingOnRequestAndOtherwiseWhatCanBeTaken() throws Exception {
        var look = look(HEADER + slow(3, 1.5) + "b,Edda,Old,test,-8,12,2026-01-05,2026-01-05,2026-01-06\n");

        var refused = assertThrows(Problem.class, () -> importing.accept(ADMINISTRATOR, look.id(), true));
        assertEquals("import-has-errors", refused.code());
        assertEquals(0, history.latest(10).size());

        importing.accept(ADMINISTRATOR, look.id(), false);
        assertEquals(3, history.latest(10).size());
        assertThrows(Problem.class, () -> importing.accept(ADMINISTRATOR, look.id(), false), "a file is taken once");
    }

    @Test
    void readsOtherHeadingsOnceSomebodySaysWhatTheyMean() throws Exception {
        var look = look("""
                Nr;Wer;Schätzung;Ist;Ende
                1;Edda;8,5;12;05.01.2026
                2;Rosa;16;20;14.01.2026
                """);
        assertEquals(0, look.rows(), "there is no estimate yet");

        var mapped = importing.map(
                ADMINISTRATOR,
                look.id(),
                Map.of("person", 1, "estimate_hours", 2, "actual_hours", 3, "completed_on", 4));

        assertEquals(2, mapped.teaches());
        importing.accept(ADMINISTRATOR, look.id(), true);
        assertEquals(8.5, history.latest(10).getFirst().work().hours());
        assertThrows(Problem.class, () -> importing.map(ADMINISTRATOR, look.id(), Map.of("shoe_size", 1)));
    }

    @Test
    void leansOnWhatWasTakenAndSaysSo() throws Exception {
        var project = project("patient-app.json");
        var plain = forecasting.forecast(project, null, () -> false).orElseThrow();
        assertEquals(ForecastDetail.From.prior, detail(plain).from());

        importing.accept(ADMINISTRATOR, look(HEADER + slow(80, 1.8)).id(), true);
        var learned = forecasting
                .forecast(project, learner().learn(() -> false), () -> false)
                .orElseThrow();

        assertEquals(ForecastDetail.From.history, detail(learned).from());
        assertEquals(80, detail(learned).finishedWork());
        assertTrue(learned.finish().p80().isAfter(plain.finish().p80()), "the history says slower");
        var without = detail(learned).withoutHistory();
        assertTrue(without != null && without.isBefore(learned.finish().p80()));
        var shown = reading.detail(ADMINISTRATOR, project);
        assertTrue(shown.days().getLast().by() >= 0.999);
        assertFalse(shown.basis().leansOn().isEmpty());
        assertEquals(
                1,
                shown.basis().leansOn().stream()
                        .mapToDouble(ForecastDetailView.LeanedOnView::weight)
                        .sum(),
                1e-6);
        var text = JsonMapper.shared().writeValueAsString(shown.basis());
        assertFalse(text.contains("Edda") || text.contains("Rosa"), "no person is named");
    }

    @Test
    void takesARangeAtItsEstimatorsWordUntilTheRecordOfSuchRangesSpeaks() throws Exception {
        var plan = Files.writeString(folder.resolve("guess.json"), """
                {"name": "Guess", "start": "2027-02-01", "zone": "Europe/Berlin", "tasks": [
                    {"id": "a", "name": "Move the archive", "work": "8d - 10d - 12d",
                        "progress": {"started": "2027-02-01T09:00"}}]}
                """);
        var project = planning.create(
                ADMINISTRATOR,
                new NewProject(null, Project.Kind.infrastructure),
                PlanFiles.read(plan, new Reading(ZoneId.of("Europe/Berlin"), null))
                        .plan());
        var word = forecasting.forecast(project, null, () -> false).orElseThrow();
        assertEquals(new ForecastDetail.Ranges(1, 0, 0, 0), detail(word).ranges());
        ownWork.note(plans.current(project).orElseThrow());
        assertEquals(
                new HoursRange(64, 96),
                Objects.requireNonNull(history.own(project).get("a")).range());

        var look = look("id,estimate_hours,low_hours,high_hours,actual_hours,completed_on\n"
                + ranges(40)
                + "wrong,16,20,12,15,2026-01-06\nhalf,16,,20,15,2026-01-07\n");
        assertEquals("unordered-range", look.refusals().getFirst().reason());
        importing.accept(ADMINISTRATOR, look.id(), false);
        var learned = forecasting
                .forecast(project, learner().learn(() -> false), () -> false)
                .orElseThrow();

        assertEquals(new ForecastDetail.Ranges(1, 40, 10, 30), detail(learned).ranges());
        assertTrue(
                learned.finish().p80().isAfter(word.finish().p80().plus(Duration.ofDays(2))),
                "most took more than was said at the most");
    }

    /// A quarter of them held, the others took half as much again.
    private static String ranges(int count) {
        var rows = new StringBuilder();
        for (int i = 0; i < count; i++)
            rows.append("r%d,16,14,18,%d,2026-03-%02d\n".formatted(i, i % 4 == 0 ? 16 : 24, 1 + i % 28));
        return rows.toString();
    }

    @Test
    void countsThatPeopleMayFallIll() throws Exception {
        var project = project("patient-app.json");

        var forecast = forecasting.forecast(project, null, () -> false).orElseThrow();

        var away = detail(forecast).away();
        assertTrue(away != null && away.share() == 0.04 && away.people() == 0, "assumed: %s".formatted(away));
    }

    @Test
    void saysWhatEachCauseCostsThatTasksHaveInCommon() throws Exception {
        var project = project("patient-app.json");

        var causes = switchedOff.of(project);

        assertEquals(
                List.of(SwitchedOff.Kind.project, SwitchedOff.Kind.absence),
                causes.causes().stream().map(SwitchedOff.Cause::kind).toList(),
                "nothing is known yet of technologies and teams");
        for (var each : causes.causes()) assertTrue(each.without().isBefore(causes.likely()), each.toString());
    }

    @Test
    void tellsNoFigureAboutFewerThanFivePeople() throws Exception {
        importing.accept(ADMINISTRATOR, look(HEADER + slow(80, 1.8)).id(), true);
        var two = new Leaning(assertNotNullLearned());
        two.add(foreseen(), 8);
        assertTrue(two.sum().stream().allMatch(each -> each.ratio() == null));
        assertEquals(List.of(), two.families());

        var rows = new StringBuilder();
        for (int i = 0; i < 50; i++)
            rows.append("x%d,Person %d,Old,test,8,%d,2026-03-02,2026-03-02,2026-03-%02d\n"
                    .formatted(i, i % 5, 8 + i % 7, 3 + i % 20));
        importing.accept(ADMINISTRATOR, look(HEADER + rows).id(), true);
        var seven = new Leaning(assertNotNullLearned());
        seven.add(foreseen(), 8);
        assertTrue(seven.sum().stream().anyMatch(each -> each.ratio() != null));
        assertEquals("test", seven.families().getFirst().family());
    }

    /// Apart from the server's own, which learns in the background from what others commit.
    private Learner learner() {
        return new Learner(history, companies, clock);
    }

    private Learned assertNotNullLearned() {
        var learned = learner().learn(() -> false);
        assertNotNull(learned);
        return learned;
    }

    private Learned.Foreseen foreseen() {
        var learned = assertNotNullLearned();
        var labels = Labels.of("Edda", "New", "test");
        return learned.foresee(new Work("new", labels, 8, learned.asOf()));
    }

    @Test
    void learnsAnewWhenTheAgreementChanges() {
        var own = learner();
        var before = own.learn(() -> false);
        assertEquals(before, own.learn(() -> false), "nothing is new");

        jdbc.sql("update identity.company set agreement = 'off'").update();

        assertEquals(WorksAgreement.OFF, companies.get().agreement());
        var after = own.learn(() -> false);
        assertTrue(after != null && after.agreement() == WorksAgreement.OFF);
    }

    @Test
    void notesWhatOwnPlansFinishedAndForgetsItWithItsTask() throws Exception {
        var project = project("projects/mail-servers.json");
        ownWork.note(plans.current(project).orElseThrow());

        var own = history.own(project);
        var rack = own.get("rack");
        assertTrue(rack != null && rack.actual() != null, own.toString());
        var lead = own.get("lead");
        assertTrue(lead != null && "infrastructure/waiting".equals(lead.labels().kind()), own.toString());
        assertFalse(own.containsKey("agreed"), "a milestone takes no time");
        long version = history.version();
        ownWork.note(plans.current(project).orElseThrow());
        assertEquals(version, history.version(), "nothing is new");

        history.put(project, List.of(), List.of("rack"));
        assertFalse(history.own(project).containsKey("rack"));
    }

    @Test
    void scoresWhatWasSaidBeforeATaskBegan() throws Exception {
        var project = project("projects/mail-servers.json");
        var rack = new TaskId("rack");
        var p = Instant.parse("2026-07-28T08:00:00Z");
        var chance = new Chance(p, p, p, p.plusSeconds(86_400), p.plusSeconds(172_800), p.plusSeconds(259_200));
        for (int day = 1; day <= 3; day++)
            scores.keep(
                    new StoredForecast(
                            project,
                            day,
                            Instant.parse("2026-07-0%dT08:00:00Z".formatted(day)),
                            1,
                            1,
                            chance,
                            Map.of(rack, chance),
                            List.of(),
                            null),
                    ZoneId.of("Europe/Berlin"));

        var told = new StoredForecast(
                project, 2, Instant.parse("2026-07-02T12:00:00Z"), 1, 1, chance, Map.of(rack, chance), List.of(), null);
        released.keep(UUID.randomUUID(), told);

        ownWork.note(plans.current(project).orElseThrow());

        assertEquals(
                "f f t t",
                jdbc.sql("select concat_ws(' ', by10, by50, by80, by90) from forecasting.release_score")
                        .query(String.class)
                        .single(),
                "what was told in an update is scored, too");
        assertEquals(1, released.reliability(List.of(project)).forecasts());
        assertEquals(1, released.reliability(List.of(project)).levels().get(2).happened());
        assertEquals(0, released.reliability(List.of(UUID.randomUUID())).forecasts());
        var reliability = scores.reliability(List.of(project));
        assertEquals(1, reliability.forecasts());
        assertEquals(0, reliability.levels().get(1).happened(), "not by what was called 50 % likely");
        assertEquals(1, reliability.levels().get(2).happened(), "but by what was called 80 % likely");
        assertEquals(
                "2026-07-03",
                jdbc.sql("select cast(as_of at time zone 'UTC' as date) from forecasting.score")
                        .query(String.class)
                        .single(),
                "by the last that was said before it began");
        assertEquals(
                0, scores.reliability(List.of(UUID.randomUUID())).forecasts(), "of others' projects nothing is told");
    }

    @Test
    void reckonsHowRightForecastsOfPastWorkWouldHaveBeen() throws Exception {
        importing.accept(ADMINISTRATOR, look(HEADER + slow(250, 1.5)).id(), true);

        var reliability = learner().reckon(assertNotNullLearned(), () -> false).orElseThrow();

        assertTrue(reliability.forecasts() >= 60, reliability.toString());
        assertEquals(9, reliability.levels().size());
        for (var level : reliability.levels())
            assertTrue(Math.abs(level.said() - level.happened()) < 0.3, reliability.toString());
    }

    private static ForecastDetail detail(StoredForecast forecast) {
        var detail = forecast.detail();
        assertNotNull(detail);
        return detail;
    }

    private HistoryLook look(String text) throws IOException {
        var file = Files.writeString(folder.resolve(UUID.randomUUID() + ".csv"), text);
        return importing.look(ADMINISTRATOR, "history.csv", file);
    }

    /// Work that took so many times its estimate, more or less.
    private static String slow(int count, double times) {
        var rows = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int day = 1 + i % 27;
            int month = 1 + i / 27;
            rows.append("w%d,%s,Old,software,16,%.2f,2026-%02d-%02d,2026-%02d-%02d,2026-%02d-%02d\n"
                    .formatted(
                            i,
                            i % 2 == 0 ? "Edda" : "Rosa",
                            16 * times * (0.8 + 0.1 * (i % 5)),
                            month,
                            day,
                            month,
                            day,
                            month,
                            day + 1));
        }
        return rows.toString();
    }

    private UUID project(String file) throws Exception {
        var plan = PlanFiles.read(Path.of("../examples/harbour", file), new Reading(ZoneId.of("Europe/Berlin"), null))
                .plan();
        var kind = file.contains("mail") ? Project.Kind.infrastructure : Project.Kind.software;
        return planning.create(ADMINISTRATOR, new NewProject(null, kind), plan);
    }
}
