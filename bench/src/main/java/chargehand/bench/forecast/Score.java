package chargehand.bench.forecast;

/// How good forecasts were.
///
/// @param count how many
/// @param cover the share of actuals from the 10 % to the 90 % quantile, both included
/// @param below the share below the 10 % quantile
/// @param above the share above the 90 % quantile
/// @param logPinball the mean pinball loss of the logarithm of hours over all levels
/// @param pinball that of hours
/// @param width the typical 90 % quantile by the 10 % quantile
record Score(int count, double cover, double below, double above, double logPinball, double pinball, double width) {
    static final double[] LEVELS = {0.1, 0.25, 0.5, 0.75, 0.9};

    private static final double TIE = 1e-6;

    /// @param quantiles of each, logarithms of hours at each level
    /// @param actuals of each, logarithms of hours
    static Score of(double[][] quantiles, double[] actuals) {
        double below = 0;
        double above = 0;
        double log = 0;
        double hours = 0;
        double width = 0;
        for (int i = 0; i < actuals.length; i++) {
            var own = quantiles[i];
            if (actuals[i] < own[0] - TIE) below++;
            else if (actuals[i] > own[4] + TIE) above++;
            log += pinball(own, actuals[i], false);
            hours += pinball(own, actuals[i], true);
            width += own[4] - own[0];
        }
        double n = actuals.length;
        return new Score(
                actuals.length, 1 - (below + above) / n, below / n, above / n, log / n, hours / n, Math.exp(width / n));
    }

    /// At each level, the share of actuals below its quantile, and of those that don't lie above it: what is often
    /// exactly as estimated lies on a quantile, and the level should be between the two.
    ///
    /// @return `[level][below, not above]`
    static double[][] happened(double[][] quantiles, double[] actuals) {
        var happened = new double[LEVELS.length][2];
        for (int level = 0; level < LEVELS.length; level++)
            for (int i = 0; i < actuals.length; i++) {
                double off = actuals[i] - quantiles[i][level];
                if (off < -TIE) happened[level][0] += 1.0 / actuals.length;
                if (off <= TIE) happened[level][1] += 1.0 / actuals.length;
            }
        return happened;
    }

    /// The mean over the levels for one forecast.
    static double pinball(double[] quantiles, double actual, boolean hours) {
        double sum = 0;
        for (int level = 0; level < LEVELS.length; level++) {
            double off = hours ? Math.exp(actual) - Math.exp(quantiles[level]) : actual - quantiles[level];
            sum += off > 0 ? LEVELS[level] * off : (LEVELS[level] - 1) * off;
        }
        return sum / LEVELS.length;
    }
}
