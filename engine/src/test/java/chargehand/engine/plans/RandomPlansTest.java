package chargehand.engine.plans;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The tools of the tests themselves: what is written as text is read back as it was.
final class RandomPlansTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsBackWhatIsWritten(long seed) {
        var situation = RandomPlans.of(seed);

        var back = TextPlan.parse(situation.toString());

        assertEquals(situation, new Situation(back.plan(), back.now()), situation::toString);
    }
}
