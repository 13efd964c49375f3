package chargehand.server.increments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is kept of a task beside the plan, so that it can lie on a board.
///
/// @param number what it is called by, behind the prefix of its project: never given twice
/// @param since when the plan got it, as far as anybody looked
/// @param rank its place in the backlog where somebody gave it one, on the scale of minutes since 1970
/// @param aside somebody said that it isn't ready
/// @param stands the column into which it was put last, and `movedAt` when
record Card(
        String task,
        int number,
        Instant since,
        @Nullable Double rank,
        boolean aside,
        boolean bug,
        @Nullable String stands,
        @Nullable Instant movedAt) {}
