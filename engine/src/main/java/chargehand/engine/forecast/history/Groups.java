package chargehand.engine.forecast.history;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToLongFunction;

/// Places that share a key, each group in rising order.
final class Groups {
    static final long NONE = Long.MIN_VALUE;

    private final Map<Long, Integer> numbers = new HashMap<>();
    private final int[] first;
    private final int[] places;

    /// @param key of each place, or [#NONE] for a place that belongs nowhere
    Groups(int count, IntToLongFunction key) {
        var numberOf = new int[count];
        for (int i = 0; i < count; i++) {
            long own = key.applyAsLong(i);
            numberOf[i] = own == NONE ? -1 : numbers.computeIfAbsent(own, any -> numbers.size());
        }
        first = new int[numbers.size() + 1];
        for (int number : numberOf) if (number >= 0) first[number + 1]++;
        for (int g = 0; g < numbers.size(); g++) first[g + 1] += first[g];
        places = new int[first[numbers.size()]];
        var filled = first.clone();
        for (int i = 0; i < count; i++) if (numberOf[i] >= 0) places[filled[numberOf[i]]++] = i;
    }

    /// The group of a key, or -1.
    int number(long key) {
        return key == NONE ? -1 : numbers.getOrDefault(key, -1);
    }

    /// Where a group begins among all places.
    int from(int number) {
        return number < 0 ? 0 : first[number];
    }

    /// Behind the last place of a group that is less than `limit`.
    int to(int number, int limit) {
        if (number < 0) return 0;
        int low = first[number];
        int high = first[number + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (places[middle] < limit) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    int place(int i) {
        return places[i];
    }
}
