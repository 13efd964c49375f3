package chargehand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `forecast`, with and without a history.
class ForecastTest {
    private static final String HEADER =
            "id,person,project,kind,estimate_hours,actual_hours,estimated_on,started_on,completed_on\n";
    private static final String PLAN = """
            {"name": "Move", "start": "2027-02-01", "zone": "Europe/Berlin",
             "people": [{"name": "Edda", "skills": ["test"]}, {"name": "Rosa", "skills": ["test"]}],
             "tasks": [{"id": "one", "name": "Test one", "work": "5d", "assignees": ["Edda"]},
                       {"id": "two", "name": "Test two", "work": "5d", "assignees": ["Edda"], "after": ["one"],
                        "deadline": {"by": "2027-02-19", "promisedTo": "the ward"}}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void printsOneObjectThatKeepsTheContract() throws IOException {
        var forecast = forecast(plan(), "--json");

        assertEquals(List.of(), faults(forecast.out()));
        assertEquals("prior", forecast.json().get("basis").get("from").asString());
        assertTrue(forecast.json().get("tasks").get(1).get("chance").asDouble() > 0);
    }

    @Test
    void movesTheFinishWhereTheHistorySays() throws IOException {
        var plain = forecast(plan(), "--json").json();
        var slow = forecast(plan(), "--json", "--history", history(1.6)).json();
        var quick = forecast(plan(), "--json", "--history", history(0.7)).json();

        assertEquals("history", slow.get("basis").get("from").asString());
        assertEquals(60, slow.get("basis").get("finishedWork").asInt());
        assertTrue(likely(slow).isAfter(likely(plain)), slow + " " + plain);
        assertTrue(likely(quick).isBefore(likely(plain)), quick + " " + plain);
    }

    @Test
    void tellsARefusedRowWithItsReasonAndLearnsFromTheOthers() throws IOException {
        var rows =
                Files.readString(Path.of(history(1.6))) + "bad,Edda,Old,test,-4,8,2026-01-01,2026-01-02,2026-01-03\n";
        var file = Files.writeString(folder.resolve("with-fault.csv"), rows);

        var forecast = forecast(plan(), "--history", file.toString());

        assertTrue(forecast.err().contains("Line 62 of the history is refused"), forecast.err());
        assertTrue(forecast.err().contains("[negative-time]"), forecast.err());
        assertTrue(
                forecast.out().contains("Learned from 60 pieces of finished work; 1 rows were refused."),
                forecast.out());
    }

    @Test
    void saysThatTooLittleHistoryTeachesNothing() throws IOException {
        var few = Files.writeString(folder.resolve("few.csv"), HEADER + row(1, 2.0));

        var forecast = forecast(plan(), "--history", few.toString());

        assertTrue(forecast.out().contains("By the general prior"), forecast.out());
    }

    @Test
    void refusesWhatIsNoHistory() throws IOException {
        var other = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");

        var refusal = Command.run("forecast", plan().toString(), "--history", other.toString());

        assertEquals(ExitCode.UNREADABLE_INPUT, refusal.code());
        assertTrue(refusal.refusal().contains("estimate_hours"), refusal.err());
    }

    @Test
    void printsTheSameBytesTwice() throws IOException {
        var history = history(1.3);

        assertEquals(
                forecast(plan(), "--json", "--history", history).out(),
                forecast(plan(), "--json", "--history", history).out());
    }

    private Path plan() throws IOException {
        return Files.writeString(folder.resolve("plan.json"), PLAN);
    }

    /// Tests that took so many times their estimates, more or less.
    private String history(double times) throws IOException {
        var text = new StringBuilder(HEADER);
        for (int i = 1; i <= 60; i++) text.append(row(i, times * (0.8 + 0.1 * (i % 5))));
        return Files.writeString(folder.resolve("history-%s.csv".formatted(times)), text)
                .toString();
    }

    private static String row(int i, double times) {
        int day = 1 + i % 28;
        return "w%d,%s,Old,test,40,%.2f,2026-%02d-%02d,2026-%02d-%02d,2026-%02d-%02d\n"
                .formatted(
                        i, i % 2 == 0 ? "Edda" : "Rosa", 40 * times, 1 + i / 10, day, 1 + i / 10, day, 2 + i / 10, day);
    }

    private static Command forecast(Path plan, String... options) {
        var arguments = new ArrayList<>(List.of("forecast", plan.toString()));
        arguments.addAll(List.of(options));
        var command = Command.run(arguments);
        assertEquals(ExitCode.PLANNED, command.code(), command.err());
        return command;
    }

    private static OffsetDateTime likely(JsonNode forecast) {
        return OffsetDateTime.parse(forecast.get("finish").get("p80").asString());
    }

    private static List<String> faults(String json) throws IOException {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("../docs/contracts/forecast.schema.json")));
        return schema.validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }
}
