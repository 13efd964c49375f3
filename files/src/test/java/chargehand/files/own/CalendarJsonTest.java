package chargehand.files.own;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.engine.explain.Explainer;
import chargehand.engine.forecast.Forecast;
import chargehand.engine.forecast.Forecaster;
import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.Options;
import chargehand.engine.levelling.Scheduler;
import chargehand.engine.plan.Finding;
import chargehand.engine.plan.FindingCode;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.TaskId;
import chargehand.files.NotCarriedOver;
import chargehand.files.Planned;
import chargehand.files.Reading;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CalendarJsonTest {
    @Test
    void saysWhatTheContractSays() throws Exception {
        var json = new ObjectMapper().readTree(written(planned(List.of())));

        assertEquals("Coffee", json.get("project").asText());
        assertEquals("2027-01-11T09:00:00+01:00", json.get("start").asText());
        assertEquals("2027-01-12T18:00:00+01:00", json.get("finish").asText());
        assertEquals("Europe/Berlin", json.get("zone").asText());
        var tasks = json.get("tasks");
        assertEquals(List.of("s", "a", "m"), tasks.findValuesAsText("id"));
        assertEquals(List.of("1", "1.1", "1.2"), tasks.findValuesAsText("wbs"));
        assertEquals(List.of("true", "false", "false"), tasks.findValuesAsText("summary"));
        var task = tasks.get(1);
        assertEquals("2027-01-11T09:00:00+01:00", task.get("start").asText());
        assertEquals("2027-01-12T18:00:00+01:00", task.get("finish").asText());
        assertEquals(
                "[{\"name\":\"Ada Long\",\"units\":50}]", task.get("assignees").toString());
        assertEquals(10, task.get("likelyBy").asText().length());
        assertFalse(task.get("why").asText().isBlank());
        assertEquals(1, json.get("seed").asInt());
        assertEquals("[]", json.get("notCarriedOver").toString());
    }

    @Test
    void saysNullWhereNothingIsKnown() throws Exception {
        var planned = planned(List.of());
        var unknown = new Planned(
                planned.plan(),
                with(planned.calendar(), List.of()),
                new Forecast(List.of(), planned.forecast().finish(), 0, 1),
                planned.reasons(),
                List.of(),
                null);

        var json = new ObjectMapper().readTree(written(unknown));

        assertEquals(List.of(), faults(unknown));
        for (var each : List.of(
                json.get("bound"), json.get("gap"), json.get("tasks").get(0).get("likelyBy")))
            assertTrue(each.isNull());
        assertFalse(json.get("proved").asBoolean());
    }

    @Test
    void keepsToItsSchema() throws Exception {
        var planned = planned(List.of(new NotCarriedOver("cost resource \"Travel\"", "Money moves no date.", 1)));
        var finding = new Finding(
                FindingCode.NOBODY_HAS_SKILL, List.of(new TaskId("a")), Map.of("skill", "java", "task", "Choose"));
        var found = new Planned(
                planned.plan(),
                with(planned.calendar(), List.of(finding)),
                planned.forecast(),
                planned.reasons(),
                planned.notCarriedOver(),
                null);

        assertEquals(List.of(), faults(planned));
        assertEquals(List.of(), faults(found));
        assertEquals(
                "error",
                new ObjectMapper()
                        .readTree(written(found))
                        .at("/findings/0/severity")
                        .asText());
    }

    @Test
    void keepsToItsSchemaWhateverThePlan() throws Exception {
        for (long seed = 0; seed < 100; seed++)
            assertEquals(List.of(), faults(PlannedPlans.of(RandomPlans.plan(seed))), "seed " + seed);
    }

    private static List<String> faults(Planned planned) throws IOException {
        return Schemas.faults(Schemas.schema("plan.schema.json"), written(planned));
    }

    private static Calendar with(Calendar calendar, List<Finding> findings) {
        return new Calendar(calendar.start(), calendar.finish(), calendar.tasks(), null, 1, 1, false, findings);
    }

    private static Planned planned(List<NotCarriedOver> notCarriedOver) throws Exception {
        Plan plan = JsonPlans.read("""
                {"name": "Coffee", "zone": "Europe/Berlin", "start": "2027-01-11",
                 "people": [{"id": "ada", "name": "Ada Long"}],
                 "tasks": [{"id": "s", "name": "All", "tasks": [
                   {"id": "a", "name": "Choose", "work": "1d", "assignees": [{"name": "ada", "units": 50}]},
                   {"id": "m", "name": "Chosen", "milestone": true, "after": ["a"]}]}]}
                """.getBytes(UTF_8), new Reading(ZoneOffset.UTC, null))
                .plan();
        var calendar = Scheduler.schedule(plan, Options.schedules(3));
        var forecast = Forecaster.forecast(plan, calendar, null, 50, 1);
        var reasons = Explainer.explain(plan, calendar, null);
        return new Planned(plan, calendar, forecast, reasons, notCarriedOver, null);
    }

    private static String written(Planned planned) throws IOException {
        var out = new ByteArrayOutputStream();
        CalendarJson.write(planned, out);
        return out.toString(UTF_8);
    }
}
