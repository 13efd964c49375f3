package chargehand.engine.forecast;

import chargehand.engine.network.Network;
import java.util.ArrayList;
import java.util.List;

/// Which risks hit which tasks, and in which of a few runs they happen.
final class Risks {
    private static final int[] NONE = new int[0];

    private final List<RiskEvent> events;
    /// Of each task node the risks that hit it.
    private final int[][] of;

    Risks(Network network, List<RiskEvent> events) {
        this.events = List.copyOf(events);
        of = new int[network.tasks][];
        for (int n = 0; n < network.tasks; n++) of[n] = hitting(network, n);
    }

    private int[] hitting(Network network, int n) {
        var task = network.plan.tasks().get(network.place[n]).id();
        var hits = new ArrayList<Integer>();
        for (int i = 0; i < events.size(); i++) {
            var tasks = events.get(i).tasks();
            if (tasks.isEmpty() || tasks.contains(task)) hits.add(i);
        }
        return hits.isEmpty() ? NONE : hits.stream().mapToInt(Integer::intValue).toArray();
    }

    /// What happens in a few runs side by side.
    final class Happening {
        private final boolean[] happens = new boolean[events.size() * Draws.LANES];

        void draw(long seed, int firstRun) {
            for (int i = 0; i < events.size(); i++) {
                long own = Draws.mixed(seed, -2, events.get(i).id().hashCode());
                for (int lane = 0; lane < Draws.LANES; lane++)
                    happens[i * Draws.LANES + lane] = Draws.share(Draws.mixed(own, firstRun + lane, -3))
                            < events.get(i).chance();
            }
        }

        boolean hits(int n) {
            return of[n].length > 0;
        }

        /// @param factor of the task's work in each lane, and `extra` minutes beyond; both are raised
        /// @param from when it could begin in each, which is put off
        void hit(int n, float[] factor, int[] extra, int[] from) {
            for (int i : of[n]) {
                var event = events.get(i);
                float times = (float) (1 + event.share());
                for (int lane = 0; lane < Draws.LANES; lane++) {
                    if (!happens[i * Draws.LANES + lane]) continue;
                    factor[lane] *= times;
                    extra[lane] += event.minutes();
                    from[lane] += event.delay();
                }
            }
        }
    }
}
