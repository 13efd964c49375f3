package chargehand.engine.levelling;

import chargehand.engine.network.Network;
import chargehand.engine.time.WorkingTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Measures schedules of one network.
final class Objective {
    private final Network network;
    private final List<Due> deadlines = new ArrayList<>();

    /// The nodes that have to be finished by a moment.
    private record Due(int[] nodes, int by) {}

    Objective(Network network) {
        this.network = network;
        var hierarchy = network.hierarchy;
        for (int i = 0; i < network.plan.tasks().size(); i++) {
            var deadline = network.plan.tasks().get(i).deadline();
            if (deadline == null) continue;
            int place = i;
            var beneath = IntStream.range(0, network.tasks)
                    .filter(n -> hierarchy.isWithin(network.place[n], place))
                    .toArray();
            deadlines.add(new Due(beneath, WorkingTable.minute(deadline.by())));
        }
    }

    Quality of(Schedule schedule) {
        long late = 0;
        for (var due : deadlines) {
            int finish = due.by;
            for (int n : due.nodes) finish = Math.max(finish, schedule.finish[n]);
            late += finish - due.by;
        }
        long sum = 0;
        for (int n = 0; n < network.tasks; n++) sum += schedule.finish[n];
        return new Quality(late, finish(schedule), sum);
    }

    int finish(Schedule schedule) {
        int finish = Integer.MIN_VALUE;
        for (int n = 0; n < network.tasks; n++) finish = Math.max(finish, schedule.finish[n]);
        return network.tasks == 0 ? network.start : finish;
    }
}
