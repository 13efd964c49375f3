package chargehand.engine.levelling;

import chargehand.engine.network.Network;

/// The critical path method on a compiled plan: how early and how late each task can be by links and
/// calendars alone
/// (Kelley & Walker 1959). Reusable; each pass takes time in proportion to tasks and links.
public final class CriticalPath {
    private final Generation forward;
    private final Backward backward;
    private final Objective objective;
    private final Schedule early;
    private final Schedule late;
    private final int[] noKey;

    public CriticalPath(Network network) {
        var fixed = new FixedTasks(network, Network.NONE);
        forward = new Generation(network, fixed, Generation.Mode.OPTIMISTIC);
        backward = new Backward(network, fixed, false);
        objective = new Objective(network);
        early = new Schedule(network);
        late = new Schedule(network);
        noKey = new int[network.nodes];
    }

    /// Works out both passes anew.
    ///
    /// @return the earliest finish of the whole, in minutes since 1970
    public int work() {
        forward.generate(noKey, early);
        int finish = objective.finish(early);
        late.copyFrom(early);
        backward.generate(late, finish);
        return finish;
    }

    /// Whether a task can't be later without the end being later.
    public boolean isCritical(int node) {
        return late.start[node] <= early.start[node];
    }
}
