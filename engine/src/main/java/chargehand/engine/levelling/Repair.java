package chargehand.engine.levelling;

import chargehand.engine.network.Network;
import chargehand.engine.plan.Link;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.TaskId;
import chargehand.engine.time.WorkingTable;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One repair at work: what is touched, what is frozen, and how early the rest may come.
final class Repair {
    private final Network network;
    private final Made made;
    private final Schedule before;
    private final BitSet known = new BitSet();
    private final BitSet touched = new BitSet();
    private final @Nullable Instant now;

    /// @param made the calendar of the old plan, in the numbers of the network
    Repair(Network network, Plan old, Made made, @Nullable Instant now) {
        this.network = network;
        this.now = now;
        this.made = made;
        before = made.schedule();
        touch(old);
    }

    Made repair(Options options) {
        var free = free();
        var outside = outsideWindows();
        var frozen = past();
        frozen.or(settled(free));
        var fixed = new FixedTasks(network, Scheduler.minute(now), frozen, before);
        var schedule = new Schedule(network);
        var generation = new Generation(network, fixed, Generation.Mode.LEVELLED);
        generation.keep(before.chosen, touched, outside);
        generation.generate(order(), floors(free), schedule);
        var found = ScheduleFindings.of(network, schedule, windowless(generation, outside));
        return Made.of(network, schedule, made.calendar(), options, found);
    }

    /// What is said of the old calendar as it is.
    Calendar measured(Options options) {
        var windowless = new boolean[network.tasks];
        outsideWindows().stream().forEach(n -> windowless[n] = true);
        var found = ScheduleFindings.of(network, before, windowless);
        return Made.of(network, before, null, options, found).calendar();
    }

    /// The tasks that the edit changes by itself: new ones, those with another content or other links, and those of
    /// people whose time has changed.
    private void touch(Plan old) {
        var oldTasks = new OldTasks(old);
        var relinked = relinked(old.links(), network.plan.links());
        var changedResources = changedResources(old);
        var changedAbove = changedAbove(oldTasks, relinked);
        for (int n = 0; n < network.tasks; n++) {
            var task = network.plan.tasks().get(network.place[n]);
            var was = oldTasks.of(network.place[n], task);
            known.set(n, was != null && !was.isSummary());
            boolean changed = task != was && !task.equals(was)
                    || !changedAbove.isEmpty() && changedAbove.contains(task.id())
                    || !relinked.isEmpty() && relinked.contains(task.id())
                    || usesAny(n, changedResources);
            touched.set(n, changed);
        }
    }

    /// The successors of links that were added, changed or taken away.
    private static Set<TaskId> relinked(List<Link> old, List<Link> links) {
        if (old.equals(links)) return Set.of();
        var before = linksBySuccessor(old);
        var after = linksBySuccessor(links);
        var relinked = new HashSet<>(before.keySet());
        relinked.addAll(after.keySet());
        relinked.removeIf(task -> Objects.equals(before.get(task), after.get(task)));
        return relinked;
    }

    private static Map<TaskId, Set<Link>> linksBySuccessor(List<Link> links) {
        var bySuccessor = new HashMap<TaskId, Set<Link>>();
        for (var link : links)
            bySuccessor
                    .computeIfAbsent(link.successor(), id -> new HashSet<>(4))
                    .add(link);
        return bySuccessor;
    }

    /// The tasks beneath a summary that was changed or linked otherwise.
    private Set<TaskId> changedAbove(OldTasks oldTasks, Set<TaskId> relinked) {
        var changed = new HashSet<TaskId>();
        for (int i = 0; i < network.plan.tasks().size(); i++) {
            var task = network.plan.tasks().get(i);
            boolean itself = task.isSummary() && (relinked.contains(task.id()) || !task.equals(oldTasks.of(i, task)));
            if (itself || task.parent() != null && !changed.isEmpty() && changed.contains(task.parent()))
                changed.add(task.id());
        }
        return changed;
    }

    private BitSet changedResources(Plan old) {
        var changed = new BitSet();
        boolean allChanged =
                !old.calendar().equals(network.plan.calendar()) || !old.start().equals(network.plan.start());
        var oldCalendars = new HashMap<String, Object>();
        for (var calendar : old.calendars()) oldCalendars.put(calendar.id(), calendar);
        var changedCalendars = new HashSet<String>();
        for (var calendar : network.plan.calendars()) {
            var was = oldCalendars.get(calendar.id());
            if (was != calendar && !calendar.equals(was)) changedCalendars.add(calendar.id());
        }
        var oldResources = new HashSet<Object>(old.resources());
        boolean sameBookings = old.bookings().equals(network.plan.bookings());
        for (int r = 0; r < network.capacity.length; r++) {
            var resource = network.plan.resources().get(r);
            var calendar = resource.calendar() == null ? network.plan.calendar() : resource.calendar();
            boolean differs = allChanged
                    || !oldResources.contains(resource)
                    || changedCalendars.contains(calendar)
                    || !sameBookings && !bookings(old, r).equals(bookings(network.plan, r));
            changed.set(r, differs);
        }
        return changed;
    }

    private List<Object> bookings(Plan plan, int resource) {
        var id = network.plan.resources().get(resource).id();
        return plan.bookings().stream()
                .filter(each -> each.resource().equals(id))
                .map(Object.class::cast)
                .toList();
    }

    private boolean usesAny(int n, BitSet resources) {
        if (resources.isEmpty()) return false;
        var requirements = network.requirements;
        for (int r = requirements.first[n]; r < requirements.first[n + 1]; r++) {
            int resource = requirements.resource[before.chosen[r]];
            if (resource != Network.NOBODY && resources.get(resource)) return true;
        }
        return false;
    }

    /// What began before now and is not touched happened as planned, as far as anyone knows.
    private BitSet past() {
        var frozen = new BitSet();
        if (now == null) return frozen;
        int moment = WorkingTable.minute(now);
        for (int n = 0; n < network.tasks; n++)
            if (known.get(n) && !touched.get(n) && !network.isFixed(n) && before.start[n] < moment) frozen.set(n);
        return frozen;
    }

    private static boolean[] windowless(Generation generation, BitSet outside) {
        var windowless = generation.windowless();
        outside.stream().forEach(n -> windowless[n] = true);
        return windowless;
    }

    /// What ended before all that may move, and waits for nothing that may: it would be put where it was, so it need
    /// not be looked at.
    private BitSet settled(BitSet free) {
        int first = Integer.MAX_VALUE;
        for (int n = free.nextSetBit(0); n >= 0; n = free.nextSetBit(n + 1))
            if (n >= network.tasks || known.get(n)) first = Math.min(first, before.start[n]);
        var stays = new BitSet();
        var settled = new BitSet();
        for (int n : network.order) {
            boolean fixed = n < network.tasks && network.isFixed(n);
            boolean early = before.finish[n] <= first && before.start[n] >= network.release[n];
            boolean old = n >= network.tasks || known.get(n) && !touched.get(n);
            stays.set(n, old && !free.get(n) && (fixed || early) && waitsOnlyFor(stays, n));
            settled.set(n, stays.get(n) && !fixed);
        }
        return settled;
    }

    private boolean waitsOnlyFor(BitSet stays, int n) {
        for (int i = network.edges.inFirst[n]; i < network.edges.inFirst[n + 1]; i++)
            if (!stays.get(network.edges.from[network.edges.in[i]])) return false;
        return true;
    }

    private BitSet outsideWindows() {
        var outside = new BitSet();
        for (int n = 0; n < network.tasks; n++) {
            var windows = network.windows[n];
            if (windows.length == 0 || touched.get(n) || !known.get(n)) continue;
            int start = before.start[n];
            outside.set(n, Generation.windowFor(windows, start, before.finish[n]) != start);
        }
        return outside;
    }

    /// Tasks go in the order of the old calendar; new ones take what is left.
    private int[] order() {
        var key = before.start.clone();
        for (int n = 0; n < network.tasks; n++) if (!known.get(n)) key[n] = Integer.MAX_VALUE;
        return key;
    }

    /// What is touched, and what was waiting for that: all else comes no earlier than before.
    private BitSet free() {
        var free = (BitSet) touched.clone();
        var reached = new ArrayDeque<Integer>();
        touched.stream().forEach(reached::add);
        while (!reached.isEmpty()) freeBehind(reached.remove(), free, reached);
        return free;
    }

    private int[] floors(BitSet free) {
        var floors = network.release.clone();
        for (int n = 0; n < network.tasks; n++) if (!free.get(n)) floors[n] = Math.max(floors[n], before.start[n]);
        return floors;
    }

    /// Frees what a task held back, by a link or by keeping somebody busy.
    private void freeBehind(int n, BitSet free, ArrayDeque<Integer> reached) {
        for (int i = network.edges.outFirst[n]; i < network.edges.outFirst[n + 1]; i++) {
            int edge = network.edges.out[i];
            int to = network.edges.to[edge];
            if (!free.get(to) && isTight(to, network.after(edge, before.start[n], before.finish[n])))
                free(to, free, reached);
        }
        if (n >= network.tasks) return;
        var requirements = network.requirements;
        var order = made.order();
        for (int r = requirements.first[n]; r < requirements.first[n + 1]; r++)
            for (int i = order.outFirst[r]; i < order.outFirst[r + 1]; i++) {
                int taker = requirements.node[order.out[i]];
                if (!free.get(taker) && isTight(taker, before.to[r])) free(taker, free, reached);
            }
    }

    private static void free(int n, BitSet free, ArrayDeque<Integer> reached) {
        free.set(n);
        reached.add(n);
    }

    /// Whether no working time lies between the moment that held a task and its start.
    private boolean isTight(int n, int moment) {
        if (moment >= before.start[n]) return true;
        var requirements = network.requirements;
        if (n >= network.tasks || requirements.first[n] == requirements.first[n + 1]) return false;
        var table = network.tables[requirements.table[before.chosen[requirements.first[n]]]];
        return table.workBetween(moment, before.start[n]) == 0;
    }
}
