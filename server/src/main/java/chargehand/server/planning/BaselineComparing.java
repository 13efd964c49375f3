package chargehand.server.planning;

import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.plan.TaskId;
import chargehand.server.planning.BaselineComparison.MovedTask;
import chargehand.server.planning.BaselineComparison.MovingStep;
import chargehand.server.shared.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Walks the history of a plan back from today to a baseline: each step says where it found the
/// tasks that it moved, so the calendar before it is known, and with it what it did to the finish.
@Service
class BaselineComparing {
    private static final int SHOWN = 200;

    private final Baselines baselines;
    private final PlanChanges history;
    private final WarmPlans warm;

    BaselineComparing(Baselines baselines, PlanChanges history, WarmPlans warm) {
        this.baselines = baselines;
        this.history = history;
        this.warm = warm;
    }

    BaselineComparison compare(UUID project, UUID id) {
        var baseline = baselines.find(project, id).orElseThrow(Problem::notFound);
        var today = warm.current(project).orElseThrow(Problem::notFound);
        var now = Baselines.dates(today.calendar().tasks());
        var back = new Back(now);
        var steps = new ArrayList<MovingStep>();
        for (var step : history.since(project, baseline.version()).reversed()) {
            var content = history.content(project, step.version());
            if (content.before().isEmpty() && content.after().isEmpty()) continue;
            var finish = back.undo(step.version(), content);
            steps.add(new MovingStep(
                    step.version(),
                    step.kind().name(),
                    step.label(),
                    new PlanDelta.Author(step.author(), step.authorName()),
                    step.at(),
                    content.after().size(),
                    finish));
        }
        var names = new HashMap<TaskId, String>();
        for (var each : today.plan().tasks()) names.put(each.id(), each.name());
        var moved = moved(baseline.dates(), now, names, back.by);
        return new BaselineComparison(
                baseline.id(),
                baseline.name(),
                baseline.at(),
                new PlanDeskController.FinishView(
                        last(baseline.dates()), today.calendar().finish()),
                last(back.dates),
                steps.size(),
                steps.subList(0, Math.min(SHOWN, steps.size())),
                moved.size(),
                moved.subList(0, Math.min(SHOWN, moved.size())),
                names.keySet().stream()
                        .filter(each -> !baseline.dates().containsKey(each))
                        .map(names::get)
                        .sorted()
                        .limit(SHOWN)
                        .toList(),
                baseline.dates().keySet().stream()
                        .filter(each -> !names.containsKey(each))
                        .map(TaskId::value)
                        .sorted()
                        .limit(SHOWN)
                        .toList());
    }

    private static Instant last(Map<TaskId, Baseline.Dates> dates) {
        return dates.values().stream()
                .map(Baseline.Dates::finish)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /// The calendar as it was, one step after the other taken back.
    private static final class Back {
        private final Map<TaskId, Baseline.Dates> dates;
        /// By task: the step that moved its finish furthest, and how far.
        private final Map<TaskId, Long> by = new HashMap<>();

        private final Map<TaskId, Duration> furthest = new HashMap<>();
        private Instant finish;

        Back(Map<TaskId, Baseline.Dates> today) {
            dates = new HashMap<>(today);
            finish = last(dates);
        }

        PlanDeskController.FinishView undo(long version, PlanChanges.Content content) {
            var after = finish;
            var were = Baselines.dates(content.before());
            for (ScheduledTask each : content.after()) {
                var was = were.get(each.task());
                if (was != null) note(version, each.task(), Duration.between(was.finish(), each.finish()));
                dates.remove(each.task());
            }
            dates.putAll(were);
            finish = last(dates);
            return new PlanDeskController.FinishView(finish, after);
        }

        private void note(long version, TaskId task, Duration moved) {
            var most = furthest.getOrDefault(task, Duration.ZERO);
            if (moved.abs().compareTo(most) <= 0) return;
            furthest.put(task, moved.abs());
            by.put(task, version);
        }
    }

    private static List<MovedTask> moved(
            Map<TaskId, Baseline.Dates> was,
            Map<TaskId, Baseline.Dates> now,
            Map<TaskId, String> names,
            Map<TaskId, Long> by) {
        var moved = new ArrayList<MovedTask>();
        was.forEach((task, before) -> {
            var after = now.get(task);
            var name = names.get(task);
            if (after == null || name == null || after.equals(before)) return;
            moved.add(new MovedTask(task.value(), name, view(before), view(after), by.get(task)));
        });
        moved.sort(Comparator.comparing(BaselineComparing::distance).reversed().thenComparing(MovedTask::task));
        return moved;
    }

    private static PlanView.Dates view(Baseline.Dates dates) {
        return new PlanView.Dates(dates.start(), dates.finish());
    }

    private static Duration distance(MovedTask task) {
        return Duration.between(task.was().finish(), task.now().finish()).abs();
    }
}
