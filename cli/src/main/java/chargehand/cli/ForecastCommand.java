package chargehand.cli;

import chargehand.engine.forecast.FinishedTasks;
import chargehand.engine.forecast.Forecast;
import chargehand.engine.forecast.ForecastOptions;
import chargehand.engine.forecast.Forecaster;
import chargehand.engine.forecast.Spreads;
import chargehand.engine.forecast.history.CommonCause;
import chargehand.engine.forecast.history.FinishedWork;
import chargehand.engine.forecast.history.PersonalRecord;
import chargehand.engine.forecast.history.RangeRecord;
import chargehand.engine.forecast.history.SimilarWork;
import chargehand.engine.forecast.history.TaskLabels;
import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.Options;
import chargehand.engine.levelling.Scheduler;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.TaskId;
import chargehand.files.PlanFiles;
import chargehand.files.ReadPlan;
import chargehand.files.Reading;
import chargehand.files.UnreadableFile;
import chargehand.files.history.History;
import chargehand.files.history.HistoryFiles;
import chargehand.files.history.HistoryRow;
import chargehand.files.own.ForecastJson;
import chargehand.files.own.Foreseen;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Levels a plan and says how likely its dates are, by a history of finished work or the general prior.
final class ForecastCommand {
    /// With less finished work than this the general prior stands.
    private static final int FEWEST = 16;

    private final ForecastArguments arguments;
    private final PrintStream out;
    private final PrintStream err;

    ForecastCommand(ForecastArguments arguments, PrintStream out, PrintStream err) {
        this.arguments = arguments;
        this.out = out;
        this.err = err;
    }

    ExitCode run() throws WrongUse {
        var asked = arguments.plan();
        if (!asked.outputs().isEmpty())
            throw new WrongUse("--out: forecast writes no file; it prints, with --json for programs.");
        ReadPlan read;
        History history;
        try {
            var zone = asked.zone() == null ? ZoneId.systemDefault() : asked.zone();
            read = PlanFiles.read(asked.file(), new Reading(zone, asked.start()));
            history = arguments.history() == null ? new History(List.of(), List.of()) : read(arguments.history());
        } catch (UnreadableFile unreadable) {
            err.println(
                    OneLine.of("%s %s [%s]".formatted(unreadable.getMessage(), unreadable.hint(), unreadable.code())));
            return ExitCode.UNREADABLE_INPUT;
        } catch (IOException failure) {
            err.println(OneLine.of("A file could not be read: %s".formatted(failure.getMessage())));
            return ExitCode.UNREADABLE_INPUT;
        }
        tell(history);
        var foreseen = foresee(read.plan(), asked.nowIn(read.plan().zone()), history);
        if (asked.json()) print(foreseen);
        else new ForecastSummary(foreseen).print(out);
        return ExitCode.PLANNED;
    }

    private static History read(Path file) throws IOException, UnreadableFile {
        return HistoryFiles.read(file);
    }

    /// What isn't learned is said, each row with its reason.
    private void tell(History history) {
        for (var row : history.refused()) {
            var refusal = row.refusal();
            if (refusal != null)
                err.println(OneLine.of("Line %d of the history is refused: %s [%s]."
                        .formatted(row.line(), refusal.what(), refusal.reason().code())));
        }
        for (var note : history.notes()) err.println(OneLine.of(note.what()));
    }

    private Foreseen foresee(Plan plan, @Nullable Instant now, History history) {
        var asked = arguments.plan();
        int threads = Runtime.getRuntime().availableProcessors();
        int schedules = asked.schedules().orElse(200);
        var options =
                Options.schedules(schedules).withNow(now).withSeed(asked.seed()).withThreads(threads);
        var calendar = Scheduler.schedule(plan, options);
        var finished = history.rows().stream()
                .map(HistoryRow::finished)
                .flatMap(Optional::stream)
                .toList();
        var learned = finished.size() < FEWEST ? null : learn(finished);
        var simulating = ForecastOptions.runs(arguments.runs())
                .withNow(now)
                .withSeed(asked.seed())
                .withThreads(threads)
                .withDrivers()
                .withSpreads(learned == null ? RangeRecord.NONE.spreads(plan) : learned.spreads(plan, calendar, now));
        Forecast forecast = Forecaster.forecast(plan, calendar, simulating).orElseThrow();
        var basis = learned == null
                ? null
                : new Foreseen.Basis(finished.size(), history.refused().size(), learned.together());
        return new Foreseen(plan, calendar, forecast, basis);
    }

    private Learned learn(List<FinishedWork> finished) {
        var similar = SimilarWork.learn(finished, Instant.MAX, arguments.record(), PersonalRecord.SMALLEST_GROUP);
        var last = finished.stream()
                .map(FinishedWork::finished)
                .max(Instant::compareTo)
                .orElseThrow();
        return new Learned(
                similar,
                RangeRecord.of(finished),
                CommonCause.estimate(similar, Instant.MAX).correlation(),
                last);
    }

    /// @param last when the latest of it was finished
    private record Learned(SimilarWork similar, RangeRecord ranges, double together, Instant last) {
        Spreads spreads(Plan plan, Calendar calendar, @Nullable Instant now) {
            var labels = new TaskLabels(plan, calendar, TaskLabels.Around.of(plan));
            var from = now == null ? plan.start() : now;
            var known = from.isAfter(last) ? from : last.plusSeconds(1);
            Map<TaskId, float[]> ratios = new HashMap<>();
            for (var task : plan.tasks())
                if (FinishedTasks.estimate(task) > 0)
                    ratios.put(
                            task.id(), similar.spread(labels.work(task, known)).ratios(Spreads.POINTS));
            // Who told a range knew more of the task than what others took.
            ratios.putAll(ranges.ratios(plan));
            return new Spreads(ratios, together);
        }
    }

    private void print(Foreseen foreseen) {
        try {
            ForecastJson.write(foreseen, out);
            out.flush();
        } catch (IOException impossible) {
            throw new IllegalStateException("Standard output can't be written.", impossible);
        }
    }
}
