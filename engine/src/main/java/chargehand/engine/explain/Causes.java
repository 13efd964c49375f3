package chargehand.engine.explain;

import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.Calendars;
import chargehand.engine.levelling.Schedule;
import chargehand.engine.network.Network;
import chargehand.engine.network.Requirements;
import chargehand.engine.plan.LinkType;
import chargehand.engine.plan.ResourceId;
import chargehand.engine.plan.Task;
import chargehand.engine.time.WorkingTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the causes of one task at a time. A task is asked: what of all this would be broken if you began a minute of
/// work earlier?
final class Causes {
    private final Network network;
    private final Requirements requirements;
    private final Schedule schedule;
    private final Occupation occupation;
    private final int now;

    Causes(Network network, Calendar calendar, @Nullable Instant now) {
        this.network = network;
        this.requirements = network.requirements;
        this.schedule = Calendars.schedule(network, calendar);
        this.occupation = new Occupation(network, schedule);
        this.now = now == null ? Network.NONE : WorkingTable.minute(now);
    }

    /// The causes of a task that is no summary, the chief one first.
    List<Cause> of(int place) {
        int n = network.node[place];
        var task = network.plan.tasks().get(place);
        if (task.progress() != null)
            return List.of(new Cause.Happened(task.progress().started()));
        if (task.pinnedStart() != null) return List.of(new Cause.Pinned(task.pinnedStart()));
        int earlier = earlierStart(n);
        var causes = new ArrayList<Cause>();
        addPeople(n, earlier, causes);
        addLinks(n, earlier, causes);
        addMoments(n, earlier, causes);
        addWindow(n, earlier, causes);
        addOffHours(n, causes);
        if (causes.isEmpty()) causes.add(new Cause.Kept());
        return causes;
    }

    /// The last moment before its start at which the task could begin if its own people's hours alone counted.
    private int earlierStart(int n) {
        int start = schedule.start[n];
        if (network.elapsed[n] != Network.NONE || network.isMoment(n)) return start - 1;
        int earlier = Integer.MIN_VALUE;
        for (int r = requirements.first[n]; r < requirements.first[n + 1]; r++) {
            var table = network.tables[requirements.table[schedule.chosen[r]]];
            int work = table.workBefore(start);
            if (work > 0) earlier = Math.max(earlier, table.atWork(work - 1));
        }
        return earlier == Integer.MIN_VALUE ? start - 1 : earlier;
    }

    private void addPeople(int n, int earlier, List<Cause> causes) {
        for (int r = requirements.first[n]; r < requirements.first[n + 1]; r++) {
            int c = schedule.chosen[r];
            if (requirements.resource[c] == Network.NOBODY) continue;
            occupation.addConflicts(r, network.elapsed[n] != Network.NONE ? earlier : table(c).next(earlier), causes);
        }
    }

    private WorkingTable table(int candidate) {
        return network.tables[requirements.table[candidate]];
    }

    private void addLinks(int n, int earlier, List<Cause> causes) {
        for (int i = network.edges.inFirst[n]; i < network.edges.inFirst[n + 1]; i++)
            if (isBroken(network.edges.in[i], n, earlier)) addLink(network.edges.in[i], causes);
    }

    private boolean isBroken(int edge, int n, int earlier) {
        int moment = moment(edge);
        return network.edges.toFinish[edge] ? finishFrom(n, earlier) < moment : earlier < moment;
    }

    private int moment(int edge) {
        int from = network.edges.from[edge];
        return network.after(edge, schedule.start[from], schedule.finish[from]);
    }

    private int finishFrom(int n, int start) {
        if (network.elapsed[n] != Network.NONE) return start + network.elapsed[n];
        int finish = start;
        for (int r = requirements.first[n]; r < requirements.first[n + 1]; r++)
            finish = Math.max(finish, table(schedule.chosen[r]).add(start, requirements.length[r]));
        return finish;
    }

    /// A summary's gate has no name: what it waits for last has.
    private void addLink(int edge, List<Cause> causes) {
        int number = network.edges.link[edge];
        if (number < 0) {
            int gate = network.edges.from[edge];
            for (int i = network.edges.inFirst[gate]; i < network.edges.inFirst[gate + 1]; i++)
                if (moment(network.edges.in[i]) >= schedule.start[gate]) addLink(network.edges.in[i], causes);
            return;
        }
        var link = network.plan.links().get(number);
        int from = network.edges.from[edge];
        int moment = network.edges.fromFinish[edge] ? schedule.finish[from] : schedule.start[from];
        causes.add(new Cause.Waits(
                link.predecessor(),
                link.type(),
                WorkingTable.instant(moment),
                !link.lag().isNone() && (link.type() == LinkType.FS || link.type() == LinkType.SS)));
    }

    private void addMoments(int n, int earlier, List<Cause> causes) {
        int start = WorkingTable.minute(network.plan.start());
        if (network.release[n] <= earlier) return;
        if (earlier < now) causes.add(new Cause.Now(WorkingTable.instant(now)));
        for (Task at = network.plan.tasks().get(network.place[n]); at != null; at = above(at)) {
            var notBefore = at.notBefore();
            if (notBefore != null && earlier < WorkingTable.minute(notBefore))
                causes.add(new Cause.NotBefore(notBefore));
        }
        if (earlier < start) causes.add(new Cause.PlanStart(network.plan.start()));
    }

    private @Nullable Task above(Task task) {
        int above = network.hierarchy.parent(network.positions.getOrDefault(task.id(), -1));
        return above < 0 ? null : network.plan.tasks().get(above);
    }

    private void addWindow(int n, int earlier, List<Cause> causes) {
        var windows = network.windows[n];
        for (int w = 0; w < windows.length; w += 2) {
            if (schedule.start[n] < windows[w] || schedule.finish[n] > windows[w + 1]) continue;
            if (earlier < windows[w]) causes.addFirst(new Cause.WindowOpens(WorkingTable.instant(windows[w])));
            return;
        }
    }

    /// When others could work and whoever does it can't, that is a cause too, though it holds nothing by
    /// itself.
    private void addOffHours(int n, List<Cause> causes) {
        int first = requirements.first[n];
        if (causes.isEmpty() || network.elapsed[n] != Network.NONE || first == requirements.first[n + 1]) return;
        int resource = requirements.resource[schedule.chosen[first]];
        int held = network.release[n];
        for (int i = network.edges.inFirst[n]; i < network.edges.inFirst[n + 1]; i++)
            if (!network.edges.toFinish[network.edges.in[i]]) held = Math.max(held, moment(network.edges.in[i]));
        boolean free = causes.stream().allMatch(each -> each instanceof Cause.Busy || each instanceof Cause.Booked);
        if (resource == Network.NOBODY || free || held >= schedule.start[n]) return;
        if (network.projectTable.workBetween(held, schedule.start[n]) > 0)
            causes.add(timeOff(
                    id(network, resource), WorkingTable.instant(held), WorkingTable.instant(schedule.start[n])));
    }

    /// Time booked away is named as what it is.
    private Cause timeOff(ResourceId resource, Instant held, Instant start) {
        for (var booking : network.plan.bookings()) {
            boolean between = booking.toExclusive().isAfter(held)
                    && !booking.toExclusive().isAfter(start)
                    && booking.resource().equals(resource);
            if (between) return new Cause.Booked(resource, booking.reason(), booking.toExclusive());
        }
        return new Cause.OffHours(resource, start);
    }

    static ResourceId id(Network network, int resource) {
        return network.plan.resources().get(resource).id();
    }
}
