package chargehand.engine.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Days that come again. That another program finds the same is shown by the server's RecurrenceTest.
class DayRuleTest {
    private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=MONTHLY;BYDAY=2SU | 2027-01-10 2027-02-14 2027-03-14",
                "FREQ=MONTHLY;BYDAY=-1FR | 2027-01-29 2027-02-26 2027-03-26",
                "FREQ=MONTHLY;BYMONTHDAY=31 | 2027-01-31 2027-03-31 2027-05-31",
                "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 | 2027-01-29 2027-02-26 2027-03-31",
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO | 2027-01-03 2027-01-12 2027-01-17",
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU | 2027-01-10 2027-01-12 2027-01-24",
                "FREQ=YEARLY;BYDAY=20MO | 2027-05-17 2028-05-15 2029-05-14",
                "FREQ=YEARLY;BYMONTH=1,6 | 2027-01-01 2027-06-01 2028-01-01",
                "FREQ=DAILY;INTERVAL=10;COUNT=3 | 2027-01-01 2027-01-11 2027-01-21",
                "RRULE:FREQ=WEEKLY;UNTIL=20270116T000000Z | 2027-01-01 2027-01-08 2027-01-15"
            })
    void fallOnTheirDays(String rule, String days) throws Exception {
        var found = rule(rule).days(FIRST, FIRST, FIRST.plusYears(12)).stream().limit(3);

        assertEquals(days, found.map(LocalDate::toString).collect(Collectors.joining(" ")));
    }

    private static DayRule rule(String text) throws UnreadableRule {
        return DayRule.of(text, ZoneOffset.UTC);
    }

    @Test
    void aLeapDayComesInLeapYears() throws Exception {
        var leap = rule("FREQ=YEARLY").days(LocalDate.of(2028, 2, 29), FIRST, LocalDate.of(2041, 1, 1));

        assertEquals(
                "[2028-02-29, 2032-02-29, 2036-02-29, 2040-02-29]",
                leap.toString(),
                "never the 28th or the 1st instead");
    }

    @Test
    void aMomentInAnotherZoneEndsItOnTheDayThere() throws Exception {
        var text = "FREQ=DAILY;UNTIL=20270103T230000Z";

        assertEquals(
                LocalDate.of(2027, 1, 4),
                DayRule.of(text, ZoneId.of("Europe/Berlin")).until());
        assertEquals(LocalDate.of(2027, 1, 3), DayRule.of(text, ZoneOffset.UTC).until());
    }

    @Test
    void aRuleWithoutAnEndIsCutAtItsHorizon() throws Exception {
        var never = rule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30");

        assertNull(never.next(FIRST, FIRST, LocalDate.of(3000, 1, 1)));
        assertEquals(
                LocalDate.of(2096, 2, 29),
                rule("FREQ=MONTHLY;BYMONTHDAY=-1").next(FIRST, LocalDate.of(2096, 2, 1), LocalDate.of(2100, 1, 1)));
        assertTrue(rule("FREQ=DAILY").days(FIRST, FIRST, FIRST).isEmpty());
        assertEquals(FIRST, rule("FREQ=DAILY").next(FIRST, LocalDate.of(1970, 1, 1), LocalDate.of(2100, 1, 1)));
    }

    @ParameterizedTest
    @CsvSource({
        "FREQ=DAILY, 13000",
        "FREQ=DAILY;BYMONTH=2, 13000",
        "FREQ=WEEKLY, 90000",
        "FREQ=MONTHLY, 400000",
        "FREQ=YEARLY, 5000000"
    })
    void itEndsForWhoeverAsksForDaysThatNobodyPlans(String rule, int year) throws Exception {
        var never = rule(rule);
        var far = LocalDate.of(year, 1, 1);

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertTrue(never.days(FIRST, far, far.plusYears(1)).isEmpty());
            assertNull(never.next(FIRST, far, far.plusYears(1)));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "every Sunday | NO_RULE",
                "INTERVAL=2 | NO_RULE",
                "FREQ=DAILY;;COUNT=2 | NO_RULE",
                "FREQ=HOURLY | VALUE_WRONG",
                "FREQ=WEEKLY;INTERVAL=0 | VALUE_WRONG",
                "FREQ=WEEKLY;BYDAY=XX | VALUE_WRONG",
                "FREQ=MONTHLY;BYDAY=6MO | VALUE_WRONG",
                "FREQ=MONTHLY;BYMONTHDAY=0 | VALUE_WRONG",
                "FREQ=MONTHLY;BYMONTHDAY=32 | VALUE_WRONG",
                "FREQ=DAILY;UNTIL=20270230 | VALUE_WRONG",
                "FREQ=DAILY;BYHOUR=3 | PART_UNKNOWN",
                "FREQ=YEARLY;BYWEEKNO=20 | PART_UNKNOWN",
                "FREQ=DAILY;FREQ=DAILY | PART_TWICE",
                "FREQ=DAILY;COUNT=2;UNTIL=20270101 | PARTS_CONFLICT",
                "FREQ=WEEKLY;BYDAY=2SU | PARTS_CONFLICT",
                "FREQ=WEEKLY;BYMONTHDAY=3 | PARTS_CONFLICT",
                "FREQ=MONTHLY;BYSETPOS=1 | PARTS_CONFLICT"
            })
    void refusesWhatIsNoRuleOfDays(String text, UnreadableRule.Why why) {
        assertEquals(why, assertThrows(UnreadableRule.class, () -> rule(text)).why());
    }
}
