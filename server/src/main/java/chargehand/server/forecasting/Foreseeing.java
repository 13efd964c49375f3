package chargehand.server.forecasting;

import chargehand.engine.forecast.FinishedTasks;
import chargehand.engine.forecast.Spreads;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskId;
import chargehand.server.people.People;
import chargehand.server.planning.PlanReading;
import chargehand.server.planning.Projects;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Says what each open task of a plan may take, by what was learned.
@Component
class Foreseeing {
    private final Projects projects;
    private final People people;

    Foreseeing(Projects projects, People people) {
        this.projects = projects;
        this.people = people;
    }

    /// @param finishedWork from how much it was learned
    /// @param open how many tasks are to be foreseen
    record Foresight(
            Spreads spreads, int finishedWork, int open, List<LeanedOn> leansOn, List<Leaning.FamilyRecord> families) {
        static Foresight byPrior(int finishedWork, int open) {
            return new Foresight(Spreads.NONE, finishedWork, open, List.of(), List.of());
        }

        boolean isFromHistory() {
            return !spreads.ratios().isEmpty();
        }
    }

    /// By the prior alone if too little was learned, or `stop` said true.
    Foresight of(PlanReading.Current current, @Nullable Learned learned, BooleanSupplier stop) {
        int open =
                (int) current.plan().tasks().stream().filter(Foreseeing::isOpen).count();
        var project = projects.find(current.project()).orElse(null);
        int finished = learned == null ? 0 : learned.finished().size();
        if (learned == null || !learned.isEnough() || project == null) return Foresight.byPrior(finished, open);
        var labels = WorkLabels.of(project, current, people.all());
        var leaning = new Leaning(learned);
        Map<TaskId, float[]> ratios = new HashMap<>();
        for (var task : current.plan().tasks()) {
            if (!isOpen(task)) continue;
            if (stop.getAsBoolean()) return Foresight.byPrior(finished, open);
            var foreseen = learned.foresee(labels.work(task, learned.asOf()));
            ratios.put(task.id(), foreseen.ratios());
            leaning.add(foreseen, FinishedTasks.estimate(task));
        }
        return new Foresight(
                new Spreads(ratios, learned.together()), finished, open, leaning.sum(), leaning.families());
    }

    private static boolean isOpen(Task task) {
        var progress = task.progress();
        return FinishedTasks.estimate(task) > 0 && (progress == null || progress.finished() == null);
    }
}
