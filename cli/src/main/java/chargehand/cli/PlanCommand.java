package chargehand.cli;

import chargehand.engine.explain.Explainer;
import chargehand.engine.forecast.ForecastOptions;
import chargehand.engine.forecast.Forecaster;
import chargehand.engine.forecast.history.RangeRecord;
import chargehand.engine.levelling.Options;
import chargehand.engine.levelling.Scheduler;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Severity;
import chargehand.files.PlanFiles;
import chargehand.files.PlanWriter;
import chargehand.files.Planned;
import chargehand.files.ReadPlan;
import chargehand.files.Reading;
import chargehand.files.UnreadableFile;
import chargehand.files.own.CalendarJson;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Reads, levels, simulates, explains, writes and sums up one plan.
final class PlanCommand {
    /// Enough that a P80 is right to within about two percentage points. A second or two, and only where all work by
    /// one calendar.
    private static final int DEAD_ENDS = 20_000;
    private static final int RUNS = 500;

    private final PlanArguments arguments;
    private final PrintStream out;
    private final PrintStream err;

    PlanCommand(PlanArguments arguments, PrintStream out, PrintStream err) {
        this.arguments = arguments;
        this.out = out;
        this.err = err;
    }

    ExitCode run() throws WrongUse {
        for (var output : arguments.outputs().keySet()) checkPlace(output);
        var zone = arguments.zone() == null ? ZoneId.systemDefault() : arguments.zone();
        ReadPlan read;
        try {
            read = PlanFiles.read(arguments.file(), new Reading(zone, arguments.start()));
        } catch (UnreadableFile unreadable) {
            err.println(
                    OneLine.of("%s %s [%s]".formatted(unreadable.getMessage(), unreadable.hint(), unreadable.code())));
            return ExitCode.UNREADABLE_INPUT;
        } catch (IOException failure) {
            err.println(OneLine.of("%s could not be read: %s".formatted(arguments.file(), failure.getMessage())));
            return ExitCode.UNREADABLE_INPUT;
        }
        var planned = plan(read, arguments.nowIn(read.plan().zone()));
        return write(planned, read);
    }

    /// Better said before the work than after it.
    private void checkPlace(Path output) throws WrongUse {
        var folder = Objects.requireNonNullElse(output.toAbsolutePath().getParent(), output);
        if (Files.isDirectory(output)) throw new WrongUse("--out: %s is a folder.".formatted(output));
        if (!Files.isDirectory(folder)) throw new WrongUse("--out: there is no folder %s.".formatted(folder));
        if (!Files.isWritable(folder)) throw new WrongUse("--out: nothing may be written to %s.".formatted(folder));
        if (isInput(output))
            throw new WrongUse("--out: %s is the file that is read; give the calendar another name.".formatted(output));
    }

    private boolean isInput(Path output) throws WrongUse {
        try {
            return Files.exists(output) && Files.exists(arguments.file()) && Files.isSameFile(output, arguments.file());
        } catch (IOException unknown) {
            throw new WrongUse("--out: it can't be told whether %s is the file that is read.".formatted(output));
        }
    }

    private Planned plan(ReadPlan read, @Nullable Instant now) {
        var plan = read.plan();
        try (var progress = new ProgressBar(err, schedules(plan), isQuiet())) {
            var options = Options.schedules(schedules(plan))
                    .withNow(now)
                    .withSeed(arguments.seed())
                    .withProof(DEAD_ENDS)
                    .withThreads(Runtime.getRuntime().availableProcessors())
                    .withStop(stop())
                    .withProgress(progress::show);
            var calendar = Scheduler.schedule(plan, options);
            var simulating = ForecastOptions.runs(RUNS)
                    .withNow(now)
                    .withSeed(arguments.seed())
                    .withThreads(options.threads())
                    .withSpreads(RangeRecord.NONE.spreads(plan));
            var forecast = Forecaster.forecast(plan, calendar, simulating).orElseThrow();
            var whole = calendar.with(Forecaster.risks(plan, calendar, forecast));
            return new Planned(plan, whole, forecast, Explainer.explain(plan, whole, now), read.notCarriedOver(), now);
        }
    }

    private boolean isQuiet() {
        return arguments.json() || System.console() == null || !System.console().isTerminal();
    }

    /// So many that a search takes about a second: one schedule costs in proportion to the tasks.
    private int schedules(Plan plan) {
        int tasks = Math.max(1, plan.tasks().size());
        return arguments.schedules().orElse(Math.clamp(1_000_000 / tasks, 20, 5_000));
    }

    private BooleanSupplier stop() {
        if (arguments.timeLimitSeconds().isEmpty()) return () -> false;
        long end = System.nanoTime() + arguments.timeLimitSeconds().getAsInt() * 1_000_000_000L;
        return () -> System.nanoTime() - end >= 0;
    }

    private ExitCode write(Planned planned, ReadPlan read) {
        var written = new ArrayList<Path>();
        for (var output : arguments.outputs().entrySet()) {
            try {
                write(planned, output.getValue(), output.getKey());
                written.add(output.getKey());
            } catch (IOException failure) {
                err.println("%s could not be written: %s. Is there such a folder, and may you write there?"
                        .formatted(output.getKey(), failure.getMessage()));
                return ExitCode.OUR_FAULT;
            }
        }
        if (arguments.json()) printJson(planned);
        else new Summary(planned, read.format(), written, arguments.zone() == null).print(out);
        boolean errors = planned.calendar().findings().stream().anyMatch(each -> each.severity() == Severity.ERROR);
        return errors ? ExitCode.PLANNED_WITH_ERRORS : ExitCode.PLANNED;
    }

    private void printJson(Planned planned) {
        try {
            CalendarJson.write(planned, out);
            out.flush();
        } catch (IOException impossible) {
            throw new IllegalStateException("Standard output can't be written.", impossible);
        }
    }

    /// Whole or not at all: written beside its place and then moved there.
    private static void write(Planned planned, PlanWriter writer, Path file) throws IOException {
        var draft = file.resolveSibling(".%s.%d.part"
                .formatted(file.getFileName(), ProcessHandle.current().pid()));
        try {
            try (var stream = new BufferedOutputStream(Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW))) {
                writer.write(planned, stream);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
