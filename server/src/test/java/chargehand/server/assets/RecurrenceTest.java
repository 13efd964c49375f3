package chargehand.server.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.engine.plan.Window;
import chargehand.server.shared.Problem;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Recur;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Days that come again, and windows on them.
class RecurrenceTest {
    private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=MONTHLY;BYDAY=2SU | 2027-01-10 2027-02-14 2027-03-14",
                "FREQ=MONTHLY;BYMONTHDAY=-1 | 2027-01-31 2027-02-28 2027-03-31",
                "FREQ=MONTHLY;BYMONTHDAY=31 | 2027-01-31 2027-03-31 2027-05-31",
                "FREQ=MONTHLY;INTERVAL=3 | 2027-01-01 2027-04-01 2027-07-01",
                "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 | 2027-01-29 2027-02-26 2027-03-31",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29 | 2028-02-29 2032-02-29 2036-02-29",
                "rrule:freq=daily | 2027-01-01 2027-01-02 2027-01-03"
            })
    void goesOnForEverAndIsAskedForAStretch(String rule, String days) {
        var recurrence = Recurrence.of("rule", rule);

        var found = recurrence.days(FIRST, FIRST, FIRST.plusYears(12)).stream().limit(3);

        assertEquals(days, found.map(LocalDate::toString).collect(Collectors.joining(" ")));
        var later = recurrence.days(FIRST, LocalDate.of(2096, 1, 1), LocalDate.of(2101, 1, 1));
        assertTrue(
                later.stream().allMatch(each -> each.getYear() >= 2096 && each.getYear() <= 2100),
                "a rule without an end costs no more in seventy years");
    }

    @Test
    void countsFromItsFirstDayAndEndsWhereItSays() {
        var third = Recurrence.of("rule", "FREQ=WEEKLY;INTERVAL=3;COUNT=4");

        assertEquals(
                List.of(LocalDate.of(2027, 2, 12), LocalDate.of(2027, 3, 5)),
                third.days(FIRST, LocalDate.of(2027, 2, 1), LocalDate.of(2028, 1, 1)));
        assertEquals(List.of(), third.days(FIRST, LocalDate.of(2026, 1, 1), FIRST));
        assertEquals(List.of(), third.days(FIRST, FIRST, FIRST));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "every Sunday",
                "FREQ=HOURLY",
                "FREQ=SECONDLY;COUNT=9",
                "FREQ=WEEKLY;INTERVAL=0",
                "FREQ=WEEKLY;BYDAY=XX",
                "FREQ=DAILY;BYHOUR=3",
                "INTERVAL=2",
                "FREQ=MONTHLY;BYMONTHDAY=32"
            })
    void refusesWhatIsNoRuleOfDays(String rule) {
        assertEquals(
                "rule-unreadable",
                assertThrows(Problem.class, () -> Recurrence.of("rule", rule)).code());
    }

    @Test
    void windowsKeepToTheClockOnDaysOnWhichItChanges() {
        var nights = ChangeWindows.of("FREQ=MONTHLY;BYDAY=-1SU", LocalTime.of(1, 0), 240);

        var windows = nights.after(Instant.parse("2027-03-01T00:00:00Z"), BERLIN, 8);

        assertEquals(window("2027-03-28T00:00:00Z", 180), windows.getFirst(), "an hour is lost in it");
        assertEquals(window("2027-04-24T23:00:00Z", 240), windows.get(1));
        assertEquals(window("2027-10-30T23:00:00Z", 300), windows.get(7), "an hour comes twice");
    }

    private static Window window(String from, int minutes) {
        return new Window(Instant.parse(from), Instant.parse(from).plus(Duration.ofMinutes(minutes)));
    }

    @Test
    void refusesWindowsThatAreNone() {
        for (int minutes : new int[] {0, -60, 29, 1441})
            assertThrows(Problem.class, () -> ChangeWindows.of("FREQ=DAILY", null, minutes));
        assertEquals(ChangeWindows.USUAL, ChangeWindows.of(null, null, null));
    }

    /// Another program's reading of the same rules, of those that it reads as RFC 5545 has them: it looks for
    /// days of the month of a year in one month only, judges a week's month by its beginning, and counts weeks
    /// from a first day within one.
    @Test
    void fallsOnTheDaysThatAnotherProgramFinds() {
        var random = new Random(7);
        int compared = 0;
        for (int n = 0; n < 2_000; n++) {
            var rule = rule(random);
            if (rule.matches(".*YEARLY.*BYMONTHDAY.*") && !rule.contains("BYMONTH=")) continue;
            if (rule.matches(".*(WEEKLY.*BYMONTH=|DAILY.*BYMONTHDAY).*")) continue;
            var first = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1_500));
            if (rule.contains("WEEKLY")) first = first.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            var to = first.plusYears(9);
            Recurrence ours;
            try {
                ours = Recurrence.of("rule", rule);
            } catch (Problem conflict) {
                continue;
            }
            compared++;
            var theirs = new Recur<LocalDate>(rule)
                    .getDates(first, first, to).stream()
                            .filter(each -> each.isBefore(to))
                            .sorted()
                            .toList();
            assertEquals(theirs, ours.days(first, first, to), rule + " from " + first);
            var later = first.plusDays(random.nextInt(2_000));
            assertEquals(
                    theirs.stream().filter(each -> !each.isBefore(later)).toList(),
                    ours.days(first, later, to),
                    rule + " asked from " + later);
        }
        assertTrue(compared > 1_000, compared + " rules were compared");
    }

    @Test
    void daysOfTheMonthAreThoseOfEachMonthInAYear() {
        var monthly = Recurrence.of("rule", "FREQ=MONTHLY;BYMONTHDAY=3,-2;BYDAY=MO,FR");
        var yearly = Recurrence.of("rule", "FREQ=YEARLY;BYMONTHDAY=3,-2;BYDAY=MO,FR");

        assertEquals(monthly.days(FIRST, FIRST, FIRST.plusYears(9)), yearly.days(FIRST, FIRST, FIRST.plusYears(9)));
    }

    private static String rule(Random random) {
        var frequency = List.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY").get(random.nextInt(4));
        var rule = new StringBuilder("FREQ=" + frequency + ";WKST=MO");
        if (random.nextBoolean()) rule.append(";INTERVAL=").append(1 + random.nextInt(5));
        if (random.nextInt(3) == 0) rule.append(";BYMONTH=").append(some(random, 2, 1, 12));
        boolean monthDays = !frequency.equals("WEEKLY") && random.nextInt(3) == 0;
        if (monthDays) rule.append(";BYMONTHDAY=").append(some(random, 3, -31, 31));
        boolean days = random.nextBoolean();
        boolean nth = !monthDays && (frequency.equals("MONTHLY") || frequency.equals("YEARLY")) && random.nextBoolean();
        if (days) rule.append(";BYDAY=").append(weekdays(random, nth ? 4 : 0));
        if ((days || monthDays) && random.nextInt(3) == 0)
            rule.append(";BYSETPOS=").append(some(random, 2, -3, 3));
        if (random.nextInt(4) == 0) rule.append(";COUNT=").append(1 + random.nextInt(40));
        else if (random.nextInt(4) == 0)
            rule.append(";UNTIL=").append(2026 + random.nextInt(6)).append("0715");
        return rule.toString();
    }

    private static String some(Random random, int most, int least, int largest) {
        var some = new TreeSet<Integer>();
        for (int n = 1 + random.nextInt(most); some.size() < n; ) {
            int number = least + random.nextInt(largest - least + 1);
            if (number != 0) some.add(number);
        }
        return some.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static String weekdays(Random random, int most) {
        var some = new TreeSet<String>();
        for (int n = 1 + random.nextInt(3); some.size() < n; ) {
            var day = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU").get(random.nextInt(7));
            int nth = most == 0 ? 0 : random.nextInt(2 * most + 1) - most;
            some.add(nth == 0 ? day : nth + day);
        }
        return String.join(",", some);
    }
}
