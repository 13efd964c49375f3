package chargehand.engine.growth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.engine.growth.Growth.Kind;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Forecasts of growth hold as often as they say, of both kinds of series.
class GrowthTest {
    private static final int SERIES = 600;
    private static final int WEEKS = 40;

    @Test
    void aLineWithoutErrorsIsFollowed() {
        var growth =
                Growth.of(weeks(WEEKS), values(WEEKS, week -> 100 + 14 * week)).orElseThrow();

        assertEquals(Kind.line, growth.kind());
        assertEquals(2, growth.perDay(), 1e-9);
        assertEquals(100 + 14 * 50, growth.likely(350), 1e-6);
        var reached = growth.reaches(100 + 14 * 49);
        assertEquals(OptionalInt.of(70), reached.likely(), "ten weeks after the last measurement");
        assertEquals(reached.likely(), reached.early());
        assertEquals(reached.likely(), reached.late());
    }

    @Test
    void oneWildMeasurementChangesLittle() {
        var values = values(WEEKS, week -> 100 + 14 * week + (week % 2 == 0 ? 1 : -1));
        values[20] = 100_000;

        var growth = Growth.of(weeks(WEEKS), values).orElseThrow();

        assertEquals(2, growth.perDay(), 0.05);
    }

    @Test
    void boundsOfALineHoldAsOftenAsTheySay() {
        var chance = new SplittableRandom(2027);
        int held = 0;
        int dated = 0;
        for (int i = 0; i < SERIES; i++) {
            double noise = 30;
            var values = values(WEEKS, week -> 1_000 + 14 * week + noise * chance.nextGaussian());
            var growth = Growth.of(weeks(WEEKS), values).orElseThrow();
            double day = WEEKS * 7 + 84;
            double truth = 1_000 + 2 * day + noise * chance.nextGaussian();
            if (growth.low(day) <= truth && truth <= growth.high(day)) held++;
            var reached = growth.reaches(1_000 + 2 * day);
            int there = (int) day - (WEEKS - 1) * 7;
            if (reached.early().orElse(99_999) <= there
                    && there <= reached.late().orElse(99_999)) dated++;
        }
        assertHolds(held);
        assertTrue(dated >= 0.8 * SERIES, "the day on which it is full lies between the bounds: " + dated);
    }

    @Test
    void boundsHoldWhereSomeMeasurementsAreWild() {
        var chance = new SplittableRandom(7);
        int held = 0;
        for (int i = 0; i < SERIES; i++) {
            var values = values(
                    WEEKS, week -> 1_000 + 14 * week + (chance.nextInt(20) == 0 ? 600 : 30) * chance.nextGaussian());
            var growth = Growth.of(weeks(WEEKS), values).orElseThrow();
            double day = WEEKS * 7 + 84;
            double truth = 1_000 + 2 * day + 30 * chance.nextGaussian();
            if (growth.low(day) <= truth && truth <= growth.high(day)) held++;
        }
        assertHolds(held);
    }

    @Test
    void boundsOfAWalkHoldAsOftenAsTheySay() {
        var chance = new SplittableRandom(11);
        int held = 0;
        int walks = 0;
        for (int i = 0; i < SERIES; i++) {
            var values = new double[WEEKS + 12];
            for (int week = 1; week < values.length; week++)
                values[week] = values[week - 1] + 14 + 20 * chance.nextGaussian();
            var growth = Growth.of(weeks(WEEKS), java.util.Arrays.copyOf(values, WEEKS))
                    .orElseThrow();
            if (growth.kind() == Kind.walk) walks++;
            double day = (WEEKS + 11) * 7;
            if (growth.low(day) <= values[WEEKS + 11] && values[WEEKS + 11] <= growth.high(day)) held++;
        }
        assertHolds(held);
        assertTrue(walks > 0.95 * SERIES, "recognised as walks: " + walks);
    }

    private static void assertHolds(int held) {
        double share = (double) held / SERIES;
        assertTrue(share >= 0.75 && share <= 0.87, "of bounds that say 80 %, held: " + share);
    }

    @Test
    void whatDoesNotGrowIsNeverFull() {
        var growth = Growth.of(weeks(WEEKS), values(WEEKS, week -> 500 - week)).orElseThrow();

        assertEquals(OptionalInt.empty(), growth.reaches(1_000).likely());
        assertEquals(OptionalInt.of(0), growth.reaches(400).late(), "it is full already");
    }

    @Test
    void tooFewOrTooCloseSayNothing() {
        assertTrue(Growth.of(weeks(7), values(7, week -> week)).isEmpty());
        assertTrue(Growth.of(new double[] {0, 1, 2, 3, 4, 5, 6, 7}, values(8, week -> week))
                .isEmpty());
        assertThrows(IllegalArgumentException.class, () -> Growth.of(new double[] {1, 1}, new double[] {1, 2}));
        assertThrows(IllegalArgumentException.class, () -> Growth.of(new double[] {1}, new double[] {1, 2}));
    }

    @Test
    void manyMeasurementsAreTakenAsEasily() {
        var growth =
                Growth.of(weeks(20_000), values(20_000, week -> 7.0 * week)).orElseThrow();

        assertEquals(1, growth.perDay(), 1e-9);
    }

    private interface Value {
        double of(int week);
    }

    private static double[] weeks(int count) {
        var days = new double[count];
        for (int i = 0; i < count; i++) days[i] = 7.0 * i;
        return days;
    }

    private static double[] values(int count, Value value) {
        var values = new double[count];
        for (int i = 0; i < count; i++) values[i] = value.of(i);
        return values;
    }
}
