package chargehand.engine.forecast.history;

import chargehand.engine.forecast.Prior;
import chargehand.engine.forecast.history.Calibration.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Forecasts work from similar finished work: what that took for each hour of its estimate, each piece
/// weighted by how much it is like the work at hand (person, kind, project, size, how long ago, and in
/// what situation it was forecast). How much each of these counts is learned from the history itself;
/// docs/forecast.md tells how, and how well it does.
///
/// The same history gives the same forecasts, on any number of threads. It may be used by several threads
/// at once.
public final class SimilarWork {
    /// How many precedents a forecast lists.
    public static final int LISTED = 10;

    private static final int PRIOR_POINTS = 40;
    /// The general prior speaks as loudly as so many pieces of finished work.
    private static final double PRIOR_WEIGHT = 1;
    private static final double FEWEST = 8;
    private static final double FAINT = 1e-7;

    private final Past past;
    private final Situations situations;
    private final Weighing weighing;
    private final Calibration calibration;
    private final Place[] places;
    private final ThreadLocal<Candidates> candidates;

    private SimilarWork(Past past, Situations situations, Weighing weighing) {
        this.past = past;
        this.situations = situations;
        this.weighing = weighing;
        places = new Place[past.count];
        calibration = new Calibration(past, this::place);
        candidates = ThreadLocal.withInitial(() -> new Candidates(past));
    }

    /// Learns from all finished work, of each person where that is known.
    public static SimilarWork learn(List<FinishedWork> finished) {
        return learn(finished, LearningOptions.ofEachPerson()).orElseThrow();
    }

    /// The same on all cores until it is done.
    public static SimilarWork learn(
            List<FinishedWork> finished, Instant learnBefore, PersonalRecord record, int smallestGroup) {
        int cores = Runtime.getRuntime().availableProcessors();
        return learn(finished, new LearningOptions(learnBefore, record, smallestGroup, cores, () -> false))
                .orElseThrow();
    }

    /// @param finished in any order; none at all gives forecasts by the general prior
    /// @return empty if and only if the options' `stop` said true
    public static Optional<SimilarWork> learn(List<FinishedWork> finished, LearningOptions options) {
        var past = new Past(finished, options.record(), options.smallestGroup());
        var situations = new Situations(past);
        boolean all = options.learnBefore().equals(Instant.MAX);
        double before = all ? Double.POSITIVE_INFINITY : Past.day(options.learnBefore());
        var learned = new Learning(past, situations, before, options.threads(), options.stop()).learn();
        return Optional.ofNullable(learned).map(weighing -> new SimilarWork(past, situations, weighing));
    }

    /// How much finished work there is.
    public int count() {
        return past.count;
    }

    /// What work may take, by what was finished before it was known.
    public Spread spread(Work work) {
        var it = past.subject(work);
        var leaning = leaning(it, situations.of(it));
        var curve = it.isEstimated() ? calibration.curve(it) : new Calibration(past, this::place).curve(nobody(it));
        return new Spread(
                leaning.sample(past, it),
                curve,
                it.isEstimated() ? work.hours() : 1,
                leaning.basis,
                () -> leaning.precedents(past));
    }

    /// The finished work, in the order in which it was finished.
    List<FinishedWork> finished() {
        return past.finished;
    }

    /// How much each figure of likeness counts.
    double[] counts() {
        return weighing.counts();
    }

    private static Subject nobody(Subject it) {
        return new Subject(-1, -1, -1, -1, -1, -1, -1, -1, Double.NaN, it.known());
    }

    private Place place(int i) {
        var known = places[i];
        if (known != null) return known;
        var it = past.subjects[i];
        var sample = leaning(it, situations.of(i)).sample(past, it);
        // Whoever comes second finds the same.
        var place = new Place((float) sample.below(past.ratio[i]), (float) sample.upTo(past.ratio[i]));
        places[i] = place;
        return place;
    }

    private Leaning leaning(Subject it, float[] situation) {
        var found = candidates.get().of(it);
        var logs = new double[found.length];
        var figures = new float[Likeness.COUNT];
        double largest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < found.length; c++) {
            int i = found[c];
            Likeness.write(it, situation, past.subjects[i], situations.of(i), past.end[i], figures, 0);
            logs[c] = weighing.logWeight(figures, 0);
            largest = Math.max(largest, logs[c]);
        }
        for (int c = 0; c < found.length; c++) logs[c] -= largest;
        return Leaning.of(found, logs);
    }

    /// On which finished work a forecast leans, and how much on each.
    private record Leaning(int[] found, double[] weights, double total, double basis) {
        /// @param logs of weights, of which the largest is 0; changed
        static Leaning of(int[] found, double[] logs) {
            double wanted = Math.min(FEWEST, found.length / 2.0);
            double low = 0;
            double high = 1;
            if (basis(logs, 1) < wanted) {
                for (int i = 0; i < 20; i++) {
                    double middle = (low + high) / 2;
                    if (basis(logs, middle) < wanted) high = middle;
                    else low = middle;
                }
                high = low;
            }
            double total = 0;
            for (int c = 0; c < logs.length; c++) total += logs[c] = Math.exp(logs[c] * high);
            return new Leaning(found, logs, total, found.length == 0 ? 0 : basis(found.length, logs));
        }

        /// As how many equal ones the weights count (Kish 1965).
        private static double basis(double[] logs, double power) {
            double sum = 0;
            double squares = 0;
            for (double log : logs) {
                double weight = Math.exp(log * power);
                sum += weight;
                squares += weight * weight;
            }
            return logs.length == 0 ? 0 : sum * sum / squares;
        }

        private static double basis(int count, double[] weights) {
            double sum = 0;
            double squares = 0;
            for (int c = 0; c < count; c++) {
                sum += weights[c];
                squares += weights[c] * weights[c];
            }
            return sum * sum / squares;
        }

        Sample sample(Past past, Subject it) {
            var values = new double[found.length + PRIOR_POINTS];
            var heavy = new double[found.length + PRIOR_POINTS];
            int count = 0;
            for (int c = 0; c < found.length; c++) {
                if (weights[c] < FAINT) continue;
                int i = found[c];
                values[count] = past.ratio[i] + (it.isEstimated() ? 0 : past.subjects[i].logHours());
                heavy[count++] = weights[c];
            }
            double prior = found.length == 0 ? 1 : total * PRIOR_WEIGHT / basis;
            double middle = it.isEstimated() || count == 0 ? 0 : mean(values, heavy, count);
            for (int p = 0; p < PRIOR_POINTS; p++) {
                values[count] = middle + Math.log(Prior.GENERAL.factor((p + 0.5) / PRIOR_POINTS));
                heavy[count++] = prior / PRIOR_POINTS;
            }
            return new Sample(values, heavy, count);
        }

        private static double mean(double[] values, double[] weights, int count) {
            double sum = 0;
            double all = 0;
            for (int i = 0; i < count; i++) {
                sum += values[i] * weights[i];
                all += weights[i];
            }
            return sum / all;
        }

        List<Precedent> precedents(Past past) {
            var heaviest = IntStream.range(0, found.length)
                    .boxed()
                    .sorted((one, other) -> weights[one] == weights[other]
                            ? Integer.compare(found[other], found[one])
                            : Double.compare(weights[other], weights[one]))
                    .limit(LISTED)
                    .toList();
            var precedents = new ArrayList<Precedent>();
            for (int c : heaviest) precedents.add(new Precedent(past.finished.get(found[c]), weights[c] / total));
            return precedents;
        }
    }
}
