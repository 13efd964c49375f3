package chargehand.files.own;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Deadline;
import chargehand.engine.plan.Lag;
import chargehand.engine.plan.Link;
import chargehand.engine.plan.LinkType;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.ResourceId;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.TaskId;
import chargehand.engine.time.Effort;
import chargehand.engine.time.WorkingCalendar;
import chargehand.files.NotCarriedOver;
import chargehand.files.ReadPlan;
import chargehand.files.Reading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPlansTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Reading READING = new Reading(BERLIN, LocalDate.of(2027, 1, 11));

    @Test
    void readsBackEveryPlanAsItWas() throws Exception {
        for (long seed = 0; seed < 500; seed++) {
            var plan = RandomPlans.plan(seed);

            var read = JsonPlans.read(written(new ReadPlan(plan, "JSON", List.of())), new Reading(BERLIN, null));

            assertEquals(plan, read.plan(), "seed " + seed);
        }
    }

    @Test
    void carriesTheFormatAndWhatWasNotCarriedOver() throws Exception {
        var original = new ReadPlan(
                RandomPlans.plan(1),
                "Microsoft Project",
                List.of(new NotCarriedOver("cost resource 'Travel'", "Money is no matter of a calendar.", 2)));

        assertEquals(original, JsonPlans.read(written(original), new Reading(BERLIN, null)));
    }

    @Test
    void writesWhatWasDerivedBesideThePlanAndDoesNotReadIt() throws Exception {
        for (long seed = 0; seed < 50; seed++) {
            var plan = RandomPlans.plan(seed);
            var out = new ByteArrayOutputStream();
            JsonPlans.write(PlannedPlans.of(plan), out);

            var read = JsonPlans.read(out.toByteArray(), new Reading(BERLIN, null));

            assertTrue(out.toString(UTF_8).contains("\"calendar\" : {\n    \"start\""));
            assertEquals(plan, read.plan(), "seed " + seed);
        }
    }

    @Test
    void saysWhenTheDiskIsFull() {
        var full = new OutputStream() {
            @Override
            public void write(int letter) throws IOException {
                throw new IOException("No space left on device");
            }
        };

        assertThrows(IOException.class, () -> JsonPlans.write(PlannedPlans.of(RandomPlans.plan(1)), full));
    }

    @Test
    void needsOnlyNamesAndLengths() throws Exception {
        var plan = read("""
                {"name": "Tiny", "tasks": [
                  {"name": "Draw", "work": "2d", "assignees": ["Ada"]},
                  {"name": "Build", "work": "1w", "after": ["1"]},
                  {"name": "Open", "milestone": true, "after": [2]}]}
                """);

        assertEquals(BERLIN, plan.zone());
        assertEquals(Instant.parse("2027-01-10T23:00:00Z"), plan.start());
        assertEquals(WorkingCalendar.officeHours("office", BERLIN), plan.projectCalendar());
        assertEquals(
                List.of(new ResourceId("Ada")),
                plan.resources().stream().map(each -> each.id()).toList());
        assertEquals(
                List.of(
                        Task.of("1", "Draw", new TaskExtent.ByEffort(Effort.ofHours(16)))
                                .withWbs("1")
                                .withAssignments(Assignment.of("Ada")),
                        Task.of("2", "Build", new TaskExtent.ByEffort(Effort.ofHours(40)))
                                .withWbs("2"),
                        Task.of("3", "Open", new TaskExtent.Milestone()).withWbs("3")),
                plan.tasks());
        assertEquals(List.of(Link.of("1", "2"), Link.of("2", "3")), plan.links());
    }

    @Test
    void numbersTasksBeneathEachOther() throws Exception {
        var plan = read("""
                {"name": "Nested", "tasks": [
                  {"name": "Phase", "tasks": [
                    {"name": "A", "duration": "4h"},
                    {"name": "B", "tasks": [{"name": "C", "elapsed": "2d"}]}]},
                  {"id": "x", "name": "D", "parent": "1", "duration": 90}]}
                """);

        assertEquals(
                List.of("1", "1.1", "1.2", "1.2.1", "1.3"),
                plan.tasks().stream().map(Task::wbs).toList());
        assertEquals(new TaskId("1"), plan.tasks().getLast().parent());
        assertEquals(
                List.of(true, false, true, false, false),
                plan.tasks().stream().map(Task::isSummary).toList());
    }

    @Test
    void takesADateForItsBeginningOrForItsEnd() throws Exception {
        var plan = read("""
                {"name": "Dates", "tasks": [
                  {"name": "A", "work": "1d", "notBefore": "2027-02-01", "deadline": "2027-02-05",
                   "windows": [{"from": "2027-02-06", "to": "2027-02-07"}], "pinned": "2027-02-02T10:30"}]}
                """);

        var task = plan.tasks().getFirst();
        assertEquals(Instant.parse("2027-01-31T23:00:00Z"), task.notBefore());
        assertEquals(Instant.parse("2027-02-02T09:30:00Z"), task.pinnedStart());
        assertEquals(new Deadline(Instant.parse("2027-02-05T23:00:00Z"), null), task.deadline());
        assertEquals(
                Instant.parse("2027-02-07T23:00:00Z"), task.windows().getFirst().toExclusive());
    }

    @Test
    void takesAnAbsenceForABookingOfAllThatSomebodyHas() throws Exception {
        var plan = read("""
                {"name": "Leave", "tasks": [], "people": [
                  {"name": "Ada", "capacity": 50, "absences": [{"from": "2027-02-01", "to": "2027-02-05"}]}]}
                """);

        var booking = plan.bookings().getFirst();
        assertEquals(50, booking.units());
        assertEquals("away", booking.reason());
        assertEquals(Instant.parse("2027-01-31T23:00:00Z"), booking.fromInclusive());
        assertEquals(Instant.parse("2027-02-05T23:00:00Z"), booking.toExclusive());
    }

    @Test
    void startsWhenTheCallerSaysWhateverTheFileSays() throws Exception {
        var plan = read("{\"name\": \"P\", \"zone\": \"Asia/Tokyo\", \"start\": \"2026-01-01\", \"tasks\": []}");

        assertEquals(Instant.parse("2027-01-10T15:00:00Z"), plan.start());
    }

    @ParameterizedTest
    @CsvSource({
        "11, FS, 0",
        "11FS+2h, FS, 120",
        "11SS, SS, 0",
        "11 FF - 1d, FF, -480",
        "11+1w, FS, 2400",
        "11SF+1.5d, SF, 720",
    })
    void readsLinksAsPeopleWriteThem(String after, LinkType type, int lag) throws Exception {
        var plan = read("""
                {"name": "P", "tasks": [{"id": 11, "name": "A", "work": 1}, {"name": "B", "work": 1, "after": ["%s"]}]}
                """.formatted(after));

        assertEquals(List.of(Link.of("11", "2", type, new Lag.Working(lag))), plan.links());
    }

    @Test
    void readsElapsedAndPercentLags() throws Exception {
        var plan = read("""
                {"name": "P", "tasks": [{"id": "A-1", "name": "A", "work": 1}, {"id": "10SS", "name": "B", "work": 1},
                  {"id": "x", "name": "C", "work": 1, "after": ["A-1SS+2ed", "A-1FF-50%", "10SS", "10SSSS+1h"]}]}
                """);

        assertEquals(
                List.of(
                        Link.of("A-1", "x", LinkType.SS, new Lag.Elapsed(2880)),
                        Link.of("A-1", "x", LinkType.FF, new Lag.Percent(-50)),
                        Link.of("10SS", "x"),
                        Link.of("10SS", "x", LinkType.SS, new Lag.Working(60))),
                plan.links());
    }

    private static Plan read(String json) throws Exception {
        return JsonPlans.read(json.getBytes(UTF_8), READING).plan();
    }

    private static byte[] written(ReadPlan plan) throws IOException {
        var out = new ByteArrayOutputStream();
        JsonPlans.write(plan, out);
        return out.toByteArray();
    }
}
