package chargehand.engine.levelling;

import chargehand.engine.network.Network;
import chargehand.engine.time.WorkingTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The deadlines of a network: which nodes have to be finished by when, and how much that matters.
final class Dues {
    /// No deadline: later than any schedule.
    static final int NEVER = Integer.MAX_VALUE;

    /// @param place of the task that bears it
    /// @param nodes that have to be finished by then: the task itself, or all beneath a summary
    /// @param weight the priority of the task that bears it, at least 1
    record Due(int place, int[] nodes, int by, int weight) {
        int finish(Schedule schedule) {
            int finish = Integer.MIN_VALUE;
            for (int n : nodes) finish = Math.max(finish, schedule.finish[n]);
            return finish;
        }

        int late(Schedule schedule) {
            return Math.max(0, finish(schedule) - by);
        }
    }

    final List<Due> all = new ArrayList<>();
    private final int nodes;

    Dues(Network network) {
        nodes = network.nodes;
        var tasks = network.plan.tasks();
        if (tasks.stream().noneMatch(task -> task.deadline() != null)) return;
        var beneath = new int[tasks.size()][];
        var counts = new int[tasks.size()];
        for (int n = 0; n < network.tasks; n++)
            for (int at = network.place[n]; at >= 0; at = network.hierarchy.parent(at)) counts[at]++;
        for (int n = 0; n < network.tasks; n++)
            for (int at = network.place[n]; at >= 0; at = network.hierarchy.parent(at)) {
                if (tasks.get(at).deadline() == null) continue;
                if (beneath[at] == null) beneath[at] = new int[counts[at]];
                beneath[at][--counts[at]] = n;
            }
        for (int i = 0; i < beneath.length; i++) {
            var deadline = tasks.get(i).deadline();
            if (deadline == null || beneath[i] == null) continue;
            int weight = Math.max(1, tasks.get(i).priority());
            all.add(new Due(i, beneath[i], WorkingTable.minute(deadline.by()), weight));
        }
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /// By when each node is to be finished by a deadline of its own or above it; [#NEVER] without one.
    int[] ends() {
        var ends = new int[nodes];
        Arrays.fill(ends, NEVER);
        for (var due : all) for (int n : due.nodes) ends[n] = Math.min(ends[n], due.by);
        return ends;
    }

    /// By when each node may be finished without any deadline being missed by more than in the schedule.
    int[] ends(Schedule schedule) {
        var ends = new int[nodes];
        Arrays.fill(ends, NEVER);
        for (var due : all) {
            int end = Math.max(due.by, due.finish(schedule));
            for (int n : due.nodes) ends[n] = Math.min(ends[n], end);
        }
        return ends;
    }

    /// The greatest weight of a deadline over each node; 0 without one.
    int[] weights() {
        var weights = new int[nodes];
        for (var due : all) for (int n : due.nodes) weights[n] = Math.max(weights[n], due.weight);
        return weights;
    }

    /// In minutes, each as often as it weighs.
    long lateness(Schedule schedule) {
        long lateness = 0;
        for (var due : all) lateness += (long) due.late(schedule) * due.weight;
        return lateness;
    }
}
