package chargehand.engine.forecast.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.engine.forecast.Spreads;
import chargehand.engine.plan.EstimateRange;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.time.Effort;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Ranges of estimators, and what became of them.
final class RangeRecordTest {
    private static final EstimateRange DAYS = new EstimateRange(2 * 480, 6 * 480);

    private static FinishedWork finished(double low, double estimate, double high, double actual, int day) {
        var range = new HoursRange(low, high);
        var work = new Work(
                "t" + day,
                new Labels(null, null, "Harbour", null, null, null, null),
                estimate,
                MadeUpWork.day(day),
                range);
        return new FinishedWork(work, actual, MadeUpWork.day(day + 1));
    }

    /// Estimators who say of everything *8 to 12, most likely 10*, while it scatters twice as far, and around 12.
    private static List<FinishedWork> tooNarrowAndTooLow(int count) {
        var random = new SplittableRandom(11);
        double sigma = 2 * Math.log(1.2) / 1.28155;
        var all = new ArrayList<FinishedWork>();
        for (int i = 0; i < count; i++) all.add(finished(8, 10, 12, 12 * Math.exp(sigma * random.nextGaussian()), i));
        return all;
    }

    @Test
    void takesTheWordOfWhoHasNoRecordYet() {
        assertEquals(2.0 / 3, RangeRecord.NONE.ratio(DAYS, 3 * 480, 0.1), 0.02);
        assertEquals(1, RangeRecord.NONE.ratio(DAYS, 3 * 480, 0.5), 0.02);
        assertEquals(2, RangeRecord.NONE.ratio(DAYS, 3 * 480, 0.9), 0.04);
    }

    @Test
    void widensAndMovesRangesThatDidNotHold() {
        var record = RangeRecord.of(tooNarrowAndTooLow(300));
        var range = new EstimateRange(8 * 60, 12 * 60);

        assertEquals(12, 10 * record.ratio(range, 600, 0.5), 0.5);
        assertEquals(12 * 1.44, 10 * record.ratio(range, 600, 0.9), 1.2);
        assertTrue(record.held() < 150 && record.over() > record.under());
        assertEquals(300, record.held() + record.over() + record.under());
    }

    /// What the corrected ranges say holds of work that they have not seen, as often as they say.
    @Test
    void holdsAsOftenAsItSays() {
        var all = tooNarrowAndTooLow(1_300);
        var record = RangeRecord.of(all.subList(0, 300));
        var range = new EstimateRange(8 * 60, 12 * 60);

        long inside = all.subList(300, 1_300).stream()
                .filter(each ->
                        each.ratio() >= record.ratio(range, 600, 0.1) && each.ratio() <= record.ratio(range, 600, 0.9))
                .count();

        assertEquals(0.8, inside / 1000.0, 0.06);
    }

    /// Somebody tells *16 to 48 hours, most likely 48*, and it takes 64: one such must not stretch all others.
    @Test
    void isNotDecidedByAnEstimateAtTheEndOfItsRange() {
        var one = RangeRecord.of(List.of(finished(16, 48, 48, 64, 1)));

        assertTrue(one.ratio(DAYS, 3 * 480, 0.999) < 6, "so many times: " + one.ratio(DAYS, 3 * 480, 0.999));
        assertEquals(1, one.over());
    }

    /// What narrow ranges missed says little of how far a wide one will be missed.
    @Test
    void widensNarrowRangesMoreThanWideOnes() {
        var random = new SplittableRandom(4);
        var all = new ArrayList<FinishedWork>();
        for (int i = 0; i < 100; i++) all.add(finished(9, 10, 11, 10 * Math.exp(0.5 * random.nextGaussian()), i));
        var record = RangeRecord.of(all);

        double narrow = record.ratio(new EstimateRange(540, 660), 600, 0.9);
        double wide = record.ratio(new EstimateRange(200, 1800), 600, 0.9);

        assertEquals(Math.exp(0.5 * 1.28), narrow, 0.3, "as it scattered, and not as it was told");
        assertTrue(wide > 3 && wide < 4.5, "hardly wider than it was told: " + wide);
    }

    @Test
    void growsLouderThanTheWordLittleByLittle() {
        var range = new EstimateRange(8 * 60, 12 * 60);
        double before = RangeRecord.NONE.ratio(range, 600, 0.9);
        for (int count : List.of(4, 30, 300)) {
            double now = RangeRecord.of(tooNarrowAndTooLow(count)).ratio(range, 600, 0.9);
            assertTrue(now > before, "%d: %f after %f".formatted(count, now, before));
            before = now;
        }
    }

    @Test
    void forgetsRangesOfAnotherTime() {
        var before = tooNarrowAndTooLow(500);
        var since = new ArrayList<>(before);
        for (int i = 0; i < RangeRecord.MOST; i++) since.add(finished(8, 10, 12, 10, 600 + i));

        assertEquals(RangeRecord.MOST, RangeRecord.of(since).held());
    }

    @Test
    void isSilentWhereTheEstimateHasLeftTheRange() {
        var task = Task.of("a", "A", new TaskExtent.ByEffort(new Effort(8 * 480)));
        assertTrue(RangeRecord.NONE.ratios(task).isEmpty());
        assertTrue(RangeRecord.NONE.ratios(task.withRange(DAYS)).isEmpty());
        assertEquals(0, RangeRecord.of(List.of(finished(2, 10, 6, 5, 1))).count());

        var said = task.withRange(new EstimateRange(480, 10 * 480));
        var ratios = RangeRecord.NONE.ratios(said).orElseThrow();
        assertEquals(Spreads.POINTS, ratios.length);
        for (int i = 1; i < ratios.length; i++) assertTrue(ratios[i] >= ratios[i - 1]);
    }
}
