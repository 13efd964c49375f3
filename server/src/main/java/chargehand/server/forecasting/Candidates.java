package chargehand.server.forecasting;

import chargehand.engine.levelling.ScheduledAssignment;
import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Deadline;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.ResourceId;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.TaskId;
import chargehand.engine.plan.Who;
import chargehand.engine.time.Effort;
import chargehand.engine.time.WorkingDuration;
import chargehand.server.planning.PlanReading.Current;
import chargehand.server.shared.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What might help a promise: changes of the tasks that stand before it, by links or because the same
/// people do them.
final class Candidates {
    private static final int MOST = 6;
    private static final int[] CUTS = {25, 50, 75};
    private static final int ALL = 100;
    /// A second pair of hands has to be told: so many percent more work (Brooks 1975 says that it costs;
    /// how much is our assumption, and the page says so).
    private static final int TO_AGREE = 10;

    private final Current current;
    private final Plan plan;
    private final List<Integer> before;

    /// @param target the place of the promised task in the plan, or -1 for the whole project
    Candidates(Current current, int target) {
        this.current = current;
        plan = current.plan();
        before = longest(target);
    }

    /// A change of one task.
    ///
    /// @param minutes what its work then is, as its kind counts it
    /// @param helper who comes to it, or null
    /// @param less percent of its work that is left out, or null
    record Candidate(
            Plan plan,
            Task task,
            long minutes,
            @Nullable Resource helper,
            @Nullable Integer less) {}

    static int place(Plan plan, String task) {
        if (task.equals(Promise.WHOLE)) return -1;
        var place = plan.positions().get(new TaskId(task));
        if (place == null) throw Problem.notFound();
        return place;
    }

    static Plan promising(Plan plan, int target, Instant by) {
        return with(plan, target, plan.tasks().get(target).withDeadline(new Deadline(by, null)));
    }

    private static Plan with(Plan plan, int place, Task task) {
        var tasks = new ArrayList<>(plan.tasks());
        tasks.set(place, task);
        return plan.withTasks(tasks);
    }

    /// The tasks on the way to it on which work can change, those with least float and most work first.
    private List<Integer> longest(int target) {
        var tasks = plan.tasks();
        var waited = ahead(target);
        var places = new ArrayList<Integer>();
        for (int i = 0; i < tasks.size(); i++)
            if (waited.get(i) && tasks.get(i).progress() == null && minutes(tasks.get(i)) > 0) places.add(i);
        places.sort(Comparator.comparing(
                        (Integer i) -> !current.calendar().tasks().get(i).critical())
                .thenComparing(i -> -minutes(tasks.get(i)))
                .thenComparing(i -> i));
        return places.subList(0, Math.min(MOST, places.size()));
    }

    /// All that it waits for, through links and through people who are busy before.
    private BitSet ahead(int target) {
        var waited = new BitSet();
        if (target < 0) {
            waited.set(0, plan.tasks().size());
            return waited;
        }
        var from = predecessors();
        var open = new ArrayList<Integer>(beneath(target));
        while (!open.isEmpty()) {
            int next = open.removeLast();
            if (waited.get(next)) continue;
            waited.set(next);
            for (int each : from.getOrDefault(next, List.of())) open.addAll(beneath(each));
            var parent = plan.tasks().get(next).parent();
            if (parent != null) open.addAll(from.getOrDefault(places().get(parent), List.of()));
        }
        return waited;
    }

    private @Nullable Map<TaskId, Integer> positions;

    private Map<TaskId, Integer> places() {
        if (positions == null) positions = plan.positions();
        return positions;
    }

    /// A summary with all that it spans.
    private List<Integer> beneath(int place) {
        var all = new ArrayList<Integer>();
        all.add(place);
        if (!plan.tasks().get(place).isSummary()) return all;
        var id = plan.tasks().get(place).id();
        for (int i = place + 1; i < plan.tasks().size(); i++)
            if (id.equals(plan.tasks().get(i).parent())) all.addAll(beneath(i));
        return all;
    }

    private Map<Integer, List<Integer>> predecessors() {
        Map<Integer, List<Integer>> from = new HashMap<>();
        for (var link : plan.links())
            from.computeIfAbsent(places().get(link.successor()), any -> new ArrayList<>())
                    .add(places().get(link.predecessor()));
        Map<ResourceId, List<Integer>> busy = new HashMap<>();
        var scheduled = current.calendar().tasks();
        for (int i = 0; i < scheduled.size(); i++)
            for (var each : scheduled.get(i).assignments())
                busy.computeIfAbsent(each.resource(), any -> new ArrayList<>()).add(i);
        for (var each : busy.values()) {
            each.sort(Comparator.comparing(i -> scheduled.get(i).start()));
            for (int i = 1; i < each.size(); i++)
                from.computeIfAbsent(each.get(i), any -> new ArrayList<>()).add(each.get(i - 1));
        }
        return from;
    }

    private static long minutes(Task task) {
        return switch (task.extent()) {
            case TaskExtent.ByEffort(var effort) -> effort.personMinutes();
            case TaskExtent.ByWorkingTime(var duration) -> duration.minutes();
            case TaskExtent.ByElapsedTime e -> 0;
            case TaskExtent.Milestone(), TaskExtent.Summary() -> 0;
        };
    }

    /// More people: one who can do it comes to a task whose work can be shared.
    List<Candidate> helped() {
        var candidates = new ArrayList<Candidate>();
        for (int place : before) {
            var task = plan.tasks().get(place);
            boolean shared = task.extent() instanceof TaskExtent.ByEffort
                    && task.assignments().stream().allMatch(each -> each.effort() == null);
            if (!shared || task.assignments().isEmpty()) continue;
            long work = minutes(task) * (ALL + TO_AGREE) / ALL;
            for (var helper : able(place)) {
                var assigned = new ArrayList<>(task.assignments());
                assigned.add(Assignment.of(helper.id().value()));
                var changed = task.withExtent(new TaskExtent.ByEffort(Effort.ofMinutes(work)))
                        .withAssignments(assigned);
                candidates.add(new Candidate(with(plan, place, changed), task, work, helper, null));
            }
        }
        return candidates;
    }

    /// Who has a skill of those that do it, the most of them first, and isn't on it yet; two at most.
    private List<Resource> able(int place) {
        Map<ResourceId, Resource> resources = new HashMap<>();
        for (var each : plan.resources()) resources.put(each.id(), each);
        Set<ResourceId> there = new HashSet<>();
        for (ScheduledAssignment each : current.calendar().tasks().get(place).assignments()) there.add(each.resource());
        Set<String> skills = new HashSet<>();
        for (var each : plan.tasks().get(place).assignments()) {
            switch (each.who()) {
                case Who.AnyoneWith(var skill) -> skills.add(skill);
                case Who.Named(var who) -> {
                    there.add(who);
                    var resource = resources.get(who);
                    if (resource != null) skills.addAll(resource.skills());
                }
            }
        }
        return plan.resources().stream()
                .filter(each -> !there.contains(each.id()) && each.capacity() >= ALL && common(each, skills) > 0)
                .sorted(Comparator.comparing((Resource each) -> -common(each, skills))
                        .thenComparing(each -> each.id().value()))
                .limit(2)
                .toList();
    }

    private static long common(Resource resource, Set<String> skills) {
        return resource.skills().stream().filter(skills::contains).count();
    }

    /// Less scope: of each task a quarter, a half, three quarters of its work are left out.
    List<List<Candidate>> cut() {
        var all = new ArrayList<List<Candidate>>();
        for (int place : before) {
            var task = plan.tasks().get(place);
            var cuts = new ArrayList<Candidate>();
            for (int less : CUTS) {
                long left = Math.max(1, minutes(task) * (ALL - less) / ALL);
                var changed = task.withExtent(extent(task, left));
                cuts.add(new Candidate(with(plan, place, changed), task, left, null, less));
            }
            all.add(cuts);
        }
        return all;
    }

    private static TaskExtent extent(Task task, long minutes) {
        return task.extent() instanceof TaskExtent.ByEffort
                ? new TaskExtent.ByEffort(Effort.ofMinutes(minutes))
                : new TaskExtent.ByWorkingTime(new WorkingDuration((int) minutes));
    }
}
