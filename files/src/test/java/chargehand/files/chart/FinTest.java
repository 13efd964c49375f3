package chargehand.files.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.engine.forecast.Forecast.Chance;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FinTest {
    private static final Instant START = Instant.parse("2027-01-04T08:00:00Z");
    /// One pixel an hour.
    private static final TimeScale SCALE = new TimeScale(START, START.plus(Duration.ofHours(1000)), 1000);

    private static final Chance CHANCE = new Chance(hour(100), hour(120), hour(160), hour(200), hour(240), hour(320));

    @Test
    void runsThroughEveryPointOfTheForecast() {
        var fin = Fin.of(CHANCE, SCALE, START);

        assertEquals(1, at(fin, 100));
        assertEquals(0.9, at(fin, 120));
        assertEquals(0.5, at(fin, 160));
        assertEquals(0.2, at(fin, 200));
        assertEquals(0.1, at(fin, 240));
        assertEquals(320, fin.end());
    }

    @Test
    void neverRisesAndIsNeverTooThinToBeSeen() {
        var curves = Fin.of(CHANCE, SCALE, START).outline(18, 12, 0).steps().stream()
                .filter(Outline.Curve.class::isInstance)
                .map(Outline.Curve.class::cast)
                .toList();

        double top = 6;
        for (var curve : curves) {
            assertTrue(curve.ay() >= top && curve.by() >= curve.ay() && curve.y() >= curve.by());
            assertTrue(18 - curve.y() >= 0.9 - 1e-9);
            top = curve.y();
        }
        assertEquals(5, curves.size());
    }

    @Test
    void beginsLowerWhereTheWorkMayBeOverBeforeItIsPlannedToStart() {
        var fin = Fin.of(CHANCE, SCALE, hour(160));

        assertEquals(160, fin.start());
        assertEquals(0.5, fin.knots().getFirst().height(), 1e-9);
    }

    @Test
    void keepsItsCurveWhenItIsCutBetweenTwoPoints() {
        var whole = Fin.of(CHANCE, SCALE, START);
        var cut = Fin.of(CHANCE, SCALE, hour(140));

        double first = cut.knots().getFirst().height();
        assertTrue(first < 0.9 && first > 0.5);
        assertEquals(whole.knots().subList(2, 6), cut.knots().subList(1, 5));
    }

    @Test
    void isNotDrawnWhereTheEndIsCertain() {
        assertTrue(Fin.of(Chance.certain(hour(100)), SCALE, START).isEmpty());
        assertFalse(Fin.of(CHANCE, SCALE, START).isEmpty());
    }

    private static double at(Fin fin, double x) {
        return fin.knots().stream()
                .filter(knot -> knot.x() == x)
                .findFirst()
                .orElseThrow()
                .height();
    }

    private static Instant hour(int hours) {
        return START.plus(Duration.ofHours(hours));
    }
}
