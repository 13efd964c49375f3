package chargehand.bench.imopse;

import chargehand.bench.imopse.Instance.Schedule;
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
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds who does what when on every instance of a folder within a time, one after another on all cores; every schedule
/// is checked by [Instance#broken].
public final class ImopseBench {
    private static final int FIRST = 500;

    private final Path folder;
    private final double seconds;
    private final int seeds;
    private final int sample;

    /// @param seconds that each instance may take
    /// @param sample every how many-th instance is taken: 1 for all
    public ImopseBench(Path folder, double seconds, int seeds, int sample) {
        this.folder = folder;
        this.seconds = seconds;
        this.seeds = seeds;
        this.sample = sample;
    }

    /// What came of one instance with one seed; lengths in hours.
    record Found(
            Instance instance, long seed, int schedules, int makespan, int bound, double millis, Schedule schedule) {
        boolean proved() {
            return bound >= makespan;
        }

        String line() {
            var who = Arrays.stream(schedule.people())
                    .mapToObj(place -> instance.people().get(place).id());
            return "%s,%d,%d,%d,%d,%b,%.1f,%s,%s"
                    .formatted(
                            instance.name(),
                            seed,
                            schedules,
                            makespan,
                            bound,
                            proved(),
                            millis,
                            Arrays.stream(schedule.starts())
                                    .mapToObj(String::valueOf)
                                    .collect(Collectors.joining(" ")),
                            who.collect(Collectors.joining(" ")));
        }
    }

    /// @param out where the schedules go as CSV, or null
    /// @return the row of the table, in words
    public String run(@Nullable Path out) throws IOException {
        var files = InstanceFiles.in(folder);
        if (files.isEmpty()) throw new IOException("%s has no .def files.".formatted(folder));
        level(InstanceFiles.read(files.getFirst()), 1); // So that the first one measured finds its methods compiled.
        var all = new ArrayList<Found>();
        for (int i = 0; i < files.size(); i += sample) {
            var instance = InstanceFiles.read(files.get(i));
            for (long seed = 1; seed <= seeds; seed++) all.add(level(instance, seed));
        }
        if (out != null) write(out, all);
        return row(all);
    }

    private Found level(Instance instance, long seed) {
        var plan = instance.plan();
        long begun = System.nanoTime();
        long end = begun + (long) (seconds * 1e9);
        var options = Options.schedules(FIRST)
                .withSeed(seed)
                .withThreads(Runtime.getRuntime().availableProcessors())
                .withStop(() -> System.nanoTime() >= end);
        var first = Scheduler.schedule(plan, options);
        // How a search goes about it depends on how many schedules it may make: about as many as the time allows,
        // which grow threefold while methods are being compiled.
        double share = (end - System.nanoTime()) / (double) (System.nanoTime() - begun);
        var rest = Options.schedules((int) Math.max(FIRST, 3 * FIRST * share));
        var calendar = best(
                first,
                Scheduler.schedule(
                        plan, rest.withSeed(seed).withThreads(options.threads()).withStop(options.stop())));
        double millis = (System.nanoTime() - begun) / 1e6;
        var schedule = schedule(instance, calendar);
        var broken = instance.broken(schedule);
        if (broken != null) throw new IllegalStateException("%s, seed %d: %s".formatted(instance.name(), seed, broken));
        int bound = calendar.bound() == null ? 0 : hours(Duration.between(Instance.START, calendar.bound()));
        return new Found(instance, seed, calendar.schedules(), instance.length(schedule), bound, millis, schedule);
    }

    private static Calendar best(Calendar one, Calendar other) {
        return one.finish().isBefore(other.finish()) ? one : other;
    }

    private static Schedule schedule(Instance instance, Calendar calendar) {
        var ids = instance.people().stream().map(Instance.Person::id).toList();
        int count = calendar.tasks().size();
        var starts = new int[count];
        var people = new int[count];
        for (int i = 0; i < count; i++) {
            var task = calendar.tasks().get(i);
            starts[i] = hours(Duration.between(Instance.START, task.start()));
            people[i] = ids.indexOf(task.assignments().getFirst().resource().value());
        }
        return new Schedule(starts, people);
    }

    private static int hours(Duration minutes) {
        return (int) minutes.toMinutes();
    }

    private static void write(Path out, List<Found> all) throws IOException {
        try (var lines = new PrintWriter(Files.newBufferedWriter(out))) {
            lines.println("instance,seed,schedules,makespan,bound,proved,millis,starts,assignees");
            for (var each : all) lines.println(each.line());
        }
    }

    private String row(List<Found> all) {
        double proved = 100.0 * all.stream().filter(Found::proved).count() / all.size();
        return "%s: %d instances, %s s each, seeds 1 to %d%n"
                        .formatted(folder.getFileName(), all.size() / seeds, seconds, seeds)
                + line("duration, mean", mean(all, Found::makespan), "h")
                + line(
                        "from the bound, mean",
                        mean(all, each -> 100.0 * (each.makespan() - each.bound()) / each.bound()),
                        "%")
                + line("proved optimal", proved, "%")
                + line("schedules made, mean", mean(all, Found::schedules), "")
                + line("an instance takes, mean", mean(all, Found::millis), "ms");
    }

    private static double mean(List<Found> all, ToDoubleFunction<Found> of) {
        return all.stream().mapToDouble(of).average().orElse(Double.NaN);
    }

    private static String line(String what, double value, String unit) {
        return String.format(Locale.ROOT, "  %-52s %12.3f %s%n", what, value, unit);
    }
}
