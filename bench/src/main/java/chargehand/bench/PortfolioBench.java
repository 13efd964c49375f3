package chargehand.bench;

import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.Options;
import chargehand.engine.levelling.PriorityRule;
import chargehand.engine.levelling.Rescheduler;
import chargehand.engine.levelling.Scheduler;
import chargehand.engine.plan.Plan;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/// Portfolios of many projects that share their people: how soon there is a calendar, what a search makes of it, how it
/// grows with the size, and what a repair costs in quality.
final class PortfolioBench {
    private static final int THREADS = Runtime.getRuntime().availableProcessors();
    private static final int ROUNDS = 12;
    private static final double MINUTES_OF_A_DAY = 24 * 60;

    private final int size;
    private final int people;
    private final int seconds;
    private final int edits;
    private final long seed;
    private final Consumer<String> log;
    private final List<Figure> figures = new ArrayList<>();

    PortfolioBench(int size, int people, int seconds, int edits, long seed, Consumer<String> log) {
        this.size = size;
        this.people = people;
        this.seconds = seconds;
        this.edits = edits;
        this.seed = seed;
        this.log = log;
    }

    void run() {
        var plan = Portfolio.inProjects(size, people, seed);
        firstCalendar(plan);
        search(plan);
        calendars();
        repair(plan);
    }

    List<Figure> figures() {
        return figures;
    }

    /// What is aimed at for 100,000 tasks.
    void large(Growth largest) throws IOException {
        add("first calendar of %,d tasks".formatted(largest.tasks()), largest.millis(), "ms", 5_000);
        var plan = Portfolio.inProjects(largest.tasks(), largest.tasks() / 100, seed);
        add("memory of ./chargehand plan at that size", CommandMemory.peakMegabytes(plan, "1600m"), "MB", 2_048);
    }

    /// Each reads, schedules and ends, as one process; ours writes what it found, too.
    void beside() throws IOException {
        var plan = Portfolio.of(5_000, 200, seed);
        var theirs = TaskJuggler.seconds(plan);
        if (theirs.isEmpty()) {
            log.accept("  TaskJuggler is not installed, or took longer than four minutes.");
            return;
        }
        long begin = System.nanoTime();
        CommandMemory.peakMegabytes(plan, CommandMemory.USUAL);
        double ours = (System.nanoTime() - begin) / 1e9;
        log.accept(String.format(Locale.ROOT, "    5,000 tasks, 200 people: TaskJuggler %.1f s", theirs.getAsDouble()));
        add("./chargehand plan, search and forecast included, of that", 100 * ours / theirs.getAsDouble(), "%", 100);
    }

    private void add(String name, double value, String unit, double aim) {
        var figure = new Figure(name, value, unit, aim);
        figures.add(figure);
        log.accept(figure.line());
    }

    private void firstCalendar(Plan plan) {
        var one = Options.schedules(1).withThreads(THREADS);
        double cold = Timing.of(0, 1, () -> Scheduler.schedule(plan, one)).best();
        add("first calendar, first in the process", cold, "ms", 500);
        double warm = Timing.of(3, 9, () -> Scheduler.schedule(plan, one)).median();
        add("first calendar, warm", warm, "ms", 500);
    }

    /// Deadlines at 0.9 to 1.3 of what each project takes by the best rule, which is known only when there are
    /// deadlines: so they are set anew by the rule that was best before until even the best misses some.
    private void search(Plan together) {
        var all = Scheduler.schedule(together, PriorityRule.FIRST_COME, null);
        var dated = Portfolio.withDeadlines(staggered(together, all), all, seed);
        var best = best(dated);
        for (int round = 1; round < ROUNDS && lateness(dated, best) == 0; round++) {
            dated = Portfolio.withDeadlines(dated, best, seed + round);
            best = best(dated);
        }
        var plan = dated;
        for (var rule : PriorityRule.values())
            tell(rule.name(), lateness(plan, Scheduler.schedule(plan, rule, null)), "");
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        var options = Options.schedules(1_000_000).withThreads(THREADS).withStop(() -> System.nanoTime() > end);
        var found = Scheduler.schedule(plan, options);
        tell("search", lateness(plan, found), ", %,d schedules".formatted(found.schedules()));
        add(
                "weighted lateness after %d s of search, of the best rule's".formatted(seconds),
                100 * lateness(plan, found) / lateness(plan, best),
                "%",
                95);
    }

    private void tell(String who, double late, String more) {
        log.accept(String.format(Locale.ROOT, "    %-20s %,14.1f weighted days late%s", who, late, more));
    }

    /// Projects that begin over nine tenths of the time that all take when they begin together.
    private static Plan staggered(Plan plan, Calendar calendar) {
        var takes = Duration.between(plan.start(), calendar.finish());
        return Portfolio.staggered(plan, takes.multipliedBy(9).dividedBy(10));
    }

    /// Of the rules' calendars the one with the least weighted lateness, and of these whose projects end earliest.
    private static Calendar best(Plan plan) {
        return Arrays.stream(PriorityRule.values())
                .map(rule -> Scheduler.schedule(plan, rule, null))
                .min(Comparator.comparingDouble((Calendar calendar) -> lateness(plan, calendar))
                        .thenComparingLong(calendar -> finishes(plan, calendar)))
                .orElseThrow();
    }

    private static long finishes(Plan plan, Calendar calendar) {
        long sum = 0;
        for (int i = 0; i < plan.tasks().size(); i++)
            if (plan.tasks().get(i).isSummary())
                sum += Duration.between(plan.start(), calendar.tasks().get(i).finish())
                        .toMinutes();
        return sum;
    }

    /// In days, each as often as the deadline weighs (1 to 10).
    private static double lateness(Plan plan, Calendar calendar) {
        double late = 0;
        for (int i = 0; i < plan.tasks().size(); i++) {
            var deadline = plan.tasks().get(i).deadline();
            var finish = calendar.tasks().get(i).finish();
            if (deadline == null || !finish.isAfter(deadline.by())) continue;
            late += Duration.between(deadline.by(), finish).toMinutes()
                    / MINUTES_OF_A_DAY
                    * (plan.tasks().get(i).priority() / 100.0);
        }
        return late;
    }

    private void calendars() {
        var bare = Portfolio.bare(size, people, seed);
        var rich = Portfolio.rich(size, people, seed);
        int schedules = 40;
        double ratio = pass(rich, schedules) / pass(bare, schedules);
        add("a schedule with calendars, zones, lags, windows, of a bare one's", ratio, "x", 3);
    }

    /// Milliseconds for one of many schedules, on one thread.
    private static double pass(Plan plan, int schedules) {
        var few = Options.schedules(1);
        var many = Options.schedules(schedules);
        double one = Timing.of(3, 5, () -> Scheduler.schedule(plan, few)).median();
        double all = Timing.of(1, 3, () -> Scheduler.schedule(plan, many)).median();
        return (all - one) / (schedules - 1);
    }

    /// Beside what one schedule from nothing would make of the edited plan.
    private void repair(Plan plan) {
        var before = Scheduler.schedule(plan, Options.schedules(1));
        var random = new SplittableRandom(seed);
        var rescheduler = new Rescheduler(plan, before, null);
        for (int i = 0; i < 100; i++) rescheduler.repair(Edits.lengthened(plan, random));
        var millis = new double[edits];
        var later = new double[edits];
        long moved = 0;
        long movedAnew = 0;
        for (int i = 0; i < edits; i++) {
            var edited = Edits.lengthened(plan, random);
            long begin = System.nanoTime();
            var repaired = rescheduler.repair(edited);
            millis[i] = (System.nanoTime() - begin) / 1e6;
            var anew = Scheduler.schedule(edited, Options.schedules(1));
            later[i] = 100 * (span(plan, repaired) / span(plan, anew) - 1);
            moved += Edits.moved(before, repaired);
            movedAnew += Edits.moved(before, anew);
        }
        Arrays.sort(millis);
        Arrays.sort(later);
        add("repair after one edit, p99 of %,d".formatted(edits), at(millis, 0.99), "ms", size <= 10_000 ? 10 : 60);
        add("finish after a repair, later than levelled anew, p95", at(later, 0.95), "%", 2);
        add("tasks that a repair moves, of those that levelling anew does", 100.0 * moved / movedAnew, "%", 100);
    }

    private static double span(Plan plan, Calendar calendar) {
        return Duration.between(plan.start(), calendar.finish()).toMinutes();
    }

    private static double at(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(sorted.length * share) - 1)];
    }
}
