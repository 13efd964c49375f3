package chargehand.bench.forecast;

import chargehand.engine.forecast.history.FinishedWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finished work in the order in which it was finished, for the simpler methods. Shares no code with the
/// learner, so that a mistake there can't flatter it here.
final class Finished {
    final List<FinishedWork> work;
    private final long[] finished;
    private final Map<String, int[]> ofPerson = new HashMap<>();

    Finished(List<FinishedWork> all) {
        work = all.stream().sorted(Comparator.comparing(FinishedWork::finished)).toList();
        finished = work.stream()
                .mapToLong(each -> each.finished().getEpochSecond())
                .toArray();
        Map<String, List<Integer>> places = new HashMap<>();
        for (int i = 0; i < work.size(); i++) {
            var person = work.get(i).work().labels().person();
            if (person != null)
                places.computeIfAbsent(person, own -> new ArrayList<>()).add(i);
        }
        places.forEach((person, own) ->
                ofPerson.put(person, own.stream().mapToInt(Integer::intValue).toArray()));
    }

    /// The places of what somebody finished, in rising order.
    int[] of(@Nullable String person) {
        return person == null ? new int[0] : ofPerson.getOrDefault(person, new int[0]);
    }

    /// How many were finished before a moment.
    int before(Instant moment) {
        int at = Arrays.binarySearch(finished, moment.getEpochSecond());
        if (at < 0) return -at - 1;
        while (at > 0 && finished[at - 1] == finished[at]) at--;
        return at;
    }

    static double days(Instant from, Instant to) {
        return (to.getEpochSecond() - from.getEpochSecond()) / 86400.0;
    }

    /// Values at each level at which so much of the weight is reached; 0 where there is no value.
    static double[] quantiles(double[] values, double[] weights, int count) {
        var order = new long[count];
        for (int i = 0; i < count; i++) {
            int bits = Float.floatToIntBits((float) values[i]);
            order[i] = (long) (bits < 0 ? bits ^ Integer.MAX_VALUE : bits) << 32 | i;
        }
        Arrays.sort(order);
        double total = 0;
        for (int i = 0; i < count; i++) total += weights[i];
        var quantiles = new double[Score.LEVELS.length];
        double reached = 0;
        int level = 0;
        for (int i = 0; i < count && level < quantiles.length; i++) {
            reached += weights[(int) order[i]];
            while (level < quantiles.length && reached >= Score.LEVELS[level] * total)
                quantiles[level++] = values[(int) order[i]];
        }
        while (count > 0 && level < quantiles.length) quantiles[level++] = values[(int) order[count - 1]];
        return quantiles;
    }
}
