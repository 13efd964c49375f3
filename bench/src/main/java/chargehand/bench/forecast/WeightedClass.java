package chargehand.bench.forecast;

import chargehand.engine.forecast.history.Work;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A weighted reference class with weights set by hand: all finished work, by age, size, and factors for
/// the same person, kind and project.
///
/// @param size the standard deviation of the Gaussian over log estimates
record WeightedClass(Finished finished, double size, double person, double kind, double project) implements Method {
    private static final double DAYS = 180;
    private static final double FAINT = 1e-7;

    /// As chosen on SiP; also for histories that nobody has tuned it on.
    static WeightedClass forSip(Finished finished) {
        return new WeightedClass(finished, 0.4, 5, 10, 3);
    }

    static WeightedClass forCesaw(Finished finished) {
        return new WeightedClass(finished, 0.5, 40, 20, 2);
    }

    @Override
    public String name() {
        return "reference_class";
    }

    @Override
    public double[] logQuantiles(Work work) {
        int count = finished.before(work.known());
        var ratios = new double[count];
        var weights = new double[count];
        var labels = work.labels();
        double log = Math.log(work.hours());
        int taken = 0;
        for (int i = 0; i < count; i++) {
            var past = finished.work.get(i);
            double age = Finished.days(past.finished(), work.known()) / DAYS;
            double apart = (Math.log(past.work().hours()) - log) / size;
            double weight = Math.exp(-age - apart * apart / 2);
            if (same(labels.person(), past.work().labels().person())) weight *= person;
            if (same(labels.kind(), past.work().labels().kind())) weight *= kind;
            if (same(labels.project(), past.work().labels().project())) weight *= project;
            if (weight < FAINT) continue;
            ratios[taken] = Math.log(past.ratio());
            weights[taken++] = weight;
        }
        var quantiles = Finished.quantiles(ratios, weights, taken);
        for (int level = 0; level < quantiles.length; level++) quantiles[level] += log;
        return quantiles;
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one != null && Objects.equals(one, other);
    }
}
