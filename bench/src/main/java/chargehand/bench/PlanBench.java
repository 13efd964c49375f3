package chargehand.bench;

import chargehand.engine.forecast.ForecastOptions;
import chargehand.engine.forecast.Forecaster;
import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.CriticalPath;
import chargehand.engine.levelling.Options;
import chargehand.engine.levelling.Rescheduler;
import chargehand.engine.levelling.Scheduler;
import chargehand.engine.network.Network;
import chargehand.engine.plan.Plan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/// The sizes that the engine must carry (`docs/engine.md`): speed of planning at one size.
final class PlanBench {
    private static final int EDITS = 300;
    private static final int WARM_UPS = 300;

    private final int size;
    private final long seed;
    private final Consumer<String> log;
    private final List<Figure> figures = new ArrayList<>();

    PlanBench(int size, long seed, Consumer<String> log) {
        this.size = size;
        this.seed = seed;
        this.log = log;
    }

    List<Figure> run() throws IOException {
        var plan = Portfolio.of(size, Math.max(1, size / 50), seed);
        log.accept("%,d tasks, %,d links, %,d people with calendars of their own"
                .formatted(
                        plan.tasks().size(),
                        plan.links().size(),
                        plan.resources().size()));
        fromNothing(plan);
        criticalPath();
        var calendar = Scheduler.schedule(plan, Options.schedules(1));
        repair(plan, calendar);
        simulate(plan, calendar);
        memory(plan);
        return figures;
    }

    private void add(String name, double value, String unit, double aim) {
        var figure = new Figure(name, value, unit, aim);
        figures.add(figure);
        log.accept(figure.line());
    }

    /// The very first is what a command line feels; the later ones what a server does.
    private void fromNothing(Plan plan) {
        var options = Options.schedules(4).withThreads(Runtime.getRuntime().availableProcessors());
        double first = Timing.of(0, 1, () -> Scheduler.schedule(plan, options)).best();
        add("levelled calendar from nothing, first in the process", first, "ms", 1000);
        double later = Timing.of(2, 7, () -> Scheduler.schedule(plan, options)).median();
        add("levelled calendar from nothing, warm", later, "ms", 1000);
    }

    private void criticalPath() {
        criticalPath("on one calendar", Portfolio.unassigned(size * 10, seed));
        criticalPath("on everyone's own calendars", Portfolio.of(size * 10, Math.max(1, size / 50), seed));
    }

    private void criticalPath(String where, Plan large) {
        var path = new CriticalPath(Network.of(large, null, 1000));
        double millis = Timing.of(30, 31, path::work).median();
        add("critical path of %,d tasks %s".formatted(size * 10, where), millis, "ms", 10);
    }

    private void repair(Plan plan, Calendar calendar) {
        var random = new SplittableRandom(seed);
        var edits = new ArrayList<Plan>();
        for (int i = 0; i < EDITS; i++) edits.add(Edits.lengthened(plan, random));
        var rescheduler = new Rescheduler(plan, calendar, null);
        for (int i = 0; i < WARM_UPS; i++) rescheduler.repair(edits.get(i));
        var next = edits.iterator();
        var timing = Timing.of(0, EDITS, () -> rescheduler.repair(next.next()));
        add("repair after one edit, median", timing.median(), "ms", 20);
        add("repair after one edit, p99", timing.p99(), "ms", 20);
    }

    private void simulate(Plan plan, Calendar calendar) {
        var few = ForecastOptions.runs(500)
                .withSeed(seed)
                .withThreads(Runtime.getRuntime().availableProcessors());
        double millis =
                Timing.of(3, 7, () -> Forecaster.forecast(plan, calendar, few)).median();
        add("simulation of 500 runs", millis, "ms", 500);
        var many = ForecastOptions.runs(10_000).withSeed(seed).withThreads(few.threads());
        double dates =
                Timing.of(1, 3, () -> Forecaster.forecast(plan, calendar, many)).median();
        add("simulation of 10,000 runs, dates", dates, "ms", 1500);
        double all = Timing.of(1, 3, () -> Forecaster.forecast(plan, calendar, many.withDrivers()))
                .median();
        add("simulation of 10,000 runs, with what drives the finish", all, "ms", 5000);
        var thousand = Portfolio.of(1_000, 40, seed);
        var its = Scheduler.schedule(thousand, Options.schedules(20));
        var anew = ForecastOptions.runs(1_000).withSeed(seed).withRelevelling();
        double levelled =
                Timing.of(2, 3, () -> Forecaster.forecast(thousand, its, anew)).median();
        add("simulation of 1,000 runs of 1,000 tasks, each levelled anew, one core", levelled, "ms", 2000);
    }

    private void memory(Plan plan) throws IOException {
        add(
                "memory of ./chargehand plan at that size",
                CommandMemory.peakMegabytes(plan, CommandMemory.USUAL),
                "MB",
                512);
    }
}
