package chargehand.server.increments;

import chargehand.engine.forecast.Runs;
import chargehand.engine.forecast.Throughput;
import chargehand.engine.plan.TaskId;
import chargehand.engine.time.WorkingCalendar;
import chargehand.engine.time.WorkingTable;
import chargehand.server.increments.Deck.Item;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How likely tasks of a project are done by when, in one: half of it the simulated runs of its
/// calendar, which know links, people and what each task is; half what the team has finished day by
/// day, which knows all that no plan says. Where too little was finished yet, the calendar alone.
final class Odds {
    private static final int AHEAD = 400;
    private static final int BACK = 56;
    private static final int RUNS = 1_000;
    private static final long SEED = 1;

    private final ZoneId zone;
    private final Runs network;
    private final LocalDate today;
    final Throughput throughput;
    private final List<LocalDate> days;
    private final int[][] paths;
    private final Map<String, Integer> turn = new HashMap<>();
    private final Map<String, Integer> increments;

    /// @param increments the number of the increment that takes a task on, of those that aren't over
    Odds(Deck deck, Runs network, Map<String, Integer> increments) {
        zone = deck.zone();
        this.network = network;
        var now = deck.current.now();
        today = LocalDate.ofInstant(now, zone);
        var calendar = deck.current.plan().projectCalendar();
        throughput = Throughput.of(
                finished(deck, calendar, LocalDate.ofInstant(deck.current.plan().start(), zone)));
        days = ahead(calendar);
        paths = throughput.isEnough() ? throughput.runs(RUNS, days.size(), SEED) : new int[0][];
        var open = deck.open().stream()
                .sorted(Comparator.comparingInt(each -> turnOf(each, increments)))
                .toList();
        for (var each : open) turn.put(each.id(), turn.size() + 1);
        this.increments = increments;
    }

    /// What was begun without an increment is under way; then come increments, one after the other, and
    /// then the rest.
    private static int turnOf(Item item, Map<String, Integer> increments) {
        return increments.getOrDefault(item.id(), item.begun() ? 0 : Integer.MAX_VALUE);
    }

    /// How many open ones are taken up before all of an increment.
    long before(Deck deck, int increment) {
        return deck.open().stream()
                .filter(each -> turnOf(each, increments) < increment)
                .count();
    }

    /// How many were finished on each working day of the last eight weeks, today left out. What was
    /// finished on another day counts for the working day before.
    private List<Integer> finished(Deck deck, WorkingCalendar calendar, LocalDate start) {
        var from = start.isAfter(today.minusDays(BACK)) ? start : today.minusDays(BACK);
        var byDay = new HashMap<LocalDate, Integer>();
        for (var each : deck.items()) {
            var progress = each.task().progress();
            if (progress != null && progress.finished() != null)
                byDay.merge(LocalDate.ofInstant(progress.finished(), zone), 1, Integer::sum);
        }
        var daily = new ArrayList<Integer>();
        for (var day = from; day.isBefore(today); day = day.plusDays(1)) {
            int done = byDay.getOrDefault(day, 0);
            if (!calendar.on(day).isEmpty()) daily.add(done);
            else if (done > 0 && !daily.isEmpty()) daily.add(daily.removeLast() + done);
        }
        return daily;
    }

    private List<LocalDate> ahead(WorkingCalendar calendar) {
        var ahead = new ArrayList<LocalDate>();
        for (var day = today; ahead.size() < AHEAD && day.isBefore(today.plusDays(4L * AHEAD)); day = day.plusDays(1))
            if (!calendar.on(day).isEmpty()) ahead.add(day);
        return ahead;
    }

    boolean isOfBoth() {
        return paths.length > 0;
    }

    /// What both say together, and each alone.
    ///
    /// @param throughput null where too little was finished yet
    record Said<T>(T both, T network, @Nullable T throughput) {}

    /// The chance that all of these are done by the end of a day, 0 to 1.
    Said<Double> allBy(Collection<Item> items, LocalDate day) {
        double network = this.network.allBy(ids(items), end(day));
        if (!isOfBoth()) return new Said<>(network, network, null);
        int last = lastTurn(items);
        int at = index(day);
        double throughput = last == 0
                ? 1
                : at < 0
                        ? 0
                        : (double) Arrays.stream(paths)
                                        .filter(path -> path[at] >= last)
                                        .count()
                                / paths.length;
        return new Said<>((network + throughput) / 2, network, throughput);
    }

    /// The same for some that would be taken up before all others.
    double allBy(int[] lasts, int count, LocalDate day) {
        int limit = WorkingTable.minute(end(day));
        double network =
                (double) Arrays.stream(lasts).filter(each -> each <= limit).count() / lasts.length;
        if (!isOfBoth()) return network;
        int at = index(day);
        double throughput = at < 0
                ? 0
                : (double) Arrays.stream(paths)
                                .filter(path -> path[at] >= count)
                                .count()
                        / paths.length;
        return (network + throughput) / 2;
    }

    int[] lasts(Item item) {
        return network.lasts(ids(List.of(item)));
    }

    /// How many of these are done by the end of a day: one a run, in rising order.
    int[] doneBy(Collection<Item> items, LocalDate day) {
        var network = this.network.doneBy(ids(items), end(day));
        if (!isOfBoth()) return sorted(network);
        long done = items.stream().filter(Item::done).count();
        var turns = items.stream()
                .filter(each -> !each.done())
                .mapToInt(each -> turn.getOrDefault(each.id(), Integer.MAX_VALUE))
                .sorted()
                .toArray();
        int at = index(day);
        var all = Arrays.copyOf(network, network.length + paths.length);
        for (int run = 0; run < paths.length; run++)
            all[network.length + run] = (int) done + (at < 0 ? 0 : upTo(turns, paths[run][at]));
        return sorted(all);
    }

    private static int upTo(int[] turns, int taken) {
        int found = Arrays.binarySearch(turns, taken);
        return found >= 0 ? found + 1 : -found - 1;
    }

    private static int[] sorted(int[] values) {
        Arrays.sort(values);
        return values;
    }

    /// When the last of these is done: minutes since 1970, one a run, in rising order.
    Said<int[]> lasts(Collection<Item> items) {
        var network = sorted(this.network.lasts(ids(items)));
        if (!isOfBoth()) return new Said<>(network, network, null);
        int last = lastTurn(items);
        if (last == 0) return new Said<>(network, network, null);
        var throughput = new int[paths.length];
        for (int run = 0; run < paths.length; run++)
            throughput[run] = WorkingTable.minute(end(dayOf(paths[run], last))) - 1;
        sorted(throughput);
        var both = Arrays.copyOf(network, network.length + throughput.length);
        System.arraycopy(throughput, 0, both, network.length, throughput.length);
        return new Said<>(sorted(both), network, throughput);
    }

    private LocalDate dayOf(int[] path, int wanted) {
        int low = 0;
        int high = path.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (path[middle] >= wanted) high = middle;
            else low = middle + 1;
        }
        return days.get(low);
    }

    /// The day on which the share `p` of these have come, on the project's clock.
    LocalDate day(int[] ordered, double p) {
        return LocalDate.ofInstant(instant(ordered, p).minusSeconds(1), zone);
    }

    static Instant instant(int[] ordered, double p) {
        return WorkingTable.instant(at(ordered, p));
    }

    /// The first value that at least the share `p` doesn't exceed.
    static int at(int[] ordered, double p) {
        return ordered[Math.clamp((int) Math.ceil(p * ordered.length) - 1, 0, ordered.length - 1)];
    }

    private int lastTurn(Collection<Item> items) {
        return items.stream()
                .filter(each -> !each.done())
                .mapToInt(each -> turn.getOrDefault(each.id(), 0))
                .max()
                .orElse(0);
    }

    /// The last working day ahead that is not after this one; -1 if there is none.
    private int index(LocalDate day) {
        int low = -1;
        for (int high = days.size() - 1; low < high; ) {
            int middle = (low + high + 1) >>> 1;
            if (days.get(middle).isAfter(day)) high = middle - 1;
            else low = middle;
        }
        return low;
    }

    Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static List<TaskId> ids(Collection<Item> items) {
        return items.stream().map(each -> each.task().id()).toList();
    }
}
