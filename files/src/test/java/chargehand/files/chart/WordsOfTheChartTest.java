package chargehand.files.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chargehand.engine.forecast.Forecast.Chance;
import chargehand.engine.time.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Dates, chances, numbers and working time, as the drawings write them.
class WordsOfTheChartTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final Instant START = Instant.parse("2027-03-01T08:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, 0", "10, 2", "20, 10", "30, 30", "40, 50", "50, 65", "60, 80", "70, 90", "80, 98", "95, 100"})
    void readsAChanceOffTheForecast(int seconds, int percent) {
        var chance = new Chance(at(10), at(20), at(40), at(60), at(70), at(80));

        assertEquals(percent, Chances.percentBy(chance, at(seconds)));
    }

    @Test
    void isSureOfWhatHasHappened() {
        assertEquals(100, Chances.percentBy(Chance.certain(START), START));
        assertEquals(0, Chances.percentBy(Chance.certain(START), START.minusSeconds(60)));
    }

    @Test
    void writesTheYearOnlyWhereThePlanNeedsIt() {
        var end = Instant.parse("2027-05-31T15:00:00Z");

        assertEquals("1\u00a0Mar", new Dates(ZONE, START, end).brief(START));
        assertEquals("1\u00a0Mar\u00a02027", new Dates(ZONE, START, end.plusSeconds(31_536_000)).brief(START));
        assertEquals("09:00", new Dates(ZONE, START, START.plusSeconds(7200)).brief(START));
    }

    @Test
    void endsOnTheDayBeforeWhatEndsAtMidnight() {
        var dates = new Dates(ZONE, START, Instant.parse("2027-05-31T15:00:00Z"));
        var midnight = Instant.parse("2027-03-02T23:00:00Z");

        assertEquals("2\u00a0Mar", dates.briefEnd(midnight));
        assertEquals("24:00", dates.clockEnd(midnight));
        assertEquals("Tue\u00a02\u00a0March\u00a02027", dates.fullEnd(midnight));
    }

    @Test
    void countsWorkingTimeOverWeekendsAndDaysOff() {
        var calendar = WorkingCalendar.officeHours("base", ZONE).daysOff("office", LocalDate.of(2027, 3, 1));

        var friday = Instant.parse("2027-02-26T16:00:00Z");
        var time = new WorkingTime(calendar, friday, friday.plusSeconds(10 * 86_400));

        var end = time.after(friday, 120);

        assertEquals(Instant.parse("2027-03-02T09:00:00Z"), end);
        assertEquals(120, time.between(friday, end));
    }

    @ParameterizedTest
    @CsvSource({"12, 12", "0.5, 0.5", "0.05, 0.05", "-3.456, -3.46", "-0.001, 0", "1e5, 100000"})
    void writesNumbersShort(double value, String text) {
        assertEquals(text, Markup.number(value));
    }

    private static Instant at(int seconds) {
        return START.plusSeconds(seconds);
    }
}
