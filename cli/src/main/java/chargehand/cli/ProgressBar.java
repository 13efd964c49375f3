package chargehand.cli;

import java.io.PrintStream;

/// One line on a terminal that fills while the search goes on, and is wiped away at its end.
final class ProgressBar implements AutoCloseable {
    private static final int WIDTH = 30;

    private final PrintStream err;
    private final int total;
    private final boolean quiet;
    private int shown = -1;

    ProgressBar(PrintStream err, int total, boolean quiet) {
        this.err = err;
        this.total = total;
        this.quiet = quiet;
    }

    void show(int done) {
        int filled = (int) Math.min(WIDTH, (long) done * WIDTH / total);
        if (quiet || filled == shown) return;
        shown = filled;
        err.print("\r  %s%s  %,d of %,d schedules"
                .formatted("█".repeat(filled), "░".repeat(WIDTH - filled), done, total));
        err.flush();
    }

    @Override
    public void close() {
        if (shown >= 0) err.print("\r\033[2K");
    }
}
