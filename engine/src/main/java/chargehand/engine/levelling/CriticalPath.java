package chargehand.engine.levelling;

import chargehand.engine.network.Network;
import chargehand.engine.network.Network.Kind;
import chargehand.engine.time.WorkingTable;
import java.util.Arrays;

/// The critical path method on a compiled plan: how early and how late each task can be by links and calendars alone
/// (Kelley & Walker 1959). Reusable; each pass takes time in proportion to tasks and links.
///
/// Nodes are numbered anew in the order of the passes, so that they go through memory once. Tasks that take some
/// working time of one resource, held by links from finish to start without a lag, as nearly all are, go a short way;
/// any other makes the whole plan go the general one.
public final class CriticalPath {
    private final Network network;
    private final boolean plain;
    private final Generation forward;
    private final Backward backward;
    private final Schedule early;
    private final Schedule late;
    private final int[] noKey;

    private final int[] release;
    private final int[] length;
    private final WorkingTable[] table;
    private final int[] first;
    private final int[] before;
    private final int[] earlyFinish;
    private final int[] lateFinish;

    public CriticalPath(Network network) {
        this.network = network;
        var fixed = new FixedTasks(network, Network.NONE);
        forward = new Generation(network, fixed, Generation.Mode.OPTIMISTIC);
        backward = new Backward(network, fixed, false);
        early = new Schedule(network);
        late = new Schedule(network);
        noKey = new int[network.nodes];
        int nodes = network.nodes;
        release = new int[nodes];
        length = new int[nodes];
        table = new WorkingTable[nodes];
        first = new int[nodes + 1];
        before = new int[network.edges.count()];
        earlyFinish = new int[nodes];
        lateFinish = new int[nodes];
        plain = isPlain();
        if (plain) number();
    }

    private boolean isPlain() {
        for (int e = 0; e < network.edges.count(); e++)
            if (network.edges.lag[e] != 0 || !network.edges.fromFinish[e] || network.edges.toFinish[e]) return false;
        for (int n = 0; n < network.nodes; n++) {
            if (network.kind[n] != Kind.TASK || network.isFixed(n) || network.windows[n].length > 0) return false;
            int r = network.requirements.first[n];
            boolean one = network.requirements.first[n + 1] == r + 1
                    && network.requirements.candidates[r + 1] == network.requirements.candidates[r] + 1;
            if (!one || network.elapsed[n] != Network.NONE) return false;
        }
        return true;
    }

    private void number() {
        var number = new int[network.nodes];
        for (int i = 0; i < network.nodes; i++) number[network.order[i]] = i;
        int edge = 0;
        for (int i = 0; i < network.nodes; i++) {
            int n = network.order[i];
            int r = network.requirements.first[n];
            release[i] = network.release[n];
            length[i] = network.requirements.length[r];
            table[i] = network.tables[network.requirements.table[network.requirements.candidates[r]]];
            for (int k = network.edges.inFirst[n]; k < network.edges.inFirst[n + 1]; k++)
                before[edge++] = number[network.edges.from[network.edges.in[k]]];
            first[i + 1] = edge;
        }
    }

    /// Works out both passes anew.
    ///
    /// @return the earliest finish of the whole, in minutes since 1970
    public int work() {
        if (plain) return workPlainly();
        forward.generate(noKey, early);
        int finish = Objective.finish(network, early);
        late.copyFrom(early);
        backward.generate(late, finish);
        return finish;
    }

    private int workPlainly() {
        int nodes = release.length;
        int end = network.start;
        for (int i = 0; i < nodes; i++) {
            int from = release[i];
            for (int e = first[i]; e < first[i + 1]; e++) from = Math.max(from, earlyFinish[before[e]]);
            earlyFinish[i] = WorkingTable.done(table[i].span(from, length[i]));
            end = Math.max(end, earlyFinish[i]);
        }
        Arrays.fill(lateFinish, end);
        for (int i = nodes - 1; i >= 0; i--) {
            int from = table[i].subtract(lateFinish[i], length[i]);
            for (int e = first[i]; e < first[i + 1]; e++) lateFinish[before[e]] = Math.min(lateFinish[before[e]], from);
        }
        return end;
    }
}
