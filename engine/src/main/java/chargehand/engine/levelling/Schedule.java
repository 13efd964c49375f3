package chargehand.engine.levelling;

import chargehand.engine.network.Network;

/// When every node of a network starts and finishes, and who does it: a calendar as arrays.
public final class Schedule {
    public final int[] start;
    public final int[] finish;
    /// For each requirement, who was chosen (a place among the candidates), and from when to when they are
    /// held.
    public final int[] chosen;

    public final int[] from;
    public final int[] to;

    public Schedule(Network network) {
        start = new int[network.nodes];
        finish = new int[network.nodes];
        int count = network.requirements.count();
        chosen = new int[count];
        from = new int[count];
        to = new int[count];
    }

    Schedule(Schedule other) {
        start = other.start.clone();
        finish = other.finish.clone();
        chosen = other.chosen.clone();
        from = other.from.clone();
        to = other.to.clone();
    }

    void copyFrom(Schedule other) {
        System.arraycopy(other.start, 0, start, 0, start.length);
        System.arraycopy(other.finish, 0, finish, 0, finish.length);
        System.arraycopy(other.chosen, 0, chosen, 0, chosen.length);
        System.arraycopy(other.from, 0, from, 0, from.length);
        System.arraycopy(other.to, 0, to, 0, to.length);
    }
}
