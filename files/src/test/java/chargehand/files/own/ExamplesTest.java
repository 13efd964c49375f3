package chargehand.files.own;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.engine.explain.Words;
import chargehand.engine.levelling.Options;
import chargehand.engine.levelling.Scheduler;
import chargehand.engine.plan.Severity;
import chargehand.files.PlanFiles;
import chargehand.files.ReadPlan;
import chargehand.files.Reading;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The examples that come with the product.
class ExamplesTest {
    @ParameterizedTest
    @ValueSource(strings = {"tiny.json", "harbour/patient-app.json", "harbour/server-room.csv"})
    void canBeDoneAsWritten(String name) throws Exception {
        var read = example(name);

        var findings = Scheduler.schedule(read.plan(), Options.schedules(50)).findings().stream()
                .filter(each -> each.severity() == Severity.ERROR)
                .map(new Words(read.plan())::message)
                .toList();

        assertEquals(List.of(), findings);
        assertEquals(List.of(), read.notCarriedOver());
        assertTrue(read.plan().tasks().size() >= 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny.json", "harbour/patient-app.json"})
    void keepToTheSchemaOfPlanFiles(String name) throws Exception {
        var schema = Schemas.schema("plan-file.schema.json");

        assertEquals(List.of(), Schemas.faults(schema, Files.readString(path(name))));
    }

    @Test
    void everyPlanWrittenKeepsToTheSchemaOfPlanFiles() throws Exception {
        var schema = Schemas.schema("plan-file.schema.json");
        for (long seed = 0; seed < 100; seed++) {
            var out = new ByteArrayOutputStream();
            JsonPlans.write(PlannedPlans.of(RandomPlans.plan(seed)), out);

            assertEquals(List.of(), Schemas.faults(schema, out.toString(StandardCharsets.UTF_8)), "seed " + seed);
        }
    }

    private static ReadPlan example(String name) throws Exception {
        return PlanFiles.read(path(name), new Reading(ZoneId.of("Europe/Berlin"), null));
    }

    private static Path path(String name) {
        return Schemas.ROOT.resolve("examples").resolve(name);
    }
}
