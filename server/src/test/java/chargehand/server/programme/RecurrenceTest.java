package chargehand.server.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.engine.plan.Window;
import chargehand.server.shared.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
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

    @Test
    void wordsAreCompleteInBothLanguages() {
        assertEquals(StepWords.in("en").keys(), StepWords.in("de").keys());
        assertEquals("Replace web", StepWords.in("fr").say("replace", "name", "web"));
    }
}
