package chargehand.engine.network;

import chargehand.engine.plan.Window;
import chargehand.engine.time.WorkingTable;
import java.util.Comparator;
import java.util.List;

/// Windows as pairs of moments, ordered; none at all means that anything goes.
final class Windows {
    /// One that nothing fits into.
    private static final int[] CLOSED = {Integer.MIN_VALUE, Integer.MIN_VALUE};

    private Windows() {}

    /// What lies both in one of `windows` and in one of `further`.
    static int[] within(int[] windows, List<Window> further) {
        if (further.isEmpty()) return windows;
        var sorted = further.stream()
                .sorted(Comparator.comparing(Window::fromInclusive))
                .toList();
        var both = new IntList();
        for (var window : sorted) {
            int from = WorkingTable.minute(window.fromInclusive());
            int to = WorkingTable.minute(window.toExclusive());
            if (windows.length == 0) add(from, to, both);
            for (int w = 0; w < windows.length; w += 2)
                add(Math.max(from, windows[w]), Math.min(to, windows[w + 1]), both);
        }
        return both.size() == 0 ? CLOSED : both.toArray();
    }

    private static void add(int from, int to, IntList list) {
        if (from >= to) return;
        list.add(from);
        list.add(to);
    }
}
