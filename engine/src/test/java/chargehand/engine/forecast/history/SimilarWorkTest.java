package chargehand.engine.forecast.history;

import static chargehand.engine.forecast.history.MadeUpWork.day;
import static chargehand.engine.forecast.history.MadeUpWork.finished;
import static chargehand.engine.forecast.history.MadeUpWork.work;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Forecasts by similar finished work.
class SimilarWorkTest {
    private static final double[] SHARES = {0.02, 0.1, 0.25, 0.5, 0.75, 0.8, 0.9, 0.98};
    private static final List<FinishedWork> HISTORY = MadeUpWork.of(900, 1);
    private static final double LATER = 400;

    @Test
    void learnsWhoNeedsTwiceWhatTheySay() {
        var similar = SimilarWork.learn(HISTORY);

        double bram = similar.spread(work("new", "Bram", "Cabling", 4, LATER)).hours(0.5);
        double ada = similar.spread(work("new", "Ada", "Cabling", 4, LATER)).hours(0.5);

        assertEquals(8, bram, 0.8);
        assertEquals(4, ada, 0.4);
    }

    @Test
    void learnsWhichKindScattersMore() {
        var similar = SimilarWork.learn(HISTORY);

        assertTrue(width(similar.spread(work("new", "Ada", "Test", 4, LATER)))
                > 1.8 * width(similar.spread(work("new", "Ada", "Cabling", 4, LATER))));
    }

    private static double width(Spread spread) {
        return Math.log(spread.hours(0.9) / spread.hours(0.1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void callsEightyPercentWhatHappensInEightyOfHundred(long seed) {
        var all = MadeUpWork.of(1500, seed);
        var similar = SimilarWork.learn(all, day(300), PersonalRecord.SELF, 5);

        var later = all.stream()
                .filter(each -> each.work().known().isAfter(day(300)))
                .toList();
        long within = later.stream()
                .filter(each -> {
                    var spread = similar.spread(each.work());
                    return spread.hours(0.1) <= each.hours() * 1.000001 && each.hours() <= spread.hours(0.9) * 1.000001;
                })
                .count();

        assertEquals(0.8, (double) within / later.size(), 0.05);
    }

    @Test
    void takesThePriorWhereNothingIsFinished() {
        var spread = SimilarWork.learn(List.of()).spread(work("new", "Ada", "Test", 10, 0));

        assertEquals(10, spread.hours(0.5), 1e-6);
        assertTrue(spread.hours(0.8) > 13 && spread.hours(0.8) < 16, "P80 is " + spread.hours(0.8));
        assertEquals(List.of(), spread.precedents());
        assertEquals(0, spread.basis());
    }

    @Test
    void staysWideWithOneFinishedTask() {
        var similar = SimilarWork.learn(List.of(finished("one", "Ada", "Test", 8, 8, 1)));

        var spread = similar.spread(work("new", "Ada", "Test", 10, 10));

        assertTrue(spread.hours(0.9) > 12, "P90 is " + spread.hours(0.9));
    }

    @Test
    void knowsNothingOfWhatWasFinishedLater() {
        var changed = new ArrayList<FinishedWork>();
        for (var each : HISTORY)
            changed.add(
                    each.finished().isBefore(day(200))
                            ? each
                            : new FinishedWork(each.work(), each.hours() * 50, each.finished()));
        var before = SimilarWork.learn(HISTORY, day(200), PersonalRecord.SELF, 5);
        var after = SimilarWork.learn(changed, day(200), PersonalRecord.SELF, 5);

        for (var person : List.of("Ada", "Bram", "somebody new"))
            assertArrayEquals(
                    hours(before, work("new", person, "Test", 4, 200)),
                    hours(after, work("new", person, "Test", 4, 200)));
    }

    @Test
    void neverFallsAsTheChanceRises() {
        var similar = SimilarWork.learn(HISTORY);

        for (var each : HISTORY.subList(300, 500)) {
            var hours = hours(similar, each.work());
            for (int i = 1; i < hours.length; i++)
                assertTrue(hours[i] >= hours[i - 1], each.work().id());
        }
    }

    @Test
    void isTheSameOnAnyNumberOfThreads() throws Exception {
        Callable<double[]> forecast = () -> hours(SimilarWork.learn(HISTORY), work("new", "Chidi", "Test", 4, LATER));

        try (var one = new ForkJoinPool(1);
                var four = new ForkJoinPool(4)) {
            assertArrayEquals(one.submit(forecast).get(), four.submit(forecast).get());
        }
    }

    @Test
    void isTheSameOnTheCallersThreadAlone() {
        var all = LearningOptions.ofEachPerson();
        var four = new LearningOptions(Instant.MAX, PersonalRecord.SELF, 5, 4, () -> false);

        assertArrayEquals(
                SimilarWork.learn(HISTORY, all).orElseThrow().counts(),
                SimilarWork.learn(HISTORY, four).orElseThrow().counts());
    }

    @Test
    void learnsNothingWhenItIsStopped() {
        var asked = new AtomicInteger();
        var stopped = LearningOptions.ofEachPerson().withStop(() -> asked.incrementAndGet() > 3);

        assertTrue(SimilarWork.learn(HISTORY, stopped).isEmpty());
        assertEquals(4, asked.get());
    }

    @Test
    void tellsRatiosThatAreItsHoursByTheEstimate() {
        var spread = SimilarWork.learn(HISTORY).spread(work("new", "Bram", "Test", 8, LATER));

        var ratios = spread.ratios(10);

        for (int i = 0; i < ratios.length; i++) assertEquals(spread.hours((i + 0.5) / 10) / 8, ratios[i], 1e-5);
    }

    @Test
    void listsThePastWorkThatItLeansOnMost() {
        var precedents = SimilarWork.learn(HISTORY)
                .spread(work("new", "Bram", "Test", 8, LATER))
                .precedents();

        assertEquals(SimilarWork.LISTED, precedents.size());
        for (int i = 1; i < precedents.size(); i++)
            assertTrue(precedents.get(i).weight() <= precedents.get(i - 1).weight());
        assertTrue(precedents.stream().mapToDouble(Precedent::weight).sum() <= 1);
        assertEquals("Bram", precedents.getFirst().work().work().labels().person());
        assertEquals("Test", precedents.getFirst().work().work().labels().kind());
    }

    @Test
    void asksNobodysRecordWhereItIsSwitchedOff() {
        var similar = SimilarWork.learn(HISTORY, Instant.MAX, PersonalRecord.OFF, 5);

        assertArrayEquals(
                hours(similar, work("new", "Bram", "Test", 4, LATER)),
                hours(similar, work("new", "Ada", "Test", 4, LATER)));
    }

    @Test
    void asksTheTeamsRecordOnlyFromTheSmallestGroupUp() {
        var ofTeam = new Labels(null, "Site", null, null, null, null, null);
        var ofNone = new Labels(null, null, null, null, null, null, null);

        var large = SimilarWork.learn(HISTORY, Instant.MAX, PersonalRecord.TEAM, 6);
        var small = SimilarWork.learn(HISTORY, Instant.MAX, PersonalRecord.TEAM, 7);

        assertNotEquals(
                hours(large, new Work("new", ofTeam, 4, day(LATER)))[1],
                hours(large, new Work("new", ofNone, 4, day(LATER)))[1]);
        assertArrayEquals(
                hours(small, new Work("new", ofTeam, 4, day(LATER))),
                hours(small, new Work("new", ofNone, 4, day(LATER))));
    }

    @Test
    void forecastsWorkThatNobodyEstimatedByWhatSuchWorkTook() {
        var spread = SimilarWork.learn(HISTORY).spread(work("new", "Ada", "Cabling", Double.NaN, LATER));

        assertTrue(spread.hours(0.5) > 1 && spread.hours(0.5) < 16, "P50 is " + spread.hours(0.5));
    }

    private static double[] hours(SimilarWork similar, Work work) {
        var spread = similar.spread(work);
        var hours = new double[SHARES.length];
        for (int i = 0; i < hours.length; i++) hours[i] = spread.hours(SHARES[i]);
        return hours;
    }
}
