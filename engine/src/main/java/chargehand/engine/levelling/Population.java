package chargehand.engine.levelling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// The schedules that a search works with: the best first, no two alike. Once they are as many as they should be, a new
/// one takes the place of the one that is most like it among those that are no better, so that they stay unlike each
/// other for long (crowding, De Jong 1975).
final class Population {
    private final int size;
    private final List<Individual> members = new ArrayList<>();

    /// @param windowless which tasks lie outside their windows
    /// @param patience with which it was generated, as in [Search]
    record Individual(Schedule schedule, Quality quality, boolean[] windowless, double patience) {}

    Population(int size) {
        this.size = size;
    }

    boolean isFull() {
        return members.size() >= size;
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    Individual best() {
        return members.getFirst();
    }

    /// The better of two.
    Individual better(SplittableRandom random) {
        return members.get(Math.min(random.nextInt(members.size()), random.nextInt(members.size())));
    }

    void add(Individual found) {
        if (members.stream().anyMatch(each -> isTwin(found, each))) return;
        if (isFull()) {
            int place = mostAlike(found);
            if (place < 0) return;
            members.remove(place);
        }
        int at = 0;
        while (at < members.size() && !found.quality.isBetterThan(members.get(at).quality)) at++;
        members.add(at, found);
    }

    /// Of those that are no better; -1 if all are.
    private int mostAlike(Individual found) {
        int place = -1;
        long least = Long.MAX_VALUE;
        for (int i = members.size() - 1; i >= 0 && !members.get(i).quality.isBetterThan(found.quality); i--) {
            long apart = apart(found.schedule.start, members.get(i).schedule.start, least);
            if (apart >= least) continue;
            least = apart;
            place = i;
        }
        return place;
    }

    /// The minutes between their moments, summed up until they reach the limit.
    private static long apart(int[] a, int[] b, long limit) {
        long apart = 0;
        for (int n = 0; n < a.length && apart < limit; n++) apart += Math.abs(a[n] - b[n]);
        return apart;
    }

    private static boolean isTwin(Individual a, Individual b) {
        return a.quality.equals(b.quality) && Arrays.equals(a.schedule.start, b.schedule.start);
    }
}
