package chargehand.engine.plans;

import java.util.List;
import java.util.SplittableRandom;

/// Chance in the words of a generator.
record Dice(SplittableRandom random) {
    /// 0 to `bound - 1`.
    int upTo(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    <T> T of(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
