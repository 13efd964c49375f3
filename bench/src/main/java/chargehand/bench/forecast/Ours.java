package chargehand.bench.forecast;

import chargehand.engine.forecast.history.SimilarWork;
import chargehand.engine.forecast.history.Work;
import java.util.Arrays;

/// What the product does.
record Ours(String name, SimilarWork similar) implements Method {
    @Override
    public double[] logQuantiles(Work work) {
        var spread = similar.spread(work);
        return Arrays.stream(Score.LEVELS).map(p -> Math.log(spread.hours(p))).toArray();
    }
}
