package chargehand.engine.staffing.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is said to change the answer does, and nothing smaller would.
final class FlipsPropertiesTest {
    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("chargehand.seeds", 300));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsSaidToFlipTheOutcomeDoes(long seed) {
        var answers = Answering.random(seed);
        var before = Rules.outcome(answers);

        for (var flip : Flips.of(answers)) {
            var after = Assessment.of(flip.applied(answers), Figures.assumed());
            assertNotEquals(before, after.outcome(), flip::toString);
            assertEquals(flip.outcome(), after.outcome(), flip::toString);
            assertEquals(flip.lean(), after.lean(), flip::toString);
        }
    }

    /// By a search of its own: each question to each level, alone.
    @ParameterizedTest
    @MethodSource("seeds")
    void noSmallerSetDoes(long seed) {
        var answers = Answering.random(seed);
        var flips = Flips.of(answers);
        boolean oneIsEnough = oneIsEnough(answers);

        for (var flip : flips) assertEquals(oneIsEnough ? 1 : 2, flip.changes().size(), flip::toString);
        if (oneIsEnough) assertTrue(!flips.isEmpty());
    }

    /// Everything nearer on the way to a level that flips keeps the outcome, or leads to another one again.
    @ParameterizedTest
    @MethodSource("seeds")
    void noSmallerStepOfTheSameAnswersDoes(long seed) {
        var answers = Answering.random(seed);

        for (var flip : Flips.of(answers))
            for (var change : flip.changes()) {
                int nearer = change.to() + Integer.signum(change.from() - change.to());
                if (nearer == change.from()) continue;
                var less = flip.applied(answers).with(change.question(), Answer.asked(nearer));
                assertNotEquals(flip.outcome(), Rules.outcome(less), () -> flip + " at " + nearer);
            }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingIsSaidTwice(long seed) {
        var flips = Flips.of(Answering.random(seed));

        assertEquals(flips.size(), new HashSet<>(flips).size());
    }

    @Test
    void everyKindOfSearchIsMet() {
        var sizes = new HashSet<Integer>();
        seeds().mapToObj(Answering::random).forEach(each -> {
            var flips = Flips.of(each);
            sizes.add(flips.isEmpty() ? 0 : flips.getFirst().changes().size());
        });

        assertTrue(sizes.contains(1) && sizes.contains(2), sizes::toString);
    }

    @Test
    void findsNothingWhereNoTwoChangesAreEnough() {
        assertEquals(0, Flips.of(Answering.levels("4444444 4444 4444 1")).size());
    }

    @Test
    void countsSmallChangesThatKeepTheOutcome() {
        var atTheEdge = Flips.steadiness(Answering.levels("2222222 2222 3332 1"));

        // Each of the four of the focus can lose a point and make it a close call; so can one discipline or interface.
        assertEquals(new Steadiness(24, 30), atTheEdge);
    }

    private static boolean oneIsEnough(Answers answers) {
        for (var question : Question.values()) {
            if (question == Question.FIELD) continue;
            for (int level = 1; level <= 4; level++)
                if (Rules.outcome(answers.with(question, Answer.asked(level))) != Rules.outcome(answers)) return true;
        }
        return false;
    }
}
