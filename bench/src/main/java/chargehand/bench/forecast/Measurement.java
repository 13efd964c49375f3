package chargehand.bench.forecast;

import chargehand.engine.forecast.history.FinishedWork;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Forecasts of held-out work by several methods, each row by all of them.
final class Measurement {
    private static final int RESAMPLES = 1000;
    private static final int BLOCK = 50;

    final List<FinishedWork> held;
    final List<Method> methods;
    private final double[][][] quantiles;
    private final double[] actuals;

    Measurement(List<FinishedWork> held, List<Method> methods) {
        this.held = held;
        this.methods = methods;
        actuals = held.stream().mapToDouble(each -> Math.log(each.hours())).toArray();
        quantiles = new double[methods.size()][held.size()][];
        for (int m = 0; m < methods.size(); m++) {
            var method = methods.get(m);
            var own = quantiles[m];
            IntStream.range(0, held.size())
                    .parallel()
                    .forEach(i -> own[i] = method.logQuantiles(held.get(i).work()));
        }
    }

    Score score(int method) {
        return score(method, each -> true);
    }

    Score score(int method, Predicate<FinishedWork> which) {
        var rows = IntStream.range(0, held.size())
                .filter(i -> which.test(held.get(i)))
                .toArray();
        return Score.of(
                IntStream.of(rows).mapToObj(i -> quantiles[method][i]).toArray(double[][]::new),
                IntStream.of(rows).mapToDouble(i -> actuals[i]).toArray());
    }

    /// As [Score#happened] of all held-out work.
    double[][] happened(int method) {
        return Score.happened(quantiles[method], actuals);
    }

    int place(String method) {
        for (int m = 0; m < methods.size(); m++) if (methods.get(m).name().equals(method)) return m;
        throw new IllegalArgumentException(method);
    }

    /// By which share the log-pinball of `one` lies below that of `other`.
    double gain(int one, int other) {
        return 1 - score(one).logPinball() / score(other).logPinball();
    }

    /// Between which values 95 of 100 gains lie when the held-out part is drawn again, in blocks of 50
    /// successive rows: work of the same weeks goes wrong together.
    double[] gainInterval(int one, int other) {
        var loss = new double[2][held.size()];
        for (int i = 0; i < held.size(); i++) {
            loss[0][i] = Score.pinball(quantiles[one][i], actuals[i], false);
            loss[1][i] = Score.pinball(quantiles[other][i], actuals[i], false);
        }
        int blocks = Math.ceilDiv(held.size(), BLOCK);
        var random = new SplittableRandom(1);
        var gains = new double[RESAMPLES];
        for (int r = 0; r < RESAMPLES; r++) {
            double ours = 0;
            double theirs = 0;
            for (int b = 0; b < blocks; b++) {
                int from = random.nextInt(blocks) * BLOCK;
                for (int i = from; i < Math.min(held.size(), from + BLOCK); i++) {
                    ours += loss[0][i];
                    theirs += loss[1][i];
                }
            }
            gains[r] = 1 - ours / theirs;
        }
        java.util.Arrays.sort(gains);
        return new double[] {gains[RESAMPLES / 40], gains[RESAMPLES - 1 - RESAMPLES / 40]};
    }
}
