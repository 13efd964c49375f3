package chargehand.server.forecasting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.engine.forecast.Forecast.Chance;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// How much a forecast costs that was wrong.
class ScoresTest {
    private static final Instant FIRST = Instant.parse("2027-02-01T08:00:00Z");

    @Test
    void costsNothingWhereAllWasSaidExactly() {
        assertEquals(0, Scores.pinball(Chance.certain(FIRST), FIRST));
    }

    @Test
    void costsMoreToBeLateByWhatWasCalledLikely() {
        var chance = new Chance(at(1), at(1), at(2), at(3), at(4), at(5));

        assertTrue(Scores.pinball(chance, at(6)) > Scores.pinball(chance, at(0)));
        assertEquals((0.1 * 5 + 0.5 * 4 + 0.8 * 3 + 0.9 * 2) / 4, Scores.pinball(chance, at(6)), 1e-9);
        assertEquals((0.9 * 1 + 0.5 * 2 + 0.2 * 3 + 0.1 * 4) / 4, Scores.pinball(chance, at(0)), 1e-9);
    }

    private static Instant at(int day) {
        return FIRST.plusSeconds(day * 86_400L);
    }
}
