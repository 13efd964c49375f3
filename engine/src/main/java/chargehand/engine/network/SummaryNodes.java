package chargehand.engine.network;

import chargehand.engine.network.Network.Kind;
import chargehand.engine.plan.LinkType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The nodes that stand for linked summaries: a gate before its tasks, the earliest of their starts, the latest of
/// their finishes. Made when first asked for.
final class SummaryNodes {
    private final Hierarchy hierarchy;
    private final int[] place;
    private final int[] node;
    private final List<Kind> kinds = new ArrayList<>();
    private final Map<Integer, Integer> gates = new HashMap<>();
    private final Map<Integer, Integer> begins = new HashMap<>();
    private final Map<Integer, Integer> ends = new HashMap<>();

    SummaryNodes(Hierarchy hierarchy, int[] place, int[] node, int tasks) {
        this.hierarchy = hierarchy;
        this.place = place;
        this.node = node;
        for (int n = 0; n < tasks; n++) kinds.add(Kind.TASK);
    }

    /// The node that holds the start of a task, or of all beneath a summary.
    int gate(int task, EdgeList list) {
        if (!hierarchy.isSummary(task)) return node[task];
        return gates.computeIfAbsent(task, summary -> {
            int gate = add(Kind.LATEST);
            for (int n = 0; n < place.length; n++)
                if (hierarchy.isWithin(place[n], summary)) list.add(gate, n, LinkType.FS);
            return gate;
        });
    }

    /// The node whose start is that of a task, or of the first beneath a summary.
    int begin(int task, EdgeList list) {
        if (!hierarchy.isSummary(task)) return node[task];
        return begins.computeIfAbsent(task, summary -> {
            int begin = add(Kind.EARLIEST);
            for (int n = 0; n < place.length; n++)
                if (hierarchy.isWithin(place[n], summary)) list.add(n, begin, LinkType.SS);
            return begin;
        });
    }

    /// The node whose finish is that of a task, or of the last beneath a summary.
    int end(int task, EdgeList list) {
        if (!hierarchy.isSummary(task)) return node[task];
        return ends.computeIfAbsent(task, summary -> {
            int end = add(Kind.LATEST);
            for (int n = 0; n < place.length; n++)
                if (hierarchy.isWithin(place[n], summary)) list.add(n, end, LinkType.FS);
            return end;
        });
    }

    private int add(Kind kind) {
        kinds.add(kind);
        return kinds.size() - 1;
    }

    int count() {
        return kinds.size();
    }

    Kind[] kinds() {
        return kinds.toArray(new Kind[0]);
    }
}
