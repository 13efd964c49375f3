package chargehand.files.chart;

import org.jspecify.annotations.Nullable;

/// The row of one task.
///
/// @param y its upper edge
/// @param slack dots that say how far it can slip, or null
/// @param flag its promise, or null
/// @param pin where it is pinned, or null
record Row(
        TaskLine line,
        double y,
        Figure figure,
        @Nullable Slack slack,
        @Nullable Flag flag,
        @Nullable Double pin) {
    /// From P90 to the last moment that moves nobody else.
    record Slack(double from, double to) {}

    /// @param percent the chance that the promise is kept
    record Flag(double x, int percent, Standing standing) {}
}
