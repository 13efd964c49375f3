package chargehand.bench.forecast;

import chargehand.engine.forecast.history.Work;
import java.util.Arrays;
import java.util.stream.IntStream;

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
        int to = finished.before(work.known());
        var own =
                ratios(work, Arrays.stream(finished.of(work.labels().person())).filter(i -> i < to));
        var ratios = own.length >= FEWEST ? own : ratios(work, IntStream.range(0, to));
        var weights = new double[ratios.length];
        Arrays.fill(weights, 1);
        var quantiles = Finished.quantiles(ratios, weights, ratios.length);
        for (int level = 0; level < quantiles.length; level++) quantiles[level] += Math.log(work.hours());
        return quantiles;
    }

    private double[] ratios(Work work, IntStream places) {
        return places.filter(i -> Finished.days(finished.work.get(i).finished(), work.known()) <= HALF_YEAR)
                .mapToDouble(i -> Math.log(finished.work.get(i).ratio()))
                .toArray();
    }
}
