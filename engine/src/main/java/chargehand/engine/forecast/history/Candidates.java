package chargehand.engine.forecast.history;

import chargehand.engine.forecast.history.Past.Key;
import java.util.Arrays;

/// The finished work that a forecast looks at: the latest of all, and the latest of each group that it
/// belongs to. So the time that a forecast takes does not grow with the history. Not for use by several
/// threads at once.
final class Candidates {
    private static final int LATEST = 1200;

    private final Past past;
    private final int[] seen;
    private int mark;
    private int[] found = new int[4096];
    private int count;

    Candidates(Past past) {
        this.past = past;
        seen = new int[past.count];
    }

    /// Places in the past, each once.
    int[] of(Subject it) {
        mark++;
        count = 0;
        int limit = past.before(it.known());
        for (int i = limit - 1; i >= Math.max(0, limit - LATEST); i--) add(i);
        for (var key : Key.values()) {
            var group = past.group(key);
            int number = group.number(key.of(it));
            int to = group.to(number, limit);
            for (int at = to - 1; at >= Math.max(group.from(number), to - key.most); at--) add(group.place(at));
        }
        return Arrays.copyOf(found, count);
    }

    private void add(int i) {
        if (seen[i] == mark) return;
        seen[i] = mark;
        if (count == found.length) found = Arrays.copyOf(found, 2 * count);
        found[count++] = i;
    }
}
