package chargehand.bench.forecast;

import chargehand.engine.forecast.history.Work;
import java.util.Arrays;

/// Takes the estimate at its word: a point.
record Developers() implements Method {
    @Override
    public String name() {
        return "developers";
    }

    @Override
    public double[] logQuantiles(Work work) {
        var point = new double[Score.LEVELS.length];
        Arrays.fill(point, Math.log(work.hours()));
        return point;
    }
}
