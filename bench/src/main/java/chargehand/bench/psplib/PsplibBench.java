package chargehand.bench.psplib;

import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.Options;
import chargehand.engine.levelling.Scheduler;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Levels every instance of a folder within a number of schedules, and compares with what is known of it. One instance
/// a core, each on one thread; every schedule is checked by [Instance#broken].
public final class PsplibBench {
    private final Path folder;
    private final int schedules;
    private final int seeds;
    private final int sample;
    private final int seconds;
    private final @Nullable BestKnown known;

    /// @param sample every how many-th instance is taken: 1 for all
    /// @param seconds how long each instance may be looked into from the start, to prove it; 0 for not at all
    /// @param bestKnown a table of best known values, or null
    public PsplibBench(Path folder, int schedules, int seeds, int sample, int seconds, @Nullable Path bestKnown)
            throws IOException {
        this.folder = folder;
        this.schedules = schedules;
        this.seeds = seeds;
        this.sample = sample;
        this.seconds = seconds;
        known = bestKnown == null ? null : BestKnown.read(bestKnown);
    }

    /// What came of one instance with one seed; lengths in periods.
    record Levelled(
            Instance instance,
            long seed,
            int schedules,
            int makespan,
            int bound,
            int criticalPath,
            double millis,
            int[] starts) {
        boolean proved() {
            return bound >= makespan;
        }

        double deviation() {
            return 100.0 * (makespan - criticalPath) / criticalPath;
        }

        String line() {
            return "%s,%d,%d,%d,%d,%b,%.1f,%s"
                    .formatted(
                            instance.name(),
                            seed,
                            schedules,
                            makespan,
                            bound,
                            proved(),
                            millis,
                            Arrays.stream(starts).mapToObj(String::valueOf).collect(Collectors.joining(" ")));
        }
    }

    /// @param out where the schedules go as CSV, or null
    /// @return the row of the table, in words
    public String run(@Nullable Path out) throws IOException {
        var files = InstanceFiles.in(folder);
        if (files.isEmpty()) throw new IOException("%s has no .sm or .rcp files.".formatted(folder));
        var jobs = new ArrayList<Callable<Levelled>>();
        for (int i = 0; i < files.size(); i += sample) {
            var instance = InstanceFiles.read(files.get(i));
            for (long seed = 1; seed <= seeds; seed++) {
                long own = seed;
                jobs.add(() -> level(instance, own));
            }
        }
        long begun = System.nanoTime();
        var all = together(jobs);
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (out != null) write(out, all);
        return row(all, seconds);
    }

    private static List<Levelled> together(List<Callable<Levelled>> jobs) {
        try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var all = new ArrayList<Levelled>();
            for (var each : threads.invokeAll(jobs)) all.add(each.get());
            return all;
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private Levelled level(Instance instance, long seed) {
        var plan = instance.plan();
        long begun = System.nanoTime();
        long end = begun + seconds * 1_000_000_000L;
        var options = Options.schedules(schedules).withSeed(seed);
        var proving = options.withProof(Integer.MAX_VALUE).withStop(() -> System.nanoTime() >= end);
        var calendar = Scheduler.schedule(plan, seconds > 0 ? proving : options);
        double millis = (System.nanoTime() - begun) / 1e6;
        var starts = starts(calendar);
        var broken = instance.broken(starts);
        if (broken != null) throw new IllegalStateException("%s, seed %d: %s".formatted(instance.name(), seed, broken));
        var unlevelled = Scheduler.scheduleUnlevelled(plan, Options.schedules(1));
        return new Levelled(
                instance,
                seed,
                calendar.schedules(),
                length(calendar),
                calendar.bound() == null
                        ? 0
                        : (int) Duration.between(Instance.START, calendar.bound())
                                .toMinutes(),
                length(unlevelled),
                millis,
                starts);
    }

    private static int[] starts(Calendar calendar) {
        return calendar.tasks().stream()
                .mapToInt(each ->
                        (int) Duration.between(Instance.START, each.start()).toMinutes())
                .toArray();
    }

    private static int length(Calendar calendar) {
        return (int) Duration.between(Instance.START, calendar.finish()).toMinutes();
    }

    private static void write(Path out, List<Levelled> all) throws IOException {
        try (var lines = new PrintWriter(Files.newBufferedWriter(out))) {
            lines.println("instance,seed,schedules,makespan,bound,proved,millis,starts");
            for (var each : all) lines.println(each.line());
        }
    }

    private String row(List<Levelled> all, double took) {
        var text = new StringBuilder("%s: %d instances, %,d schedules, seeds 1 to %d%n"
                .formatted(folder.getFileName(), all.size() / seeds, schedules, seeds));
        if (seconds > 0) text.append("  and up to %d s to prove each, on one thread%n".formatted(seconds));
        text.append(line("deviation from the critical path", mean(all, Levelled::deviation), "%"));
        text.append(line(
                "proved optimal", 100.0 * all.stream().filter(Levelled::proved).count() / all.size(), "%"));
        text.append(line("schedules made, mean", mean(all, Levelled::schedules), ""));
        text.append(line("an instance takes, mean", mean(all, Levelled::millis), "ms"));
        text.append(line("all take", took, "s"));
        if (known == null) return text.toString();
        var both = all.stream()
                .filter(each -> known.byInstance().containsKey(each.instance().name()))
                .toList();
        text.append(line("deviation from the best known", mean(both, each -> beyond(each, known)), "%"));
        text.append(line(
                "as good as the best known",
                100.0 * both.stream().filter(each -> beyond(each, known) <= 0).count() / both.size(),
                "%"));
        text.append(line(
                "deviation of the best known from the critical path",
                mean(both, each -> 100.0 * (known(each, known).makespan() - each.criticalPath()) / each.criticalPath()),
                "%"));
        return text.toString();
    }

    private static BestKnown.Known known(Levelled each, BestKnown known) {
        return java.util.Objects.requireNonNull(
                known.byInstance().get(each.instance().name()));
    }

    private static double beyond(Levelled each, BestKnown known) {
        int best = known(each, known).makespan();
        return 100.0 * (each.makespan() - best) / best;
    }

    private static double mean(List<Levelled> all, java.util.function.ToDoubleFunction<Levelled> of) {
        return all.stream().mapToDouble(of).average().orElse(Double.NaN);
    }

    private static String line(String what, double value, String unit) {
        return String.format(java.util.Locale.ROOT, "  %-52s %12.3f %s%n", what, value, unit);
    }
}
