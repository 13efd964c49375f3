package chargehand.bench;

import java.util.Arrays;

/// How long something takes, run again and again in one process.
final class Timing {
    private final double[] millis;

    private Timing(double[] millis) {
        this.millis = millis;
        Arrays.sort(millis);
    }

    static Timing of(int warmUps, int runs, Runnable work) {
        for (int i = 0; i < warmUps; i++) work.run();
        var millis = new double[runs];
        for (int i = 0; i < runs; i++) {
            long begin = System.nanoTime();
            work.run();
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        return new Timing(millis);
    }

    double median() {
        return millis[millis.length / 2];
    }

    double best() {
        return millis[0];
    }

    /// The value that 99 of 100 runs do not exceed.
    double p99() {
        return millis[Math.max(0, (int) Math.ceil(millis.length * 0.99) - 1)];
    }
}
