package chargehand.engine.levelling;

import chargehand.engine.network.Compiled;
import chargehand.engine.network.Network;
import chargehand.engine.plan.Finding;
import chargehand.engine.plan.FindingCode;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskId;
import chargehand.engine.time.BeyondHorizon;
import chargehand.engine.time.WorkingDuration;
import chargehand.engine.time.WorkingTable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Turns a plan into a calendar that respects links, people, their working time, pins and windows.
public final class Scheduler {
    /// How many days the working calendars are compiled for at first, and at most.
    private static final int FIRST_REACH = 600;

    private static final int FARTHEST_REACH = 150_000;
    private static final long A_WORKING_LIFE = 45L * 220 * 480;

    private Scheduler() {}

    /// The best calendar found within the options' budget. What can't be done as written is done as nearly as can be,
    /// and said in the findings; nothing that somebody wrote is changed.
    public static Calendar schedule(Plan plan, Options options) {
        return compiled(plan, options, new Compiled(), network -> level(network, options));
    }

    /// One schedule in the order of a priority rule, without a search. The bound is not known.
    public static Calendar schedule(Plan plan, PriorityRule rule, @Nullable Instant now) {
        var options = Options.schedules(1).withNow(now);
        return compiled(plan, options, new Compiled(), network -> {
            var fixed = new FixedTasks(network, minute(now));
            var schedule = new Schedule(network);
            var generation = new Generation(network, fixed, Generation.Mode.LEVELLED);
            generation.generate(new RuleKeys(network, fixed, new Dues(network)).of(rule), schedule);
            var found = ScheduleFindings.of(network, schedule, generation.windowless());
            return Calendars.calendar(network, schedule, null, 1, options, false, found);
        });
    }

    /// The same without regard to capacity: everyone may do any number of things at once. One schedule, no
    /// search.
    public static Calendar scheduleUnlevelled(Plan plan, Options options) {
        return compiled(plan, options, new Compiled(), network -> {
            var fixed = new FixedTasks(network, minute(options.now()));
            var schedule = new Schedule(network);
            var generation = new Generation(network, fixed, Generation.Mode.UNLEVELLED);
            generation.generate(new int[network.nodes], schedule);
            var found = ScheduleFindings.unlevelled(network, schedule, generation.windowless());
            return Calendars.calendar(network, schedule, null, 1, options, false, found);
        });
    }

    /// Compiles the plan as far into the future as its calendar turns out to reach.
    static Calendar compiled(Plan plan, Options options, Compiled cache, Function<Network, Calendar> work) {
        for (int reach = FIRST_REACH; reach < FARTHEST_REACH; reach *= 4) {
            try {
                return work.apply(Network.of(plan, options.now(), reach, cache));
            } catch (BeyondHorizon tooShort) {
                continue;
            }
        }
        return tooLong(plan, options);
    }

    static int minute(@Nullable Instant now) {
        return now == null ? Network.NONE : WorkingTable.minute(now);
    }

    private static Calendar level(Network network, Options options) {
        var fixed = new FixedTasks(network, minute(options.now()));
        var search = new Search(network, fixed, options, new Bound(network, fixed, options.stop()));
        var best = search.run();
        var windowless = search.windowless();
        return Calendars.calendar(
                network,
                best,
                anyIn(windowless) ? null : search.bound(),
                search.generated(),
                options,
                search.stopped(),
                ScheduleFindings.of(network, best, windowless));
    }

    /// Where a task lies outside its windows, rules were left and nothing can be said about other calendars.
    private static boolean anyIn(boolean[] windowless) {
        for (boolean outside : windowless) if (outside) return true;
        return false;
    }

    /// What goes on for centuries is not planned: everything is left at the start, and said so.
    private static Calendar tooLong(Plan plan, Options options) {
        var at = plan.start();
        var tasks = plan.tasks().stream()
                .map(task -> new ScheduledTask(task.id(), at, at, List.of(), WorkingDuration.NONE, false))
                .toList();
        var year = at.atZone(ZoneOffset.UTC).getYear() + FARTHEST_REACH / 365;
        var finding = new Finding(FindingCode.TOO_LONG, lifetimes(plan), Map.of("year", year));
        return new Calendar(at, at, tasks, null, 1, options.seed(), false, List.of(finding));
    }

    /// The tasks that would alone take somebody a lifetime.
    private static List<TaskId> lifetimes(Plan plan) {
        return plan.tasks().stream()
                .filter(task -> task.extent().minutes() > A_WORKING_LIFE)
                .map(Task::id)
                .toList();
    }
}
