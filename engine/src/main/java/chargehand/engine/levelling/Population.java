package chargehand.engine.levelling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// The schedules that a search works with: the best first, no two alike. Once they are as many as they should be, a new
/// one takes the place of the one that it comes from and no other's, so that they stay unlike each other for long
/// (crowding, De Jong 1975; Mahfoud 1992).
final class Population {
    private final int size;
    private final List<Individual> members = new ArrayList<>();

    /// @param windowless which tasks lie outside their windows
    record Individual(Schedule schedule, Quality quality, boolean[] windowless) {}

    Population(int size) {
        this.size = size;
    }

    boolean isFull() {
        return members.size() >= size;
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    Individual best() {
        return members.getFirst();
    }

    Individual any(SplittableRandom random) {
        return members.get(random.nextInt(members.size()));
    }

    /// The better of two.
    Individual better(SplittableRandom random) {
        return members.get(Math.min(random.nextInt(members.size()), random.nextInt(members.size())));
    }

    /// @param parent whose place it may take if it is as good; null for one that comes from nobody, and takes the
    /// worst's
    void add(Individual found, @Nullable Individual parent) {
        if (members.stream().anyMatch(each -> isTwin(found, each))) return;
        if (isFull()) {
            int place = parent == null ? -1 : members.indexOf(parent);
            // Its parent may have given way to a brother meanwhile.
            if (place < 0) place = members.size() - 1;
            if (members.get(place).quality.isBetterThan(found.quality)) return;
            members.remove(place);
        }
        int at = 0;
        while (at < members.size() && !found.quality.isBetterThan(members.get(at).quality)) at++;
        members.add(at, found);
    }

    private static boolean isTwin(Individual a, Individual b) {
        return a.quality.equals(b.quality) && Arrays.equals(a.schedule.start, b.schedule.start);
    }
}
