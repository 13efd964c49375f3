package chargehand.postgres;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.Callable;

/// Waits for what another process does: the one thing for which there is no clock to turn.
final class Waiting {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Waiting() {}

    static void until(Callable<Boolean> holds) throws Exception {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.call()) {
            if (System.nanoTime() > end) fail("It does not happen within " + PATIENCE);
            Thread.sleep(20);
        }
    }
}
