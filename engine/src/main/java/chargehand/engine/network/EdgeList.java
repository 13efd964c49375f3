package chargehand.engine.network;

import chargehand.engine.plan.LinkType;
import java.util.BitSet;

/// Edges under construction.
final class EdgeList {
    final IntList from = new IntList();
    final IntList to = new IntList();
    final IntList lag = new IntList();
    final IntList link = new IntList();
    final BitSet fromFinish = new BitSet();
    final BitSet toFinish = new BitSet();
    final BitSet lagElapsed = new BitSet();

    void add(int predecessor, int successor, LinkType type, int minutes, boolean elapsed, int planLink) {
        int edge = from.size();
        from.add(predecessor);
        to.add(successor);
        lag.add(minutes);
        link.add(planLink);
        fromFinish.set(edge, type == LinkType.FS || type == LinkType.FF);
        toFinish.set(edge, type == LinkType.FF || type == LinkType.SF);
        lagElapsed.set(edge, elapsed);
    }

    /// An edge of a summary's own nodes: no lag.
    void add(int predecessor, int successor, LinkType type) {
        add(predecessor, successor, type, 0, false, -1);
    }

    EdgeList without(BitSet dropped) {
        var rest = new EdgeList();
        for (int e = 0; e < from.size(); e++) {
            if (dropped.get(e)) continue;
            int edge = rest.from.size();
            rest.from.add(from.get(e));
            rest.to.add(to.get(e));
            rest.lag.add(lag.get(e));
            rest.link.add(link.get(e));
            rest.fromFinish.set(edge, fromFinish.get(e));
            rest.toFinish.set(edge, toFinish.get(e));
            rest.lagElapsed.set(edge, lagElapsed.get(e));
        }
        return rest;
    }
}
