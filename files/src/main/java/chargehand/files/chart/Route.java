package chargehand.files.chart;

import java.util.List;

/// The way of one link from bar to bar, along the axes.
///
/// @param from the row of the predecessor
/// @param to the row of the successor
/// @param parts lines of corners, of which neighbours differ in x or in y only; the last ends at the tip of the
/// arrow. One part, or two where the way is so long that only its ends are drawn
record Route(int from, int to, List<List<Corner>> parts, Hold hold, Sign arrow) {
    record Corner(double x, double y) {}

    /// What a link does to its successor.
    enum Hold {
        /// it waits, but for something else longer
        FREE,
        /// this link is what it waits for
        HOLDING,
        /// the same, and both are critical
        CRITICAL,
        /// it is not kept
        BROKEN
    }

    Route {
        parts = parts.stream().map(List::copyOf).toList();
    }

    Corner tip() {
        return parts.getLast().getLast();
    }
}
