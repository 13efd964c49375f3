package chargehand.server.forecasting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chargehand.server.forecasting.HistoryProgress.Step;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// How far a history has been read, as whoever brings it in sees it.
class HistoryProgressTest {
    private final HistoryProgress progress = new HistoryProgress();
    private final UUID ada = new UUID(0, 1);
    private final UUID ben = new UUID(0, 2);

    @Test
    void tellsWhoeverBringsItInAloneAndNothingAfterwards() {
        progress.during(ada, () -> {
            assertEquals(Optional.of(new Step("reading", 0, null)), progress.of(ada));
            progress.reading(ada).accept(20_000);
            assertEquals(Optional.of(new Step("reading", 20_000, null)), progress.of(ada));
            progress.taking(ada, 1_000_000).accept(10_000);
            assertEquals(Optional.of(new Step("taking", 10_000, 1_000_000L)), progress.of(ada));
            assertEquals(Optional.empty(), progress.of(ben));
            return true;
        });

        assertEquals(Optional.empty(), progress.of(ada));
    }

    @Test
    void endsWithWorkThatFails() {
        assertThrows(
                IllegalStateException.class,
                () -> progress.during(ada, () -> {
                    throw new IllegalStateException("unreadable");
                }));

        assertEquals(Optional.empty(), progress.of(ada));
    }
}
