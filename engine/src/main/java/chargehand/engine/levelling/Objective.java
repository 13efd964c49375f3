package chargehand.engine.levelling;

import chargehand.engine.network.Network;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Measures schedules of one network by what its manager wants.
final class Objective {
    private final Network network;
    private final List<Aim> aims;
    private final Dues dues;
    private final @Nullable Told told;

    /// @param told null where nobody was told anything: then nothing disturbs
    Objective(Network network, List<Aim> aims, Dues dues, @Nullable Told told) {
        this.network = network;
        this.aims = aims;
        this.dues = dues;
        this.told = told;
    }

    /// In the order of the aims; between equals, the one whose tasks together end earlier is better.
    Quality of(Schedule schedule) {
        long lateness = dues.lateness(schedule);
        int finish = finish(network, schedule);
        var measures = new long[aims.size() + 1];
        for (int i = 0; i < aims.size(); i++)
            measures[i] = switch (aims.get(i)) {
                case LATENESS -> lateness;
                case FINISH -> finish;
                case DISTURBANCE -> told == null ? 0 : told.disturbance(schedule);
            };
        for (int n = 0; n < network.tasks; n++) measures[aims.size()] += schedule.finish[n];
        return new Quality(finish, lateness, measures);
    }

    /// Whether nothing can be better but in ways that only break ties.
    ///
    /// @param bound a moment before which nothing finishes
    boolean isBest(Quality quality, int bound) {
        for (var aim : aims) {
            if (aim == Aim.LATENESS && quality.lateness() > 0) return false;
            if (aim == Aim.FINISH) return quality.finish() <= bound;
            if (aim == Aim.DISTURBANCE && told != null) return false;
        }
        return true;
    }

    /// When the last task ends; the start of a plan that has none.
    static int finish(Network network, Schedule schedule) {
        int finish = Integer.MIN_VALUE;
        for (int n = 0; n < network.tasks; n++) finish = Math.max(finish, schedule.finish[n]);
        return network.tasks == 0 ? network.start : finish;
    }
}
