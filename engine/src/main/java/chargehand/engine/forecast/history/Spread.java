package chargehand.engine.forecast.history;

import java.util.List;
import java.util.function.Supplier;

/// What work may take, by what similar work took.
public final class Spread {
    private final Sample sample;
    private final Calibration.Curve calibration;
    private final double unit;
    private final double basis;
    private final Supplier<List<Precedent>> precedents;

    Spread(
            Sample sample,
            Calibration.Curve calibration,
            double unit,
            double basis,
            Supplier<List<Precedent>> precedents) {
        this.sample = sample;
        this.calibration = calibration;
        this.unit = unit;
        this.basis = basis;
        this.precedents = precedents;
    }

    /// Hours that the work does not exceed with a chance of `p`, above 0 and below 1; they never fall as
    /// it rises.
    public double hours(double p) {
        if (!(p > 0 && p < 1))
            throw new IllegalArgumentException("A chance (%s) must lie between 0 and 1.".formatted(p));
        return unit * Math.exp(sample.quantile(Calibration.share(calibration, p)));
    }

    /// For each hour of its estimate, at the middles of so many equal shares of chance.
    public float[] ratios(int points) {
        var ratios = new float[points];
        double least = 0;
        for (int i = 0; i < points; i++) {
            double share = Calibration.share(calibration, (i + 0.5) / points);
            least = Math.max(least, Math.exp(sample.quantile(share)));
            ratios[i] = (float) least;
        }
        return ratios;
    }

    /// The chance that the work does not exceed so many hours; where many chances fit, their middle.
    public double chance(double hours) {
        double log = Math.log(hours / unit);
        return Calibration.chance(calibration, (sample.below(log) + sample.upTo(log)) / 2);
    }

    /// How much finished work it rests on, as if all counted alike.
    public double basis() {
        return basis;
    }

    /// The finished work that it leans on most, heaviest first; at most [SimilarWork#LISTED].
    public List<Precedent> precedents() {
        return precedents.get();
    }
}
