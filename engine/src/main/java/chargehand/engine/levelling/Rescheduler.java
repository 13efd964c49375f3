package chargehand.engine.levelling;

import chargehand.engine.network.Network;
import chargehand.engine.plan.Link;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskId;
import chargehand.engine.time.WorkingTable;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Repairs a calendar after an edit, moving as little as can be.
public final class Rescheduler {
    private final Network network;
    private final Schedule before;
    private final BitSet known = new BitSet();
    private final BitSet touched = new BitSet();
    private final @Nullable Instant now;

    private Rescheduler(Network network, Plan old, Calendar calendar, @Nullable Instant now) {
        this.network = network;
        this.now = now;
        before = Calendars.schedule(network, calendar);
        touch(old);
    }

    /// A calendar of the edited plan near the one before the edit: what began before `now` stays as it was, a
    /// task that
    /// the edit does not touch stays where it is unless a link, a person or a window forces it later, and
    /// what was held
    /// by a touched task may come earlier with it. Who does what stays too, but for touched tasks.
    ///
    /// One schedule, no search: milliseconds for thousands of tasks. The bound is not known.
    ///
    /// @param plan the plan as it was, and `calendar` its calendar
    /// @param now the moment before which nothing moves, or null for none
    public static Calendar repair(Plan plan, Calendar calendar, Plan edited, @Nullable Instant now) {
        var options = Options.schedules(1).withNow(now).withSeed(calendar.seed());
        return Scheduler.compiled(
                edited, options, network -> new Rescheduler(network, plan, calendar, now).repair(options));
    }

    private Calendar repair(Options options) {
        var fixed = new FixedTasks(network, Scheduler.minute(now), frozen(), before);
        var schedule = new Schedule(network);
        var generation = new Generation(network, fixed, Generation.Mode.LEVELLED);
        generation.keep(before.chosen, touched, outsideWindows());
        generation.generate(order(), floors(), schedule);
        return Calendars.calendar(
                network,
                schedule,
                null,
                1,
                options,
                false,
                ScheduleFindings.of(network, schedule, generation.windowless()));
    }

    /// The tasks that the edit changes by itself: new ones, those with another content or other links, and
    /// those of
    /// people whose time has changed.
    private void touch(Plan old) {
        var oldTasks = new HashMap<TaskId, Task>();
        for (var task : old.tasks()) oldTasks.put(task.id(), task);
        var oldLinks = linksBySuccessor(old.links());
        var newLinks = linksBySuccessor(network.plan.links());
        var changedResources = changedResources(old);
        var changedAbove = changedAbove(oldTasks, oldLinks, newLinks);
        for (int n = 0; n < network.tasks; n++) {
            var task = network.plan.tasks().get(network.place[n]);
            var was = oldTasks.get(task.id());
            known.set(n, was != null && !was.isSummary());
            boolean changed = !task.equals(was)
                    || changedAbove.contains(task.id())
                    || !linksOf(oldLinks, task.id()).equals(linksOf(newLinks, task.id()))
                    || usesAny(n, changedResources);
            touched.set(n, changed);
        }
    }

    private static Map<TaskId, Set<Link>> linksBySuccessor(List<Link> links) {
        var bySuccessor = new HashMap<TaskId, Set<Link>>();
        for (var link : links)
            bySuccessor
                    .computeIfAbsent(link.successor(), id -> new HashSet<>(4))
                    .add(link);
        return bySuccessor;
    }

    private static Set<Link> linksOf(Map<TaskId, Set<Link>> links, TaskId task) {
        return links.getOrDefault(task, Set.of());
    }

    /// The tasks beneath a summary that was changed or linked otherwise.
    private Set<TaskId> changedAbove(
            Map<TaskId, Task> oldTasks, Map<TaskId, Set<Link>> oldLinks, Map<TaskId, Set<Link>> newLinks) {
        var changed = new HashSet<TaskId>();
        for (var task : network.plan.tasks()) {
            boolean itself = task.isSummary()
                    && (!task.equals(oldTasks.get(task.id()))
                            || !linksOf(oldLinks, task.id()).equals(linksOf(newLinks, task.id())));
            if (itself || task.parent() != null && changed.contains(task.parent())) changed.add(task.id());
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
        var requirements = network.requirements;
        for (int r = requirements.first[n]; r < requirements.first[n + 1]; r++) {
            int resource = requirements.resource[before.chosen[r]];
            if (resource != Network.NOBODY && resources.get(resource)) return true;
        }
        return false;
    }

    /// What began before now and is not touched happened as planned, as far as anyone knows.
    private BitSet frozen() {
        var frozen = new BitSet();
        if (now == null) return frozen;
        int moment = WorkingTable.minute(now);
        for (int n = 0; n < network.tasks; n++)
            if (known.get(n) && !touched.get(n) && !network.isFixed(n) && before.start[n] < moment) frozen.set(n);
        return frozen;
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

    /// Nobody comes earlier than before, but for what is touched and what was waiting for that.
    private int[] floors() {
        var free = (BitSet) touched.clone();
        var order = new PartialOrder(network, before);
        for (int n : order.order) if (!free.get(n) && wasHeldByAny(free, n, order)) free.set(n);
        var floors = network.release.clone();
        for (int n = 0; n < network.tasks; n++) if (!free.get(n)) floors[n] = Math.max(floors[n], before.start[n]);
        return floors;
    }

    private boolean wasHeldByAny(BitSet free, int n, PartialOrder order) {
        for (int i = network.edges.inFirst[n]; i < network.edges.inFirst[n + 1]; i++) {
            int edge = network.edges.in[i];
            int from = network.edges.from[edge];
            if (free.get(from) && isTight(n, network.after(edge, before.start[from], before.finish[from]))) return true;
        }
        if (n >= network.tasks) return false;
        var requirements = network.requirements;
        for (int r = requirements.first[n]; r < requirements.first[n + 1]; r++)
            for (int i = order.inFirst[r]; i < order.inFirst[r + 1]; i++)
                if (free.get(requirements.node[order.in[i]]) && isTight(n, before.to[order.in[i]])) return true;
        return false;
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
