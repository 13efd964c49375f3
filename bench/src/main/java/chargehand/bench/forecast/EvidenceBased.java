package chargehand.bench.forecast;

import chargehand.engine.forecast.history.Work;
import java.util.Objects;

/// Evidence-based scheduling (Spolsky 2007): what the same person's tasks of the last half year took for
/// each hour of estimate; of those with fewer than six of them, everybody's.
record EvidenceBased(Finished finished) implements Method {
    private static final int FEWEST = 6;
    private static final double HALF_YEAR = 183;

    @Override
    public String name() {
        return "ebs";
    }

    @Override
    public double[] logQuantiles(Work work) {
        var own = ratios(work, true);
        var ratios = own.length >= FEWEST ? own : ratios(work, false);
        var weights = new double[ratios.length];
        java.util.Arrays.fill(weights, 1);
        var quantiles = Finished.quantiles(ratios, weights, ratios.length);
        for (int level = 0; level < quantiles.length; level++) quantiles[level] += Math.log(work.hours());
        return quantiles;
    }

    private double[] ratios(Work work, boolean own) {
        int to = finished.before(work.known());
        var person = work.labels().person();
        return java.util.stream.IntStream.iterate(to - 1, i -> i >= 0, i -> i - 1)
                .takeWhile(i -> Finished.days(finished.work.get(i).finished(), work.known()) <= HALF_YEAR)
                .filter(i -> !own
                        || person != null
                                && Objects.equals(
                                        person,
                                        finished.work.get(i).work().labels().person()))
                .mapToDouble(i -> Math.log(finished.work.get(i).ratio()))
                .toArray();
    }
}
