package chargehand.engine.network;

/// The links between nodes, numbered in the order in which they were written, and found from either end.
public final class Edges {
    public final int[] from;
    public final int[] to;
    /// Whether it is the predecessor's finish that counts, or its start.
    public final boolean[] fromFinish;
    /// Whether it is the successor's finish that waits, or its start.
    public final boolean[] toFinish;
    /// Minutes; negative is a lead.
    public final int[] lag;
    /// Whether the lag counts by the clock, or in working time on the successor's calendar.
    public final boolean[] lagElapsed;
    /// The place of the plan's link, or -1 where an edge belongs to a summary's own nodes.
    public final int[] link;

    /// The edges into node n: `in[inFirst[n]]` up to, not including, `in[inFirst[n + 1]]`.
    public final int[] inFirst;

    public final int[] in;
    public final int[] outFirst;
    public final int[] out;

    Edges(int nodes, EdgeList list) {
        from = list.from.toArray();
        to = list.to.toArray();
        lag = list.lag.toArray();
        link = list.link.toArray();
        fromFinish = new boolean[from.length];
        toFinish = new boolean[from.length];
        lagElapsed = new boolean[from.length];
        for (int e = 0; e < from.length; e++) {
            fromFinish[e] = list.fromFinish.get(e);
            toFinish[e] = list.toFinish.get(e);
            lagElapsed[e] = list.lagElapsed.get(e);
        }
        inFirst = new int[nodes + 1];
        in = grouped(nodes, to, inFirst);
        outFirst = new int[nodes + 1];
        out = grouped(nodes, from, outFirst);
    }

    /// The same with other lags.
    Edges withLags(int[] lags) {
        return new Edges(this, lags);
    }

    private Edges(Edges of, int[] lags) {
        from = of.from;
        to = of.to;
        fromFinish = of.fromFinish;
        toFinish = of.toFinish;
        lag = lags;
        lagElapsed = of.lagElapsed;
        link = of.link;
        inFirst = of.inFirst;
        in = of.in;
        outFirst = of.outFirst;
        out = of.out;
    }

    public int count() {
        return from.length;
    }

    private static int[] grouped(int nodes, int[] end, int[] first) {
        for (int node : end) first[node + 1]++;
        for (int n = 0; n < nodes; n++) first[n + 1] += first[n];
        var next = first.clone();
        var result = new int[end.length];
        for (int e = 0; e < end.length; e++) result[next[end[e]]++] = e;
        return result;
    }
}
