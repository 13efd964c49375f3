package chargehand.engine.forecast.history;

import java.util.List;

/// What work may take, by what similar work took.
public final class Spread {
    private final Sample sample;
    private final Calibration.Curve calibration;
    private final double unit;
    private final double basis;
    private final List<Precedent> precedents;

    Spread(Sample sample, Calibration.Curve calibration, double unit, double basis, List<Precedent> precedents) {
        this.sample = sample;
        this.calibration = calibration;
        this.unit = unit;
        this.basis = basis;
        this.precedents = List.copyOf(precedents);
    }

    /// Hours that the work does not exceed with a chance of `p`, above 0 and below 1; they never fall as
    /// it rises.
    public double hours(double p) {
        if (!(p > 0 && p < 1))
            throw new IllegalArgumentException("A chance (%s) must lie between 0 and 1.".formatted(p));
        return unit * Math.exp(sample.quantile(Calibration.share(calibration, p)));
    }

    /// How much finished work it rests on, as if all counted alike.
    public double basis() {
        return basis;
    }

    /// The finished work that it leans on most, heaviest first; at most [SimilarWork#LISTED].
    public List<Precedent> precedents() {
        return precedents;
    }
}
