package chargehand.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What `--out` writes, and that it reads back.
class PlanOutputsTest {
    @TempDir
    private Path folder;

    @Test
    void writesEachKindOfFileWholeAndAlwaysTheSame() throws IOException {
        var once = Files.createDirectory(folder.resolve("once"));
        var again = Files.createDirectory(folder.resolve("again"));

        var command = Command.run(everything(Command.PATIENT_APP, once)).planned();
        Command.run(everything(Command.PATIENT_APP, again)).planned();

        for (var ending : endings()) {
            var name = "calendar" + ending;
            assertTrue(Files.size(once.resolve(name)) > 1000, name);
            assertArrayEquals(Files.readAllBytes(once.resolve(name)), Files.readAllBytes(again.resolve(name)), name);
            assertTrue(command.out().contains("Written: " + once.resolve(name)), command.out());
        }
        try (var left = Files.list(once)) {
            assertEquals(endings().size(), left.count(), "nothing else is left there");
        }
    }

    @Test
    void writesEachKindOfFileForNothingAndForASingleMilestone() throws IOException {
        for (var tasks : List.of("", "{\"name\": \"Go\", \"milestone\": true}")) {
            var file = Files.writeString(folder.resolve("plan.txt"), """
                    {"name": "Small", "start": "2027-01-11", "zone": "Europe/Berlin", "tasks": [%s]}
                    """.formatted(tasks));

            Command.run(everything(file, folder)).planned();

            for (var ending : endings()) assertTrue(Files.size(folder.resolve("calendar" + ending)) > 0, ending);
        }
    }

    @Test
    void writesOverWhatItWroteBefore() throws IOException {
        var calendar = Files.writeString(folder.resolve("calendar.ics"), "old");

        Command.run("plan", Command.TINY, "--out", calendar).planned();

        assertTrue(Files.readString(calendar).startsWith("BEGIN:VCALENDAR"));
    }

    @Test
    void readsItsOwnJsonBackToTheSameCalendar() {
        var copy = folder.resolve("copy.json");
        var first = Command.run("plan", Command.PATIENT_APP, "--json", "--out", copy)
                .planned();

        var second = Command.run("plan", copy, "--json").planned();

        assertEquals(first.out(), second.out());
    }

    @Test
    void readsItsOwnTableBackToTheSameTasks() {
        var copy = folder.resolve("copy.csv");
        var first = Command.run("plan", Command.SERVER_ROOM, "--json", "--out", copy, "--zone", "Europe/Berlin")
                .planned();

        var second =
                Command.run("plan", copy, "--json", "--zone", "Europe/Berlin").planned();

        assertEquals(first.json().get("tasks"), second.json().get("tasks"));
    }

    @Test
    void readsItsOwnMicrosoftProjectFileBackWithTheSameDates() {
        var copy = folder.resolve("copy.xml");
        var first = Command.run("plan", Command.SERVER_ROOM, "--json", "--out", copy, "--zone", "Europe/Berlin")
                .planned();

        var second = Command.run("plan", copy, "--json", "--zone", "Europe/Berlin");

        assertEquals(dates(first.json()), dates(second.json()), second.err());
    }

    @Test
    void saysTheSameChanceOnThePageAndInTheFinding() throws IOException {
        var page = folder.resolve("calendar.html");
        var command = Command.run("plan", Command.PATIENT_APP, "--out", page).planned();

        var risk = Pattern.compile("In use in all wards .* in only (\\d+) of 100 runs")
                .matcher(command.out());

        assertTrue(risk.find(), command.out());
        var shown = Files.readString(page, StandardCharsets.UTF_8);
        assertTrue(shown.contains("Promised by"), "the promise stands on top");
        assertTrue(shown.contains(risk.group(1) + "\u00a0%"), "with a chance of " + risk.group(1));
    }

    private static List<String> endings() {
        return List.of(Outputs.endings().split(" "));
    }

    private static List<String> everything(Path file, Path folder) {
        var arguments = new ArrayList<>(List.of("plan", file.toString()));
        for (var ending : endings()) {
            arguments.add("--out");
            arguments.add(folder.resolve("calendar" + ending).toString());
        }
        return arguments;
    }

    private static List<String> dates(JsonNode calendar) {
        var dates = new ArrayList<String>();
        for (var task : calendar.get("tasks"))
            dates.add("%s %s – %s"
                    .formatted(
                            task.get("name").asString(),
                            task.get("start").asString(),
                            task.get("finish").asString()));
        return dates;
    }
}
