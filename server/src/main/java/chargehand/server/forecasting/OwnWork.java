package chargehand.server.forecasting;

import chargehand.engine.forecast.FinishedTasks;
import chargehand.engine.forecast.FinishedTasks.Took;
import chargehand.engine.forecast.history.HoursRange;
import chargehand.engine.forecast.history.TaskLabels;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskId;
import chargehand.engine.plan.Who;
import chargehand.server.forecasting.History.Own;
import chargehand.server.people.People;
import chargehand.server.planning.PlanReading;
import chargehand.server.planning.Projects;
import chargehand.server.work.Hours;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Notes what the tasks of the company's own plans took, as soon as they are finished.
@Component
class OwnWork {
    private static final double MINUTES = 60;
    private static final int UUID_LENGTH = 36;

    private final History history;
    private final Projects projects;
    private final People people;
    private final Scores scores;
    private final ReleasedForecasts released;
    private final Hours hours;

    OwnWork(History history, Projects projects, People people, Scores scores, ReleasedForecasts released, Hours hours) {
        this.history = history;
        this.projects = projects;
        this.people = people;
        this.scores = scores;
        this.released = released;
        this.hours = hours;
    }

    /// Compares a plan with what was noted of it, and notes what has begun, ended, or been told
    /// otherwise. What a task
    /// was estimated at is taken when it is first seen begun: whoever corrects an estimate later
    /// doesn't change what
    /// was foreseen.
    @Transactional
    public void note(PlanReading.Current current) {
        if (current.draft()) return;
        var before = history.own(current.project());
        if (before.isEmpty() && current.plan().tasks().stream().noneMatch(OwnWork::isBegun)) return;
        var project = projects.find(current.project()).orElse(null);
        if (project == null) return;
        var labels = WorkLabels.of(project, current, people.all());
        Map<TaskId, Took> took = new HashMap<>();
        for (var each : FinishedTasks.of(current.plan(), current.calendar())) took.put(each.task(), each);
        var told = took.isEmpty() ? Map.<String, Hours.OnTask>of() : hours.approved(current.project());
        var gone = new HashSet<>(before.keySet());
        var changed = new ArrayList<Own>();
        for (var task : current.plan().tasks()) {
            if (!isBegun(task)) continue;
            var known = before.get(task.id().value());
            var now = own(
                    task,
                    labels,
                    known,
                    by(took.get(task.id()), task, told.get(task.id().value())));
            if (now == null) continue;
            gone.remove(task.id().value());
            if (!now.equals(known)) changed.add(now);
        }
        if (changed.isEmpty() && gone.isEmpty()) return;
        history.put(current.project(), changed, List.copyOf(gone));
        for (var each : changed) score(current, each);
        for (var each : gone) {
            scores.forget(current.project(), each);
            released.forget(current.project(), each);
        }
    }

    /// What was said of the task when it was still to come, beside when it ended.
    private void score(PlanReading.Current current, Own own) {
        var finished = own.finished();
        if (finished == null) {
            scores.forget(current.project(), own.task());
            released.forget(current.project(), own.task());
            return;
        }
        released.score(current.project(), own.task(), finished);
        scores.foretold(current.project(), own.task(), own.begun())
                .filter(each -> each.asOf().isBefore(finished))
                .ifPresent(each ->
                        scores.score(current.project(), own.task(), own.labels().kind(), each, finished));
    }

    /// Hours that everybody told who worked on it, and that were approved, say what it took; else the working time
    /// between its begin and its end does.
    private static @Nullable Took by(@Nullable Took took, Task task, Hours.@Nullable OnTask told) {
        if (took == null || told == null || took.elapsed() || !told.people().containsAll(people(task))) return took;
        return new Took(took.task(), took.estimate(), told.minutes() / MINUTES, false, took.started(), took.finished());
    }

    private static List<UUID> people(Task task) {
        return task.assignments().stream()
                .flatMap(each -> each.who() instanceof Who.Named(var who) ? Stream.of(who.value()) : Stream.empty())
                .filter(each -> each.length() == UUID_LENGTH)
                .map(UUID::fromString)
                .toList();
    }

    private static boolean isBegun(Task task) {
        return task.progress() != null && FinishedTasks.estimate(task) > 0;
    }

    private static @Nullable Own own(Task task, TaskLabels labels, @Nullable Own known, @Nullable Took took) {
        var progress = task.progress();
        if (progress == null) return null;
        double estimate = known == null ? FinishedTasks.estimate(task) : known.estimate();
        return new Own(
                task.id().value(),
                labels.of(task),
                estimate,
                known == null ? HoursRange.of(task) : known.range(),
                took == null ? null : took.actual(),
                progress.started(),
                took == null ? null : took.finished());
    }
}
