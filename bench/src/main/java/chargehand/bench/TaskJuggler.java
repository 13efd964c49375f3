package chargehand.bench;

import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.Who;
import chargehand.engine.time.TimeRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// TaskJuggler's scheduler (`tj3`, Debian's package of that name) on one of our portfolios: work, links and people's
/// working hours, without their leave and holidays. It reads and schedules, and reports nothing.
final class TaskJuggler {
    private static final int LIMIT_MINUTES = 4;

    private TaskJuggler() {}

    /// Seconds from start to end of the whole process; empty where it is not installed or takes longer than four
    /// minutes.
    static OptionalDouble seconds(Plan plan) throws IOException {
        if (!isInstalled()) return OptionalDouble.empty();
        var folder = Files.createTempDirectory("portfolio");
        try {
            var file = folder.resolve("plan.tjp");
            Files.writeString(file, project(plan));
            return timed(new ProcessBuilder("tj3", "--silent", "-o", folder.toString(), file.toString()));
        } finally {
            try (var files = Files.list(folder)) {
                for (var each : files.toList()) Files.delete(each);
            }
            Files.delete(folder);
        }
    }

    private static boolean isInstalled() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "tj3")));
    }

    private static OptionalDouble timed(ProcessBuilder command) throws IOException {
        long begin = System.nanoTime();
        var process = command.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0)
                return OptionalDouble.of((System.nanoTime() - begin) / 1e9);
            process.destroyForcibly();
            return OptionalDouble.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while tj3 was at work.", interrupted);
        }
    }

    static String project(Plan plan) {
        var begin = LocalDate.ofInstant(plan.start(), plan.zone());
        var text = new StringBuilder("project portfolio \"%s\" %s +8y { timezone \"%s\" timingresolution 60min }\n"
                .formatted(plan.name(), begin, plan.zone()));
        for (var person : plan.resources()) text.append(resource(plan, person));
        var before = new HashMap<String, String>();
        for (var link : plan.links())
            before.merge(
                    name(link.successor().value()),
                    name(link.predecessor().value()),
                    (one, other) -> one + ", " + other);
        for (var task : plan.tasks()) {
            if (!(task.extent() instanceof TaskExtent.ByWorkingTime(var duration))) continue;
            var id = name(task.id().value());
            var after = before.get(id);
            text.append(String.format(
                    Locale.ROOT,
                    "task %s \"%s\" { effort %dmin allocate %s %s }\n",
                    id,
                    task.name(),
                    duration.minutes(),
                    task.assignments().stream().map(TaskJuggler::person).collect(Collectors.joining(", ")),
                    after == null ? "" : "depends " + after));
        }
        return text.toString();
    }

    private static String resource(Plan plan, Resource person) {
        var week = plan.calendar(Objects.requireNonNullElse(person.calendar(), plan.calendar()))
                .week();
        var hours = new StringBuilder();
        for (var day : DayOfWeek.values()) {
            var ranges = week.getOrDefault(day, List.of());
            hours.append(" workinghours %s %s\n"
                    .formatted(
                            day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).toLowerCase(Locale.ROOT),
                            ranges.isEmpty()
                                    ? "off"
                                    : ranges.stream().map(TaskJuggler::range).collect(Collectors.joining(", "))));
        }
        return "resource %s \"%s\" {\n%s}\n".formatted(name(person.id().value()), person.name(), hours);
    }

    private static String range(TimeRange range) {
        return "%d:%02d - %d:%02d"
                .formatted(
                        range.fromInclusive() / 60,
                        range.fromInclusive() % 60,
                        range.toExclusive() / 60,
                        range.toExclusive() % 60);
    }

    private static String person(Assignment assignment) {
        if (assignment.who() instanceof Who.Named(var id)) return name(id.value());
        throw new IllegalArgumentException("Only who is named can be told to TaskJuggler.");
    }

    private static String name(String id) {
        return id.replace('-', '_');
    }
}
