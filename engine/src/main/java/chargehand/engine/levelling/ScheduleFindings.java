package chargehand.engine.levelling;

import chargehand.engine.network.Network;
import chargehand.engine.plan.Finding;
import chargehand.engine.plan.FindingCode;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskId;
import chargehand.engine.time.WorkingTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/// What of a plan a schedule could not keep.
final class ScheduleFindings {
    private final Network network;
    private final Schedule schedule;
    private final List<Finding> findings = new ArrayList<>();

    private ScheduleFindings(Network network, Schedule schedule) {
        this.network = network;
        this.schedule = schedule;
    }

    static List<Finding> of(Network network, Schedule schedule, boolean[] windowless) {
        var found = new ScheduleFindings(network, schedule);
        found.findWindows(windowless);
        found.findBrokenLinks();
        found.fixedResources().forEach(found::findOverload);
        found.findDeadlines();
        return found.findings;
    }

    /// All but overload, which is no fault where capacity does not count.
    static List<Finding> unlevelled(Network network, Schedule schedule, boolean[] windowless) {
        var found = new ScheduleFindings(network, schedule);
        found.findWindows(windowless);
        found.findBrokenLinks();
        found.findDeadlines();
        return found.findings;
    }

    private Task task(int node) {
        return network.plan.tasks().get(network.place[node]);
    }

    private void findWindows(boolean[] windowless) {
        for (int n = 0; n < windowless.length; n++)
            if (windowless[n]) find(FindingCode.NO_WINDOW_FITS, List.of(task(n).id()), Map.of("task", task(n).name()));
    }

    private void findBrokenLinks() {
        for (int e = 0; e < network.edges.count(); e++) {
            int to = network.edges.to[e];
            if (to >= network.tasks || !network.isFixed(to)) continue;
            int from = network.edges.from[e];
            int after = network.after(e, schedule.start[from], schedule.finish[from]);
            int moment = network.edges.toFinish[e] ? schedule.finish[to] : schedule.start[to];
            if (moment >= after) continue;
            boolean pinned = task(to).progress() == null;
            var predecessor = predecessor(e);
            find(
                    pinned ? FindingCode.PIN_BREAKS_LINK : FindingCode.PROGRESS_BREAKS_LINK,
                    List.of(predecessor.id(), task(to).id()),
                    Map.of(
                            "task", task(to).name(),
                            "predecessor", predecessor.name(),
                            "moment", WorkingTable.instant(moment),
                            "earliest", WorkingTable.instant(after)));
        }
    }

    /// The task that an edge's link names; edges from a gate name what the gate waits for.
    private Task predecessor(int edge) {
        int link = network.edges.link[edge];
        if (link >= 0) {
            var id = network.plan.links().get(link).predecessor();
            return network.plan.tasks().get(Objects.requireNonNull(network.positions.get(id)));
        }
        int gate = network.edges.from[edge];
        int binding = network.edges.in[network.edges.inFirst[gate]];
        for (int i = network.edges.inFirst[gate]; i < network.edges.inFirst[gate + 1]; i++) {
            int in = network.edges.in[i];
            if (moment(in) > moment(binding)) binding = in;
        }
        return predecessor(binding);
    }

    private int moment(int edge) {
        int from = network.edges.from[edge];
        return network.after(edge, schedule.start[from], schedule.finish[from]);
    }

    /// Only what nobody can move can overload.
    private IntStream fixedResources() {
        return IntStream.range(0, network.requirements.count())
                .filter(r -> network.isFixed(network.requirements.node[r]))
                .map(r -> network.requirements.resource[schedule.chosen[r]])
                .filter(resource -> resource != Network.NOBODY)
                .sorted()
                .distinct();
    }

    /// Where pins and the past ask for more than there is while somebody works: once for all moments at which it is
    /// the same tasks that do.
    private void findOverload(int resource) {
        var timeline = new Timeline(network.capacity[resource]);
        var bookings = network.partialBookings[resource];
        for (int i = 0; i < bookings.length; i += 3) timeline.take(bookings[i], bookings[i + 1], bookings[i + 2]);
        var work = new ArrayList<Integer>();
        for (int r = 0; r < network.requirements.count(); r++) {
            int c = schedule.chosen[r];
            if (network.requirements.resource[c] != resource || schedule.from[r] >= schedule.to[r]) continue;
            timeline.take(schedule.from[r], schedule.to[r], network.requirements.units[c]);
            work.add(r);
        }
        var found = new HashSet<List<Integer>>();
        var steps = work.stream()
                .flatMapToInt(r -> IntStream.of(schedule.from[r], schedule.to[r]))
                .distinct()
                .sorted()
                .toArray();
        for (int i = 0; i + 1 < steps.length; i++) {
            int moment = firstOverload(timeline, resource, steps[i], steps[i + 1]);
            if (moment == Timeline.FREE) continue;
            var together = work.stream()
                    .filter(r -> schedule.from[r] <= moment && moment < schedule.to[r])
                    .toList();
            if (found.add(together)) findOverload(resource, moment, timeline.peak(moment, moment + 1), together);
        }
    }

    private int firstOverload(Timeline timeline, int resource, int from, int to) {
        var table = network.resourceTable(resource);
        int moment = timeline.overload(from, to);
        while (moment != Timeline.FREE && !table.isWorking(moment)) {
            int next = table.next(moment);
            moment = next >= to ? Timeline.FREE : timeline.overload(next, to);
        }
        return moment;
    }

    private void findOverload(int resource, int moment, int units, List<Integer> work) {
        var tasks = work.stream().map(r -> task(network.requirements.node[r])).toList();
        find(
                FindingCode.OVERLOAD,
                tasks.stream().map(Task::id).toList(),
                Map.of(
                        "resource", network.plan.resources().get(resource).name(),
                        "units", units,
                        "capacity", network.capacity[resource],
                        "moment", WorkingTable.instant(moment),
                        "tasks",
                                String.join(", ", tasks.stream().map(Task::name).toList())));
    }

    private void findDeadlines() {
        for (var due : new Dues(network).all) {
            int finish = due.finish(schedule);
            if (finish <= due.by()) continue;
            var task = network.plan.tasks().get(due.place());
            find(
                    FindingCode.DEADLINE_MISSED,
                    List.of(task.id()),
                    Map.of(
                            "task", task.name(),
                            "finish", WorkingTable.instant(finish),
                            "deadline", WorkingTable.instant(due.by())));
        }
    }

    private void find(FindingCode code, List<TaskId> tasks, Map<String, Object> values) {
        findings.add(new Finding(code, tasks, values));
    }
}
