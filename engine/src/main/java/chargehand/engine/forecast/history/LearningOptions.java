package chargehand.engine.forecast.history;

import java.time.Instant;
import java.util.function.BooleanSupplier;

/// How to learn from finished work. The same history gives the same forecasts, whatever the number of
/// threads.
///
/// @param learnBefore what was known or finished at this moment or later does not change how work is weighed; it can
/// still be leaned on by forecasts of later work
/// @param smallestGroup how many people a team has to have before it counts whose work it was, unless `record` is
/// `SELF`
/// @param threads how many work at once; with 1 it is the caller's own; at least 1
/// @param stop asked some times a second, from the caller's thread. When it says true nothing was learned
public record LearningOptions(
        Instant learnBefore, PersonalRecord record, int smallestGroup, int threads, BooleanSupplier stop) {
    public LearningOptions {
        if (threads < 1)
            throw new IllegalArgumentException("Learning needs at least one thread (%d).".formatted(threads));
    }

    /// From all there is, of each person where that is known, on the caller's thread until it is done.
    public static LearningOptions ofEachPerson() {
        return new LearningOptions(Instant.MAX, PersonalRecord.SELF, PersonalRecord.SMALLEST_GROUP, 1, () -> false);
    }

    public LearningOptions withRecord(PersonalRecord record) {
        return new LearningOptions(learnBefore, record, smallestGroup, threads, stop);
    }

    public LearningOptions withStop(BooleanSupplier stop) {
        return new LearningOptions(learnBefore, record, smallestGroup, threads, stop);
    }
}
