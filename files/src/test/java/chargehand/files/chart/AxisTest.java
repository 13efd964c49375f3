package chargehand.files.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final Instant START = Instant.parse("2027-01-11T08:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT2H, QUARTER_HOUR",
        "PT12H, HOUR",
        "P3D, SIX_HOURS",
        "P30D, DAY",
        "P100D, WEEK",
        "P700D, MONTH",
        "P2000D, QUARTER",
        "P9000D, YEAR"
    })
    void isAsFineAsItsLabelsHaveRoom(Duration length, Grain grain) {
        var axis = axis(length);

        assertEquals(grain, axis.grain());
        for (int i = 1; i < axis.ticks().size(); i++)
            assertTrue(axis.ticks().get(i).x() - axis.ticks().get(i - 1).x() > 17);
    }

    @Test
    void writesAsManyYearsAsHaveRoom() {
        var named = axis(Duration.ofDays(365 * 90)).ticks().stream()
                .filter(tick -> !tick.label().isEmpty())
                .toList();

        assertTrue(named.size() > 10);
        for (int i = 1; i < named.size(); i++)
            assertTrue(named.get(i).x() - named.get(i - 1).x() >= 32);
    }

    @Test
    void namesTheYearOnceAndMonthsInFullWhereTheyFit() {
        var headings = labels(axis(Duration.ofDays(100)).headings());

        assertEquals(List.of("January\u00a02027", "February", "March", "April"), headings);
    }

    @Test
    void namesTheYearAgainWhenItChanges() {
        var headings = labels(Axis.of(
                        new TimeScale(
                                Instant.parse("2027-11-20T00:00:00Z"), Instant.parse("2028-02-10T00:00:00Z"), 900),
                        ZONE)
                .headings());

        assertEquals(List.of("November\u00a02027", "December", "January\u00a02028", "February"), headings);
    }

    @Test
    void leavesOutAHeadingThatHasNoRoom() {
        var headings = labels(axis(Duration.ofDays(21)).headings());

        assertEquals(List.of("January\u00a02027", ""), headings);
    }

    @Test
    void staysOnMidnightWhenTheClockChanges() {
        var ticks = Axis.of(
                        new TimeScale(Instant.parse("2027-03-27T23:00:00Z"), Instant.parse("2027-03-30T22:00:00Z"), 71),
                        ZONE)
                .ticks();

        assertEquals(List.of(0.0, 23.0, 47.0), ticks.stream().map(Axis.Tick::x).toList());
    }

    private static Axis axis(Duration length) {
        return Axis.of(new TimeScale(START, START.plus(length), 900), ZONE);
    }

    private static List<String> labels(List<Axis.Tick> ticks) {
        return ticks.stream().map(Axis.Tick::label).toList();
    }
}
