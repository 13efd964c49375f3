package chargehand.engine.network;

import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Finding;
import chargehand.engine.plan.FindingCode;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.Who;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds who can do each task and how long it takes them.
final class RequirementsBuilder {
    private final Plan plan;
    private final int[] place;
    private final ResourceTables resources;
    private final List<Finding> findings;
    private final IntList first = new IntList();
    private final IntList length = new IntList();
    private final IntList assignment = new IntList();
    private final BitSet bySkill = new BitSet();
    private final IntList candidates = new IntList();
    private final IntList resource = new IntList();
    private final IntList units = new IntList();
    private final IntList table = new IntList();

    RequirementsBuilder(Plan plan, int[] place, ResourceTables resources, List<Finding> findings) {
        this.plan = plan;
        this.place = place;
        this.resources = resources;
        this.findings = findings;
    }

    Requirements build() {
        var unassigned = new ArrayList<Task>();
        for (int p : place) {
            first.add(length.size());
            var task = plan.tasks().get(p);
            if (isMoment(task)) continue;
            int before = length.size();
            for (int a = 0; a < task.assignments().size(); a++)
                require(task, a, task.assignments().get(a));
            if (length.size() > before) continue;
            if (task.assignments().isEmpty()) unassigned.add(task);
            if (!(task.extent() instanceof TaskExtent.ByElapsedTime)) requireNobody(task);
        }
        first.add(length.size());
        candidates.add(resource.size());
        find(unassigned);
        return new Requirements(first, length, assignment, bySkill, candidates, resource, units, table);
    }

    private static boolean isMoment(Task task) {
        return switch (task.extent()) {
            case TaskExtent.Milestone() -> true;
            case TaskExtent.Summary() -> true;
            case TaskExtent.ByElapsedTime(var duration) -> duration.isZero();
            case TaskExtent.ByWorkingTime(var duration) -> duration.minutes() == 0;
            case TaskExtent.ByEffort(var effort) ->
                effort.personMinutes() == 0
                        && task.assignments().stream()
                                .allMatch(each ->
                                        each.effort() == null || each.effort().personMinutes() == 0);
        };
    }

    private void require(Task task, int number, Assignment asked) {
        int minutes = length(task, asked);
        if (minutes == 0) return;
        int before = resource.size();
        switch (asked.who()) {
            case Who.Named(var id) -> {
                int r = resources.resource(id);
                if (r < 0) find(FindingCode.UNKNOWN_RESOURCE, task, Map.of("task", task.name(), "missing", id.value()));
                else offer(task, asked, r, true);
            }
            case Who.AnyoneWith(var skill) -> {
                for (int r = 0; r < plan.resources().size(); r++)
                    if (plan.resources().get(r).skills().contains(skill)) offer(task, asked, r, false);
                if (!haveOneEach(before)) {
                    resource.shrink(before);
                    units.shrink(before);
                    table.shrink(before);
                    find(FindingCode.NOBODY_HAS_SKILL, task, Map.of("task", task.name(), "skill", skill));
                }
                bySkill.set(length.size(), resource.size() > before);
            }
        }
        if (resource.size() == before) return;
        candidates.add(before);
        length.add(minutes);
        assignment.add(number);
    }

    /// Whether the task's requirements so far and the candidates from `last` on can all have somebody of
    /// their own.
    private boolean haveOneEach(int last) {
        int begin = first.get(first.size() - 1);
        var holder = new HashMap<Integer, Integer>();
        for (int r = begin; r < length.size(); r++)
            if (!bySkill.get(r)) holder.put(resource.get(candidates.get(r)), -1);
        candidates.add(last);
        boolean possible = true;
        for (int r = begin; r <= length.size() && possible; r++)
            if (r == length.size() || bySkill.get(r)) possible = augment(r, holder, new BitSet());
        candidates.shrink(candidates.size() - 1);
        return possible;
    }

    private boolean augment(int r, Map<Integer, Integer> holder, BitSet tried) {
        int end = r + 1 < candidates.size() ? candidates.get(r + 1) : resource.size();
        for (int c = candidates.get(r); c < end; c++) {
            int who = resource.get(c);
            if (tried.get(who)) continue;
            tried.set(who);
            var held = holder.get(who);
            if (held == null || held >= 0 && augment(held, holder, tried)) {
                holder.put(who, r);
                return true;
            }
        }
        return false;
    }

    /// The minutes that an assignment takes.
    static int length(Task task, Assignment asked) {
        if (asked.effort() != null) return minutes(asked.effort().personMinutes(), asked.units());
        return switch (task.extent()) {
            case TaskExtent.ByEffort(var effort) ->
                minutes(
                        effort.personMinutes(),
                        task.assignments().stream().mapToInt(Assignment::units).sum());
            case TaskExtent.ByWorkingTime(var duration) -> duration.minutes();
            case TaskExtent.ByElapsedTime(var duration) -> Math.toIntExact(duration.toMinutes());
            case TaskExtent.Milestone(), TaskExtent.Summary() -> 0;
        };
    }

    private static int minutes(long personMinutes, int units) {
        return (int) Math.min(Integer.MAX_VALUE / 4, Math.ceilDiv(personMinutes * 100, units));
    }

    /// A resource that could do it. One who is asked for by name is told of in findings, one of several just
    /// left out.
    private void offer(Task task, Assignment asked, int r, boolean byName) {
        var who = plan.resources().get(r);
        if (asked.units() > who.capacity() - (byName ? alreadyAsked(r) : 0)) {
            if (!byName) return;
            find(
                    FindingCode.ABOVE_CAPACITY,
                    task,
                    Map.of(
                            "task", task.name(),
                            "resource", who.name(),
                            "units", asked.units(),
                            "capacity", who.capacity()));
        }
        int place = resources.place(r, who.name(), task.calendar());
        if (!resources.at(place).goesOn()) {
            if (byName) findNeverWorks(task, who);
            return;
        }
        resource.add(r);
        units.add(Math.min(asked.units(), who.capacity() - (byName ? alreadyAsked(r) : 0)));
        table.add(place);
    }

    /// What the task asks of the same one by name in assignments before this.
    private int alreadyAsked(int r) {
        int asked = 0;
        for (int i = first.get(first.size() - 1); i < length.size(); i++)
            if (resource.get(candidates.get(i)) == r && !bySkill.get(i)) asked += units.get(candidates.get(i));
        return asked;
    }

    private void findNeverWorks(Task task, Resource who) {
        find(FindingCode.NEVER_WORKS, task, Map.of("task", task.name(), "resource", who.name()));
    }

    /// The minutes that a task takes as if one person did it.
    static int length(Task task) {
        return switch (task.extent()) {
            case TaskExtent.ByEffort(var effort) -> minutes(effort.personMinutes(), 100);
            case TaskExtent.ByWorkingTime(var duration) -> duration.minutes();
            case TaskExtent.ByElapsedTime _, TaskExtent.Milestone _, TaskExtent.Summary _ -> 0;
        };
    }

    private void requireNobody(Task task) {
        int minutes = length(task);
        if (minutes == 0) return;
        int place = resources.place(Network.NOBODY, task.name(), task.calendar());
        if (!resources.at(place).goesOn()) {
            find(FindingCode.NEVER_WORKS, task, Map.of("task", task.name(), "resource", plan.name()));
            place = resources.aroundTheClock();
        }
        candidates.add(resource.size());
        length.add(minutes);
        assignment.add(-1);
        resource.add(Network.NOBODY);
        units.add(0);
        table.add(place);
    }

    private void find(FindingCode code, Task task, Map<String, Object> values) {
        findings.add(new Finding(code, List.of(task.id()), values));
    }

    private void find(List<Task> unassigned) {
        if (unassigned.isEmpty()) return;
        findings.add(new Finding(
                FindingCode.NOBODY_ASSIGNED,
                unassigned.stream().map(Task::id).toList(),
                Map.of("count", unassigned.size(), "task", unassigned.getFirst().name())));
    }
}
