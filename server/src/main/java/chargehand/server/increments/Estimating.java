package chargehand.server.increments;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A task that several people estimate together: each for themselves, hidden until shown, then discussed, and again
/// until one value is agreed on.
///
/// @param round from 1 on
/// @param shown whether the estimates of this round are seen; then none of them changes
/// @param opened the name of who asked for it
/// @param asked persons who were asked; others of the project may, too
/// @param agreed null while it goes on
record Estimating(
        UUID id,
        UUID project,
        String task,
        int round,
        boolean shown,
        UUID openedBy,
        String opened,
        Instant openedAt,
        List<UUID> asked,
        @Nullable Agreed agreed,
        long version) {
    Estimating {
        asked = List.copyOf(asked);
    }

    /// How much it is, in minutes of what the task is measured in.
    ///
    /// @param low with `high` how sure that is: less in one case of ten, more in one of ten; null without both
    record Amount(
            long minutes, @Nullable Long low, @Nullable Long high) {}

    record Agreed(Amount amount, String name, Instant at) {}

    /// What one of them thinks.
    record Estimate(
            int round,
            UUID account,
            String name,
            Amount amount,
            @Nullable String note,
            Instant at) {}
}
