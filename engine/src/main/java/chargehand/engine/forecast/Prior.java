package chargehand.engine.forecast;

/// How actual durations compare with estimates, before anything is known about a company's own.
///
/// In public records of estimates and actuals the typical task takes what was estimated, a good part of them exactly
/// that (work fills its time), and the rest scatters on a logarithmic scale, more often and further up than down: 80 %
/// take at most 1.5 (Renzo), 1.6 (CESAW) or 2.0 (SiP) times the estimate. What a project has in common (its
/// estimators, its surprises) scatters again, less. So the factor of one task in one run is
///
///     common × (1 with probability `exact`, else exp(spread × z)),   common = exp(commonSpread × z')
///
/// with z and z' from the standard normal distribution. The median is 1: an estimate is read as a P50.
///
/// @param exact the share of tasks that take exactly their estimate, 0 to 1
/// @param spread the standard deviation of the logarithm for the others
/// @param commonSpread that of the factor which all tasks of a run share
public record Prior(double exact, double spread, double commonSpread) {
    /// Between the public records: a task alone has its P80 at 1.4 to 1.5 times the estimate.
    public static final Prior GENERAL = new Prior(0.3, 0.6, 0.15);

    private static final int POINTS = 1024;

    /// The same for tasks that have nothing in common.
    public Prior withoutCommon() {
        return new Prior(exact, spread, 0);
    }

    /// The factor of one task without what is common that is not exceeded with a chance of `p`, above 0
    /// and below 1.
    public double factor(double p) {
        double below = (1 - exact) / 2;
        if (p < below) return Math.exp(spread * Normal.quantile(p / (1 - exact)));
        if (p < below + exact) return 1;
        return Math.exp(spread * Normal.quantile((p - exact) / (1 - exact)));
    }

    /// Factors at the middles of 1,024 equal shares of probability, in rising order.
    float[] factors() {
        var factors = new float[POINTS];
        for (int i = 0; i < POINTS; i++) factors[i] = (float) factor((i + 0.5) / POINTS);
        return factors;
    }

    /// @param shared from the standard normal distribution
    double common(double shared) {
        return Math.exp(commonSpread * shared);
    }
}
