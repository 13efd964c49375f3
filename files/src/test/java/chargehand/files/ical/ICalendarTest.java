package chargehand.files.ical;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import biweekly.util.ICalDate;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.time.Effort;
import chargehand.files.Reading;
import chargehand.files.own.JsonPlans;
import chargehand.files.own.PlannedPlans;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.junit.jupiter.api.Test;

class ICalendarTest {
    @Test
    void writesAnEventForEachTaskThatIsNoSummary() throws Exception {
        var calendar = parsed(plan());

        assertEquals("Patient app", calendar.getNames().getFirst().getValue());
        assertEquals(
                List.of("Design", "Deadline: Design", "Go live"),
                calendar.getEvents().stream()
                        .map(event -> event.getSummary().getValue())
                        .toList());
    }

    @Test
    void givesATaskItsTimesAndAMilestoneItsMoment() throws Exception {
        var events = parsed(plan()).getEvents();

        assertEquals(
                Instant.parse("2027-01-11T00:00:00Z"),
                at(events.getFirst().getDateStart().getValue()));
        assertEquals(
                Instant.parse("2027-01-11T02:00:00Z"),
                at(events.getFirst().getDateEnd().getValue()));
        assertEquals(
                Instant.parse("2027-01-11T01:00:00Z"),
                at(events.get(2).getDateStart().getValue()));
        assertNull(events.get(2).getDateEnd());
    }

    @Test
    void tellsWhoAndByWhen() throws Exception {
        var description = parsed(plan()).getEvents().getFirst().getDescription().getValue();

        assertTrue(description.startsWith("Ada (50 %), Bram\nLikely by 12 January 2027.\n"), description);
    }

    @Test
    void showsADeadlineOnItsWholeDay() throws Exception {
        var deadline = parsed(plan()).getEvents().get(1);

        assertFalse(deadline.getDateStart().getValue().hasTime());
        assertTrue(written(plan()).contains("DTSTART;VALUE=DATE:20270129\r\nDTEND;VALUE=DATE:20270130\r\n"));
        assertTrue(deadline.getDescription().getValue().startsWith("Promised to Northgate Hospital."));
    }

    @Test
    void invitesNobodyAndKeepsNobodyBusy() throws Exception {
        var written = written(plan());

        assertFalse(written.contains("ATTENDEE") || written.contains("ORGANIZER") || written.contains("mailto"));
        assertEquals(
                3,
                parsed(plan()).getEvents().stream()
                        .filter(event -> event.getTransparency().isTransparent())
                        .count());
    }

    @Test
    void givesTheSameBytesAndUidsEveryTime() throws Exception {
        assertEquals(written(plan()), written(plan()));
        var uids = parsed(plan()).getEvents().stream()
                .map(event -> event.getUid().getValue())
                .toList();
        assertEquals(3, uids.stream().distinct().count());
        assertTrue(uids.getFirst().matches("[0-9a-f-]{36}@chargehand"), uids.getFirst());
    }

    @Test
    void isValid() throws Exception {
        var written = written(plan());

        assertEquals(
                0,
                Biweekly.parse(written)
                        .first()
                        .validate(biweekly.ICalVersion.V2_0)
                        .getWarnings()
                        .size());
        var calendar = new CalendarBuilder().build(new ByteArrayInputStream(written.getBytes(UTF_8)));
        var result = calendar.validate(true);
        assertFalse(result.hasErrors(), () -> result.getEntries().toString());
    }

    @Test
    void carriesEveryTextAndLetsNoneBecomeAnotherProperty() throws Exception {
        for (var name : List.of(
                "Übergabe, \"live\"; C:\\temp: 3 🚢",
                "two\nlines",
                "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nATTENDEE:mailto:ada@example.org",
                "x\u2028ATTENDEE:mailto:ada@example.org\u0085\u0000\u0007",
                "🚢".repeat(5_000),
                "long ".repeat(2_000))) {
            var calendar = parsed(plan().withTasks(List.of(task(name))));

            assertEquals(1, calendar.getEvents().size(), name);
            var event = calendar.getEvents().getFirst();
            assertEquals(
                    name.replaceAll("[\\s\\p{Cntrl}\u2028\u0085]+", " ").strip(),
                    event.getSummary().getValue());
            assertEquals(0, event.getAttendees().size());
        }
    }

    @Test
    void foldsLinesAt75Bytes() throws Exception {
        var written = written(plan().withTasks(List.of(task("Straße 🚢 ".repeat(200)))));

        assertTrue(written.lines().allMatch(line -> line.getBytes(UTF_8).length <= 75));
    }

    private static Task task(String name) {
        return Task.of("1", name, new TaskExtent.ByEffort(Effort.ofHours(8)));
    }

    private static Plan plan() throws Exception {
        return JsonPlans.read("""
                {"name": "Patient app", "zone": "UTC", "start": "2027-01-11", "tasks": [
                  {"id": "d", "name": "Design", "work": "3d", "assignees": [{"name": "Ada", "units": 50}, "Bram"],
                   "deadline": {"by": "2027-01-29", "promisedTo": "Northgate Hospital"}},
                  {"id": "m", "name": "Go live", "milestone": true, "after": ["d"]},
                  {"id": "s", "name": "Summary", "tasks": []}]}
                """.getBytes(UTF_8), new Reading(ZoneOffset.UTC, null))
                .plan();
    }

    private static biweekly.ICalendar parsed(Plan plan) throws IOException {
        return Biweekly.parse(written(plan)).first();
    }

    private static String written(Plan plan) throws IOException {
        var out = new ByteArrayOutputStream();
        ICalendar.write(PlannedPlans.of(plan), out);
        return out.toString(UTF_8);
    }

    private static Instant at(ICalDate date) {
        return date.toInstant();
    }
}
