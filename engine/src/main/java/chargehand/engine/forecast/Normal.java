package chargehand.engine.forecast;

/// The standard normal distribution.
final class Normal {
    private Normal() {}

    /// The value below which the share `p` lies, to within 5e-4: formula 26.2.23 of Abramowitz &
    /// Stegun 1964.
    static double quantile(double p) {
        if (p <= 0 || p >= 1) throw new IllegalArgumentException("A share (%s) must lie between 0 and 1.".formatted(p));
        return p < 0.5 ? -tail(p) : tail(1 - p);
    }

    private static double tail(double p) {
        double t = Math.sqrt(-2 * Math.log(p));
        double above = 2.515517 + t * (0.802853 + t * 0.010328);
        double below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
        return Math.max(0, t - above / below);
    }

    /// The share below a value, to within 1e-5: formula 26.2.16 of the same.
    static double share(double z) {
        if (z < 0) return 1 - share(-z);
        double t = 1 / (1 + 0.33267 * z);
        double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        return 1 - density * t * (0.4361836 + t * (-0.1201676 + t * 0.9372980));
    }
}
