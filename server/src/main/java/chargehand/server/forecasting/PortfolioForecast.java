package chargehand.server.forecasting;

import chargehand.engine.forecast.Finishes;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskId;
import chargehand.engine.time.WorkingTable;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Companies;
import chargehand.server.identity.Permission;
import chargehand.server.planning.PlanReading;
import chargehand.server.planning.Project;
import chargehand.server.planning.Projects;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// When all open projects are done, run by run: they have technologies and teams in common, whose luck is the same in
/// all of them, and else nothing.
@Service
class PortfolioForecast {
    private static final double THOUSAND = 1000;

    /// One core at most works on it.
    private final Semaphore turn = new Semaphore(1);

    private final Projects projects;
    private final PlanReading plans;
    private final JointForecasts joint;
    private final Promises promises;
    private final Companies companies;

    PortfolioForecast(
            Projects projects, PlanReading plans, JointForecasts joint, Promises promises, Companies companies) {
        this.projects = projects;
        this.plans = plans;
        this.joint = joint;
        this.promises = promises;
        this.companies = companies;
    }

    /// @param finish the moments by which all are done in 2, 10, 50, 80, 90 and 98 of 100 runs; empty without projects
    /// @param days the chance that all are done by the end of each; one a week if there are more than 400
    /// @param promises how many there are that are open
    /// @param kept the share of runs that keep every one of them, 0 to 1
    @Schema(name = "PortfolioForecast")
    record View(
            String zone,
            int runs,
            List<Instant> finish,
            List<ForecastDetail.DayChance> days,
            int promises,
            double kept,
            List<Row> projects) {}

    /// @param finish as of all
    /// @param promises of it that are open, and `kept` the share of runs that keep every one of them
    /// @param last the share of runs in which it is the last to end
    @Schema(name = "PortfolioForecastRow")
    record Row(
            UUID project,
            String name,
            Instant planned,
            List<Instant> finish,
            int promises,
            @Nullable Double kept,
            double last) {}

    /// Of those that the caller may see.
    View of(Caller caller) {
        turn.acquireUninterruptibly();
        try {
            return together(caller);
        } finally {
            turn.release();
        }
    }

    private View together(Caller caller) {
        var zone = ZoneId.of(companies.get().zone());
        var all = new ArrayList<Simulated>();
        for (var each : projects.all(caller.where(Permission.PORTFOLIO_SEE))) {
            if (each.status() == Project.Status.finished) continue;
            plans.current(each.id())
                    .filter(current -> current.plan().tasks().stream().anyMatch(task -> !task.isSummary()))
                    .ifPresent(current -> all.add(simulated(each, current)));
        }
        int runs = all.stream().mapToInt(each -> each.ends().length).min().orElse(0);
        if (runs == 0) return new View(zone.getId(), 0, List.of(), List.of(), 0, 1, List.of());
        var ends = new int[runs];
        var lasts = new int[all.size()];
        int kept = 0;
        for (int run = 0; run < runs; run++) {
            int last = last(all, run);
            ends[run] = all.get(last).ends()[run];
            lasts[last]++;
            int at = run;
            if (all.stream().allMatch(each -> each.kept()[at])) kept++;
        }
        var rows = new ArrayList<Row>();
        for (int i = 0; i < lasts.length; i++) rows.add(all.get(i).row((double) lasts[i] / runs));
        var finishes = Finishes.of(ends);
        return new View(
                zone.getId(),
                runs,
                moments(finishes),
                Details.days(finishes, zone),
                all.stream().mapToInt(Simulated::promises).sum(),
                rounded((double) kept / runs),
                rows);
    }

    private static int last(List<Simulated> all, int run) {
        int last = 0;
        for (int i = 1; i < all.size(); i++)
            if (all.get(i).ends()[run] > all.get(last).ends()[run]) last = i;
        return last;
    }

    /// @param ends in each run, in minutes since 1970
    /// @param kept in which runs all promises of the project are
    private record Simulated(Project project, Instant planned, int[] ends, int promises, boolean[] kept) {
        Row row(double last) {
            int all = 0;
            for (boolean each : kept) if (each) all++;
            return new Row(
                    project.id(),
                    project.name(),
                    planned,
                    moments(Finishes.of(ends)),
                    promises,
                    promises == 0 ? null : rounded((double) all / kept.length),
                    rounded(last));
        }
    }

    private Simulated simulated(Project project, PlanReading.Current current) {
        var runs = joint.of(current);
        var tasks = current.plan().tasks();
        var ends = runs.lasts(tasks.stream().map(Task::id).toList());
        var kept = new boolean[ends.length];
        Arrays.fill(kept, true);
        int count = 0;
        for (var task : tasks) {
            var deadline = task.deadline();
            if (deadline == null || task.progress() != null && task.progress().finished() != null) continue;
            // What has no tasks beneath it ends before all time.
            var lasts = runs.lasts(beneath(tasks, task));
            if (lasts[0] == Integer.MIN_VALUE) continue;
            keep(kept, lasts, deadline.by());
            count++;
        }
        var whole = promises.find(project.id(), Promise.WHOLE).map(Promise::by).orElse(null);
        if (whole != null) {
            keep(kept, ends, whole);
            count++;
        }
        return new Simulated(project, current.calendar().finish(), ends, count, kept);
    }

    private static void keep(boolean[] kept, int[] ends, Instant by) {
        int limit = WorkingTable.minute(by);
        for (int run = 0; run < kept.length; run++) kept[run] &= ends[run] <= limit;
    }

    /// The task, and of a summary all that stand beneath it: parents stand before what is beneath them.
    private static Set<TaskId> beneath(List<Task> tasks, Task top) {
        var found = new HashSet<TaskId>();
        found.add(top.id());
        for (var each : tasks) if (each.parent() != null && found.contains(each.parent())) found.add(each.id());
        return found;
    }

    private static List<Instant> moments(Finishes finishes) {
        return List.of(
                finishes.at(0.02),
                finishes.at(0.1),
                finishes.at(0.5),
                finishes.at(0.8),
                finishes.at(0.9),
                finishes.at(0.98));
    }

    private static double rounded(double share) {
        return Math.round(share * THOUSAND) / THOUSAND;
    }
}
