package chargehand.engine.levelling;

import chargehand.engine.network.Network;
import java.util.stream.IntStream;

/// The keys by which priority rules take tasks: the smallest first.
final class RuleKeys {
    /// What a weight is worth in time ([PriorityRule#COSTLIEST_DELAY]), as a share of the time up to the last deadline.
    private static final double WORTH = 0.1;

    private final Network network;
    private final Dues dues;
    private final Schedule early;
    private final Schedule late;
    private final int[] weights;
    private Schedule due;
    private int lastDue;

    RuleKeys(Network network, FixedTasks fixed, Dues dues) {
        this.network = network;
        this.dues = dues;
        early = new Schedule(network);
        new Generation(network, fixed, Generation.Mode.UNLEVELLED).generate(new int[network.nodes], early);
        int finish = Objective.finish(network, early);
        var backward = new Backward(network, fixed, false);
        late = new Schedule(early);
        backward.generate(late, finish);
        due = late;
        weights = dues.weights();
        if (!dues.isEmpty()) dueBy(backward, finish);
    }

    /// Each node as late as the deadlines allow of all that waits for it, and as heavy as the heaviest of them.
    private void dueBy(Backward backward, int finish) {
        lastDue = finish;
        for (var each : dues.all) lastDue = Math.max(lastDue, each.by());
        due = new Schedule(early);
        backward.within(dues.ends());
        backward.generate(due, lastDue);
        for (int i = network.nodes - 1; i >= 0; i--) {
            int n = network.order[i];
            for (int e = network.edges.outFirst[n]; e < network.edges.outFirst[n + 1]; e++)
                weights[n] = Math.max(weights[n], weights[network.edges.to[network.edges.out[e]]]);
        }
    }

    int[] of(PriorityRule rule) {
        return switch (rule) {
            case FIRST_COME -> IntStream.range(0, network.nodes).toArray();
            case LATEST_FINISH -> late.finish.clone();
            case LATEST_START -> late.start.clone();
            case MOST_BEHIND -> behind();
            case EARLIEST_START -> early.start.clone();
            case SHORTEST -> lengths();
            case EARLIEST_DUE -> due.finish.clone();
            case LEAST_SLACK -> slacks();
            case COSTLIEST_DELAY -> delays(WORTH);
            case HEAVIEST -> delays(100);
        };
    }

    /// Due by its start, and earlier by the logarithm of what its deadline weighs.
    ///
    /// @param worth what that logarithm is worth, as a share of the time up to the last deadline
    int[] delays(double worth) {
        var key = new int[network.nodes];
        double unit = worth * (lastDue - network.start);
        for (int n = 0; n < key.length; n++)
            key[n] = (int) Math.clamp(
                    due.start[n] - unit * Math.log(Math.max(1, weights[n])), Integer.MIN_VALUE / 2.0, due.start[n]);
        return key;
    }

    private int[] slacks() {
        var key = new int[network.nodes];
        for (int n = 0; n < key.length; n++) key[n] = due.start[n] - early.start[n];
        return key;
    }

    /// Minus the work of a task and of those that wait for it directly: the greatest rank positional weight.
    private int[] behind() {
        var weight = new int[network.nodes];
        for (int n = 0; n < network.tasks; n++) weight[n] = length(n);
        var key = new int[network.nodes];
        for (int n = 0; n < network.nodes; n++) {
            key[n] = -weight[n];
            for (int i = network.edges.outFirst[n]; i < network.edges.outFirst[n + 1]; i++)
                key[n] -= weight[network.edges.to[network.edges.out[i]]];
        }
        return key;
    }

    private int[] lengths() {
        var key = new int[network.nodes];
        for (int n = 0; n < network.tasks; n++) key[n] = length(n);
        return key;
    }

    private int length(int n) {
        int length = network.elapsed[n] == Network.NONE ? 0 : network.elapsed[n];
        for (int r = network.requirements.first[n]; r < network.requirements.first[n + 1]; r++)
            length = Math.max(length, network.requirements.length[r]);
        return length;
    }
}
