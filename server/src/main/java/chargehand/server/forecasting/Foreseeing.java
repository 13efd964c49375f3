package chargehand.server.forecasting;

import chargehand.engine.forecast.FinishedTasks;
import chargehand.engine.forecast.ForecastOptions;
import chargehand.engine.forecast.Spreads;
import chargehand.engine.forecast.Spreads.Shared;
import chargehand.engine.forecast.history.Labels;
import chargehand.engine.forecast.history.RangeRecord;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskId;
import chargehand.server.people.People;
import chargehand.server.people.Person;
import chargehand.server.people.TimesAway;
import chargehand.server.people.UnplannedAbsence;
import chargehand.server.planning.PlanReading;
import chargehand.server.planning.Project;
import chargehand.server.planning.Projects;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Says what each open task of a plan may take: by the range that its estimator told, corrected by the record
/// of such ranges; else by what similar work took; else by the general prior. And how often people are away.
@Component
class Foreseeing {
    private final Projects projects;
    private final People people;
    private final TimesAway timesAway;

    Foreseeing(Projects projects, People people, TimesAway timesAway) {
        this.projects = projects;
        this.people = people;
        this.timesAway = timesAway;
    }

    /// @param finishedWork from how much it was learned
    /// @param open how many tasks are to be foreseen
    /// @param learned for how many of them similar work spoke
    /// @param ranged for how many of them a range did
    /// @param ranges what ranges were worth until now
    record Foresight(
            Spreads spreads,
            int finishedWork,
            int open,
            int learned,
            int ranged,
            RangeRecord ranges,
            UnplannedAbsence away,
            List<LeanedOn> leansOn,
            List<Leaning.FamilyRecord> families) {
        boolean isFromHistory() {
            return learned > 0;
        }

        /// How to simulate the plan with what is foreseen.
        ForecastOptions options(int runs) {
            return ForecastOptions.runs(runs).withSpreads(spreads).withAvailability(away.availability());
        }
    }

    /// A plan with all that was read to foresee its tasks: what comes of it is then reckoned from nothing else.
    ///
    /// @param project and `people` whose work is compared; null and none where there is nothing to compare it with
    record Ground(
            PlanReading.Current plan,
            @Nullable Project project,
            List<Person> people,
            UnplannedAbsence away,
            @Nullable Learned learned) {}

    Ground ground(PlanReading.Current current, @Nullable Learned learned) {
        boolean compared = learned != null && learned.isEnough();
        return new Ground(
                current,
                compared ? projects.find(current.project()).orElse(null) : null,
                compared ? people.all() : List.of(),
                timesAway.known(),
                learned);
    }

    /// What has no range goes by the prior alone if too little was learned, or `stop` said true.
    Foresight of(PlanReading.Current current, @Nullable Learned learned, BooleanSupplier stop) {
        return of(ground(current, learned), stop);
    }

    /// The same without reading anything.
    static Foresight of(Ground ground, BooleanSupplier stop) {
        var current = ground.plan();
        var learned = ground.learned();
        int open =
                (int) current.plan().tasks().stream().filter(Foreseeing::isOpen).count();
        if (learned == null) return byWord(ground, RangeRecord.NONE, 0, open);
        int finished = learned.finished().size();
        if (!learned.isEnough()) return byWord(ground, learned.ranges(), finished, open);
        var told = learned.ranges().ratios(current.plan());
        var leaning = new Leaning(learned);
        var shared = new HashMap<TaskId, Shared>();
        var ratios = foreseen(ground, learned, told, leaning, shared, stop);
        if (shared.isEmpty()) return byWord(ground, learned.ranges(), finished, open);
        int foreseen = ratios.size();
        ratios.putAll(told);
        var spreads = new Spreads(ratios, learned.together(), shared);
        return new Foresight(
                spreads,
                finished,
                open,
                foreseen,
                told.size(),
                learned.ranges(),
                ground.away(),
                leaning.sum(),
                leaning.families());
    }

    /// By ranges where they were told, and else by the prior.
    private static Foresight byWord(Ground ground, RangeRecord ranges, int finished, int open) {
        var spreads = ranges.spreads(ground.plan().plan());
        int ranged = spreads.ratios().size();
        return new Foresight(spreads, finished, open, 0, ranged, ranges, ground.away(), List.of(), List.of());
    }

    /// By similar work, of the tasks for which no range speaks; of none if `stop` said true.
    private static Map<TaskId, float[]> foreseen(
            Ground ground,
            Learned learned,
            Map<TaskId, float[]> told,
            Leaning leaning,
            Map<TaskId, Shared> shared,
            BooleanSupplier stop) {
        var ratios = new HashMap<TaskId, float[]>();
        var project = ground.project();
        if (project == null) return ratios;
        var labels = WorkLabels.of(project, ground.plan(), ground.people());
        for (var task : ground.plan().plan().tasks()) {
            if (!isOpen(task)) continue;
            if (stop.getAsBoolean()) {
                shared.clear();
                return new HashMap<>();
            }
            var work = labels.work(task, learned.asOf());
            shared.put(task.id(), shared(work.labels(), learned));
            if (told.containsKey(task.id())) continue;
            var foreseen = learned.foresee(work);
            ratios.put(task.id(), foreseen.ratios());
            leaning.add(foreseen, FinishedTasks.estimate(task));
        }
        return ratios;
    }

    /// A team counts where something may be said of it.
    private static Shared shared(Labels labels, Learned learned) {
        var team = labels.team();
        return new Shared(labels.kind(), team != null && learned.teams().contains(team) ? team : null);
    }

    private static boolean isOpen(Task task) {
        var progress = task.progress();
        return FinishedTasks.estimate(task) > 0 && (progress == null || progress.finished() == null);
    }
}
