package chargehand.engine.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.engine.check.WorkingMinutes;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class WorkingTableTest {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final int BASE = minute("2027-01-04T00:00:00Z");
    private static final int END = BASE + 400 * 24 * 60;
    private static final List<String> ZONES = List.of(
            "UTC", "Europe/Amsterdam", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "America/Havana");

    @ParameterizedTest
    @CsvSource({
        "2027-03-28, 23", // the clock goes forward
        "2027-10-31, 25", // the clock goes back
        "2027-06-01, 24"
    })
    void countsTheHoursThatADayReallyHas(LocalDate date, int hours) {
        var table = WorkingTable.of(WorkingCalendar.aroundTheClock("always", AMSTERDAM), BASE, END);

        int worked = table.workBetween(midnight(date), midnight(date.plusDays(1)));

        assertEquals(hours * 60, worked);
    }

    @ParameterizedTest
    @CsvSource({"2027-03-28, 2", "2027-10-31, 4", "2027-06-01, 3"})
    void losesAndRepeatsTheHourOfTheNight(LocalDate date, int hours) {
        var nights =
                new WorkingCalendar("nights", "nights", AMSTERDAM, everyDay(TimeRange.ofHours(1, 4)), new TreeMap<>());
        var table = WorkingTable.of(nights, BASE, END);

        assertEquals(hours * 60, table.workBetween(midnight(date), midnight(date.plusDays(1))));
    }

    @Test
    void saysTheSameByDaysAsByIntervals() {
        var random = new SplittableRandom(5);
        for (var zone : ZONES) {
            var table = WorkingTable.of(WorkingCalendar.officeHours("office", ZoneId.of(zone)), BASE, END);
            var days = table.days();
            assertTrue(days != null, zone);
            for (int i = 0; i < 3_000; i++) {
                int moment = BASE + random.nextInt(300 * 24 * 60) - 500;
                int minutes = 1 + random.nextInt(i % 2 == 0 ? 600 : 12_000);
                long span = table.span(moment, minutes);
                int[] begin = {0};
                int[] done = {0};
                days.spans(new int[] {moment}, new int[] {minutes}, 1, begin, done, 0, 0);
                assertEquals(WorkingTable.begin(span), begin[0], zone + " " + moment + " " + minutes);
                assertEquals(WorkingTable.done(span), done[0], zone + " " + moment + " " + minutes);
            }
            int late = END - 1;
            assertThrows(
                    BeyondHorizon.class,
                    () -> days.spans(new int[] {late}, new int[] {600}, 1, null, new int[1], 0, 0));
        }
    }

    @Test
    void endsWithTheLastMinuteNeeded() {
        var table = WorkingTable.of(WorkingCalendar.officeHours("office", ZoneId.of("UTC")), BASE, END);

        assertEquals(minute("2027-01-08T18:00:00Z"), table.add(minute("2027-01-04T09:00:00Z"), 5 * 480));
        assertEquals(minute("2027-01-11T09:01:00Z"), table.add(minute("2027-01-08T18:00:00Z"), 1));
        assertEquals(minute("2027-01-09T12:00:00Z"), table.add(minute("2027-01-09T12:00:00Z"), 0));
    }

    @Test
    void beginsBackwardsAsLateAsCanBe() {
        var table = WorkingTable.of(WorkingCalendar.officeHours("office", ZoneId.of("UTC")), BASE, END);

        assertEquals(minute("2027-01-08T17:00:00Z"), table.subtract(minute("2027-01-11T09:00:00Z"), 60));
        assertEquals(minute("2027-01-08T13:00:00Z") - 60, table.subtract(minute("2027-01-08T18:00:00Z"), 300));
    }

    @Test
    void replacesAWholeDayByItsException() {
        var saturday = LocalDate.parse("2027-01-09");
        var monday = LocalDate.parse("2027-01-11");
        var calendar = WorkingCalendar.officeHours("office", ZoneId.of("UTC"))
                .with(
                        "with a saturday",
                        new TreeMap<>(Map.of(saturday, List.of(TimeRange.ofHours(9, 12)), monday, List.of())));
        var table = WorkingTable.of(calendar, BASE, END);

        assertEquals(180, table.workBetween(minute("2027-01-09T00:00:00Z"), minute("2027-01-12T00:00:00Z")));
        assertFalse(table.isWorking(minute("2027-01-11T10:00:00Z")));
        assertTrue(table.isWorking(minute("2027-01-09T11:59:00Z")));
        assertFalse(table.isWorking(minute("2027-01-09T12:00:00Z")));
    }

    @Test
    void refusesToAnswerBeyondItsEnd() {
        var table = WorkingTable.of(WorkingCalendar.officeHours("office", ZoneId.of("UTC")), BASE, END);

        assertThrows(BeyondHorizon.class, () -> table.add(BASE, 10_000_000));
        assertThrows(BeyondHorizon.class, () -> table.next(END));
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    /// Against a clock that is asked what time it is, minute by minute.
    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithTheClockOnTheWall(long seed) {
        var random = new SplittableRandom(seed);
        var one = randomCalendar(random);
        var other = randomCalendar(random);
        int offFrom = BASE + random.nextInt(END - BASE);
        int offTo = offFrom + random.nextInt(10_000);

        var table = WorkingTable.of(one, BASE, END)
                .and(WorkingTable.of(other, BASE, END))
                .without(offFrom, offTo);

        var naive = WorkingMinutes.of(one, BASE, END)
                .and(WorkingMinutes.of(other, BASE, END))
                .without(offFrom, offTo);
        assertEquals(naive.between(BASE, END - 1), table.workBetween(BASE, END - 1));
        for (int i = 0; i < 300; i++) {
            int moment = BASE + random.nextInt(END - BASE - 200 * 24 * 60);
            int work = random.nextInt(300);
            assertEquals(naive.works(moment), table.isWorking(moment), () -> "works at " + moment);
            if (naive.end(moment, work) == WorkingMinutes.NEVER) continue;
            assertEquals(naive.end(moment, work), table.add(moment, work), () -> moment + " and " + work + " minutes");
            if (work == 0 || naive.back(moment, work) < BASE) continue;
            long begin = naive.back(moment, work);
            assertEquals(begin, table.subtract(moment, work), () -> moment + " less " + work);
            long span = table.spanUntil(moment, work);
            assertEquals(begin, WorkingTable.begin(span), () -> work + " until " + moment);
            assertEquals(naive.end((int) begin, work), WorkingTable.done(span), () -> work + " until " + moment);
        }
    }

    /// What is done between a start and its end is what was to be done; and backwards from the end is the
    /// start.
    @ParameterizedTest
    @MethodSource("seeds")
    void comesBackFromWhereItWent(long seed) {
        var random = new SplittableRandom(seed);
        var table = WorkingTable.of(randomCalendar(random), BASE, END);
        if (table.workBetween(BASE, BASE + 200 * 24 * 60) < 1000) return;
        for (int i = 0; i < 100; i++) {
            int start = table.next(BASE + random.nextInt(60 * 24 * 60));
            int work = 1 + random.nextInt(300);

            int end = table.add(start, work);

            assertEquals(work, table.workBetween(start, end));
            assertEquals(start, table.subtract(end, work));
        }
    }

    private static WorkingCalendar randomCalendar(SplittableRandom random) {
        var week = new EnumMap<DayOfWeek, List<TimeRange>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) if (random.nextInt(7) < 5) week.put(day, ranges(random));
        var exceptions = new TreeMap<LocalDate, List<TimeRange>>();
        for (int i = 0; i < 10; i++)
            exceptions.put(
                    LocalDate.parse("2027-01-04").plusDays(random.nextInt(400)),
                    random.nextBoolean() ? List.of() : ranges(random));
        return new WorkingCalendar("any", "any", ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))), week, exceptions);
    }

    private static List<TimeRange> ranges(SplittableRandom random) {
        if (random.nextInt(6) == 0) return List.of(TimeRange.WHOLE_DAY);
        int from = random.nextInt(TimeRange.MINUTES_OF_DAY);
        int second = random.nextInt(TimeRange.MINUTES_OF_DAY);
        return List.of(
                new TimeRange(from, from + 1 + random.nextInt(TimeRange.MINUTES_OF_DAY - from)),
                new TimeRange(second, second + 1 + random.nextInt(TimeRange.MINUTES_OF_DAY - second)));
    }

    private static EnumMap<DayOfWeek, List<TimeRange>> everyDay(TimeRange range) {
        var week = new EnumMap<DayOfWeek, List<TimeRange>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) week.put(day, List.of(range));
        return week;
    }

    private static int midnight(LocalDate date) {
        return WorkingTable.minute(date.atStartOfDay(AMSTERDAM).toInstant());
    }

    private static int minute(String instant) {
        return WorkingTable.minute(Instant.parse(instant));
    }
}
