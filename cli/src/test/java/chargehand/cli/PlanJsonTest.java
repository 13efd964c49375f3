package chargehand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `plan FILE --json` prints.
class PlanJsonTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"tiny.json", "harbour/patient-app.json", "harbour/server-room.csv"})
    void printsOneObjectThatKeepsTheContract(String example) throws IOException {
        var command = Command.run("plan", Command.ROOT.resolve("examples").resolve(example), "--json")
                .planned();

        assertEquals(List.of(), faults(command.out()));
        assertTrue(command.json().isObject());
    }

    @Test
    void hasTheKeysOfTheContractInTheirOrder() {
        var calendar = Command.run("plan", Command.TINY, "--json").planned().json();

        assertEquals(
                "project start finish zone tasks schedules seed bound gap proved findings notCarriedOver",
                String.join(" ", calendar.propertyNames()));
        assertEquals(
                "id wbs name summary start finish likelyBy assignees critical why",
                String.join(" ", calendar.get("tasks").get(0).propertyNames()));
        assertEquals(
                "code severity tasks message hint",
                String.join(" ", calendar.get("findings").get(0).propertyNames()));
    }

    @Test
    void listsTasksInTheOrderOfTheFileWithSummariesMarked() {
        var tasks = Command.run("plan", Command.SERVER_ROOM, "--zone", "Europe/Berlin", "--json")
                .planned()
                .json()
                .get("tasks");

        assertEquals(18, tasks.size());
        for (int i = 0; i < 18; i++)
            assertEquals(Integer.toString(i + 1), tasks.get(i).get("id").asString());
        assertTrue(tasks.get(0).get("summary").asBoolean());
        assertFalse(tasks.get(2).get("summary").asBoolean());
        assertEquals("Measure power and cooling", tasks.get(2).get("name").asString());
        assertEquals("2027-03-01T09:00:00+01:00", tasks.get(2).get("start").asString());
    }

    @Test
    void printsTheSameBytesForTheSameSeed() {
        var once =
                Command.run("plan", Command.PATIENT_APP, "--json", "--seed", 7).planned();
        var again =
                Command.run("plan", Command.PATIENT_APP, "--json", "--seed=7").planned();

        assertEquals(once.out(), again.out());
        assertEquals(7, once.json().get("seed").asInt());
    }

    @Test
    void printsNothingElseWhenItAlsoWrites() {
        var quiet = Command.run("plan", Command.TINY, "--json").planned();
        var writing = Command.run("plan", Command.TINY, "--json", "--out", folder.resolve("calendar.ics"))
                .planned();

        assertEquals(quiet.out(), writing.out());
        assertTrue(Files.exists(folder.resolve("calendar.ics")));
    }

    @Test
    void takesAFileWhoseNameLooksLikeAnOptionAfterTwoDashes() {
        var command = Command.run("plan", "--json", "--", "--json");

        assertEquals(ExitCode.UNREADABLE_INPUT, command.code());
        assertTrue(command.refusal().contains("There is no file --json"), command.err());
    }

    @Test
    void endsWithOneIfThePlanHasErrors() throws IOException {
        var file = Files.writeString(folder.resolve("circle.json"), """
                {"name": "Circle", "start": "2027-01-11", "zone": "Europe/Berlin",
                 "tasks": [{"name": "Cabling", "duration": "2d", "after": [2]},
                           {"name": "Papers", "duration": "1d", "after": [1]}]}
                """);

        var command = Command.run("plan", file, "--json");

        assertEquals(ExitCode.PLANNED_WITH_ERRORS, command.code());
        assertEquals(1, command.code().number);
        assertEquals("", command.err());
        assertEquals(List.of(), faults(command.out()));
        assertEquals(
                "dependency-cycle",
                command.json().get("findings").get(0).get("code").asString());
    }

    @Test
    void plansNothingAndASingleMilestone() throws IOException {
        var nothing = Files.writeString(folder.resolve("nothing.json"), """
                {"name": "Nothing yet", "start": "2027-01-11", "zone": "Europe/Berlin", "tasks": []}
                """);
        var milestone = Files.writeString(folder.resolve("milestone.json"), """
                {"name": "One", "start": "2027-01-11", "zone": "Europe/Berlin",
                 "tasks": [{"name": "Go", "milestone": true}]}
                """);

        for (var file : List.of(nothing, milestone)) {
            var command = Command.run("plan", file, "--json").planned();

            assertEquals(List.of(), faults(command.out()));
            assertTrue(command.json().get("proved").asBoolean());
        }
    }

    @Test
    void countsAnOffsetOfItsOwnInNow() {
        var local = Command.run("plan", Command.TINY, "--json", "--now", "2027-01-12T11:00");
        var offset = Command.run("plan", Command.TINY, "--json", "--now", "2027-01-12T19:00+09:00");

        assertEquals(local.out(), offset.out());
        assertEquals("2027-01-12T11:00:00+01:00", local.json().get("start").asString());
    }

    @Test
    void startsNothingBeforeNow() {
        var calendar = Command.run("plan", Command.TINY, "--json", "--now", "2027-02-01")
                .json();

        for (var task : calendar.get("tasks"))
            assertTrue(task.get("start").asString().compareTo("2027-02-01T09") >= 0, task::toString);
    }

    @Test
    void startsOnTheDayThatIsAskedFor() {
        var calendar = Command.run("plan", Command.TINY, "--json", "--start", "2027-06-14")
                .json();

        assertEquals("2027-06-14T09:00:00+02:00", calendar.get("start").asString());
    }

    @Test
    void livesInTheZoneThatIsAskedForWhereTheFileNamesNone() {
        var tokyo = Command.run("plan", Command.SERVER_ROOM, "--json", "--zone", "Asia/Tokyo");
        var berlin = Command.run("plan", Command.TINY, "--json", "--zone", "Asia/Tokyo");

        assertEquals("Asia/Tokyo", tokyo.json().get("zone").asString());
        assertEquals("2027-03-01T09:00:00+09:00", tokyo.json().get("start").asString());
        assertEquals("Europe/Berlin", berlin.json().get("zone").asString());
    }

    private static List<String> faults(String json) throws IOException {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Command.ROOT.resolve("docs/contracts/plan.schema.json")));
        return schema
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.getExecutionConfig().setFormatAssertionsEnabled(true))
                .stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }
}
