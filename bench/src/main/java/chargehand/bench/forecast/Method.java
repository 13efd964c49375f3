package chargehand.bench.forecast;

import chargehand.engine.forecast.history.Work;

/// A way to forecast: the logarithm of the hours at each of [Score#LEVELS].
interface Method {
    String name();

    double[] logQuantiles(Work work);
}
