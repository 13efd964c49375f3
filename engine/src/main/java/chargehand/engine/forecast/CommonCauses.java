package chargehand.engine.forecast;

import chargehand.engine.forecast.Spreads.Shared;
import chargehand.engine.network.Network;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// What tasks of a run have in common: how far it pushes each of them up or down in its spread, in standard deviations.
///
/// Tasks that share the same are of one group. What a technology or a team is pushed by in a run depends on its name
/// and the lower 32 bits of the seed alone: projects whose seeds differ in the upper half have it in common, and
/// nothing else.
final class CommonCauses {
    private static final int LANES = Draws.LANES;
    private static final int PROJECT = -1;
    private static final int TECHNOLOGY = -5;
    private static final int TEAM = -6;

    private final Together together;
    private final List<Shared> groups = new ArrayList<>();
    private final int[] groupOf;

    CommonCauses(Network network, Spreads spreads) {
        together = spreads.together();
        groupOf = new int[network.tasks];
        Map<Shared, Integer> known = new HashMap<>();
        for (int n = 0; n < network.tasks; n++) {
            var task = network.plan.tasks().get(network.place[n]).id();
            var shared = counted(spreads.shared().getOrDefault(task, Shared.NOTHING));
            groupOf[n] = known.computeIfAbsent(shared, each -> {
                groups.add(each);
                return groups.size() - 1;
            });
        }
        if (groups.isEmpty()) groups.add(Shared.NOTHING);
    }

    /// Without what has no weight, so that there are no more groups than needed.
    private Shared counted(Shared shared) {
        return new Shared(
                together.technology() > 0 ? shared.technology() : null, together.team() > 0 ? shared.team() : null);
    }

    /// The place in [Pushes#of] at which the lanes of a task's group begin.
    int group(int n) {
        return groupOf[n] * LANES;
    }

    /// How much of a task's own chance counts: what is left of 1 when the common is taken off, for each group.
    float[] own() {
        var own = new float[groups.size()];
        for (int g = 0; g < own.length; g++) {
            double common = together.project();
            if (groups.get(g).technology() != null) common += together.technology();
            if (groups.get(g).team() != null) common += together.team();
            own[g] = (float) Math.sqrt(1 - common);
        }
        return own;
    }

    /// Of a few runs side by side; it belongs to one thread.
    final class Pushes {
        /// Of each group in each lane.
        final float[] of = new float[groups.size() * LANES];

        void draw(long seed, int firstRun) {
            for (int lane = 0; lane < LANES; lane++) {
                int run = firstRun + lane;
                double project = Math.sqrt(together.project()) * normal(seed, run, PROJECT);
                for (int g = 0; g < groups.size(); g++) {
                    var group = groups.get(g);
                    of[g * LANES + lane] = (float) (project
                            + push(group.technology(), together.technology(), seed, run, TECHNOLOGY)
                            + push(group.team(), together.team(), seed, run, TEAM));
                }
            }
        }

        private double push(@Nullable String name, double correlation, long seed, int run, int cause) {
            return name == null
                    ? 0
                    : Math.sqrt(correlation) * normal(Draws.mixed((int) seed, cause, name.hashCode()), run, cause);
        }
    }

    /// What pushes a whole project in a run.
    static double project(long seed, int run) {
        return normal(seed, run, PROJECT);
    }

    private static double normal(long seed, int run, int cause) {
        return new SplittableRandom(Draws.mixed(seed, run, cause)).nextGaussian();
    }
}
