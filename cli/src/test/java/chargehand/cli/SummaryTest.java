package chargehand.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person reads when a plan is made.
class SummaryTest {
    @TempDir
    private Path folder;

    @Test
    void tellsTheFinishItsChanceItsBoundAndWhatDrivesIt() {
        var summary = Command.run("plan", Command.PATIENT_APP).planned().out();

        for (var part : new String[] {
            "Patient app for Northgate Hospital",
            "26 tasks, 7 resources",
            "times of Europe/Berlin",
            "Planned finish",
            "Likely by",
            "80 %",
            "general prior",
            "Best possible",
            "What drives the finish",
            "Stand by and hand over",
            "Busiest",
            "Dewi",
            "Findings",
            "[deadline-at-risk]"
        }) assertTrue(summary.contains(part), part + " is missing in" + summary);
    }

    @Test
    void saysOfADeadlineWithoutATimeThatItIsTheEndOfItsDay() {
        var summary = Command.run("plan", Command.PATIENT_APP).planned().out();

        assertTrue(summary.contains("its deadline, the end of Fri 30 Apr 2027, in only"), summary);
    }

    @Test
    void countsOneInTheSingular() throws IOException {
        var file = Files.writeString(folder.resolve("plan.json"), """
                {"name": "One", "start": "2027-01-11", "zone": "Europe/Berlin",
                 "people": [{"name": "Ada"}], "tasks": [{"name": "Delivery", "elapsed": "1w"}]}
                """);

        var summary = Command.run("plan", file).planned().out();

        assertTrue(summary.contains("1 task, 1 resource;"), summary);
        assertTrue(summary.contains("Nobody is assigned to Delivery."), summary);
    }

    @Test
    void startsAndEndsAMilestoneOnTheSameDay() throws IOException {
        var file = Files.writeString(folder.resolve("plan.json"), """
                {"name": "One", "start": "2027-01-11", "zone": "Europe/Berlin",
                 "tasks": [{"name": "Go", "milestone": true}]}
                """);

        var summary = Command.run("plan", file).planned().out();

        assertTrue(summary.contains("Likely by        Mon 11 Jan 2027"), summary);
        assertTrue(summary.contains("Mon 11 Jan 2027 – Mon 11 Jan 2027"), summary);
    }

    @Test
    void saysWhoseZoneItIsWhereNobodyNamedOne() {
        var machines = Command.run("plan", Command.SERVER_ROOM).planned().out();
        var asked = Command.run("plan", Command.SERVER_ROOM, "--zone", "Asia/Tokyo")
                .planned()
                .out();

        assertTrue(machines.contains("times of America/Los_Angeles (this machine's zone"), machines);
        assertTrue(asked.contains("times of Asia/Tokyo\n"), asked);
    }

    @Test
    void saysThatTheTimeLimitEndedTheSearch() throws IOException {
        var cut = Command.run("plan", pairs(), "--schedules", 1_000_000_000, "--time-limit", 1)
                .planned()
                .out();
        var whole = Command.run("plan", pairs(), "--schedules", 30, "--time-limit=1000")
                .planned()
                .out();

        assertTrue(cut.contains("the time limit ended it early"), cut);
        assertFalse(whole.contains("time limit"), whole);
    }

    /// Any two of these tasks share somebody, which no bound by people's work sees: the search never ends by
    /// itself.
    private Path pairs() throws IOException {
        return Files.writeString(folder.resolve("pairs.json"), """
                {"name": "Pairs", "start": "2027-01-11", "zone": "Europe/Berlin",
                 "people": [{"name": "Ada"}, {"name": "Bram"}, {"name": "Chidi"}],
                 "tasks": [{"name": "One", "duration": "1d", "assignees": ["Ada", "Bram"]},
                           {"name": "Two", "duration": "1d", "assignees": ["Bram", "Chidi"]},
                           {"name": "Three", "duration": "1d", "assignees": ["Ada", "Chidi"]}]}
                """);
    }
}
