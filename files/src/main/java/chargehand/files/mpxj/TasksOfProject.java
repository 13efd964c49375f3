package chargehand.files.mpxj;

import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Progress;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.TaskId;
import chargehand.engine.time.Effort;
import chargehand.engine.time.WorkingDuration;
import chargehand.files.FileKind;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mpxj.TaskType;

/// The tasks of a project file, each after the summary above it.
final class TasksOfProject {
    private final FileTimes times;
    private final CalendarsOfProject calendars;
    private final ResourcesOfProject resources;
    private final AssignmentsOfProject assignments;
    private final HoldsOfProject holds;
    private final Leftovers leftovers;
    private final Map<Integer, Task> carried = new LinkedHashMap<>();

    TasksOfProject(
            FileKind kind,
            FileTimes times,
            CalendarsOfProject calendars,
            ResourcesOfProject resources,
            Leftovers leftovers) {
        this.times = times;
        this.calendars = calendars;
        this.resources = resources;
        this.assignments = new AssignmentsOfProject(times, resources, leftovers);
        this.holds = new HoldsOfProject(kind, times, leftovers);
        this.leftovers = leftovers;
    }

    List<Task> tasks() {
        return List.copyOf(carried.values());
    }

    boolean has(org.mpxj.@Nullable Task task) {
        return task != null && carried.containsKey(task.getUniqueID());
    }

    /// Task 0 of a Microsoft Project file stands for the project itself, and its blank lines for nothing.
    void carry(List<org.mpxj.Task> tasks, @Nullable TaskId parent) throws Refusal {
        for (var each : tasks) {
            if (each.getNull()) continue;
            if (isTheProject(each)) {
                carry(each.getChildTasks(), parent);
            } else if (each.getExternalTask()) {
                leftovers.add("task of another file", name(each), "It stays there; links to it are left out.");
            } else if (!each.getActive()) {
                leftovers.add("inactive task", name(each), "It is not planned.");
            } else {
                var task = task(each, parent);
                if (carried.put(each.getUniqueID(), task) != null)
                    throw new Refusal(
                            "file-damaged",
                            "Two tasks have the unique id %s.".formatted(task.id()),
                            "Open the file in the program that it comes from, and save it again.");
                carry(each.getChildTasks(), task.id());
            }
        }
    }

    private static boolean isTheProject(org.mpxj.Task task) {
        return Objects.equals(task.getUniqueID(), 0) || Objects.equals(task.getOutlineLevel(), 0);
    }

    private Task task(org.mpxj.Task task, @Nullable TaskId parent) {
        var id = new TaskId(String.valueOf(task.getUniqueID()));
        var summary = task.hasChildTasks() || task.getSummary();
        var assigned = summary ? assignments.noneOfSummary(task) : assignments.of(task);
        var extent = summary ? new TaskExtent.Summary() : extent(task, assigned);
        var held = holds.of(task, summary);
        LeftoversOfTask.note(task, leftovers);
        return new Task(
                id,
                wbs(task),
                name(task),
                parent,
                extent,
                assignments.fitting(task, extent, assigned),
                summary ? null : calendar(task, assigned),
                held.notBefore(),
                held.pinnedStart(),
                held.deadline(),
                List.of(),
                summary ? null : progress(task, extent),
                priority(task),
                null);
    }

    /// The project's calendar says something of a task only where somebody works on another.
    private @Nullable String calendar(org.mpxj.Task task, List<Assignment> assigned) {
        return assigned.stream().anyMatch(resources::hasOwnCalendar)
                ? calendars.id(task.getCalendar())
                : calendars.idUnlessProjects(task.getCalendar());
    }

    private TaskExtent extent(org.mpxj.Task task, List<Assignment> assigned) {
        var duration = task.getDuration();
        var minutes = times.minutes(duration);
        var effort = AssignmentsOfProject.total(assigned);
        if (duration != null && duration.getUnits().isElapsed())
            return minutes == 0
                    ? new TaskExtent.Milestone()
                    : new TaskExtent.ByElapsedTime(Duration.ofMinutes(minutes));
        if (byWork(task) && !effort.equals(Effort.NONE)) return new TaskExtent.ByEffort(effort);
        if (duration == null) leftovers.add("task without a length", name(task), "It is planned as a milestone.");
        if (task.getType() == TaskType.FIXED_WORK && assigned.isEmpty() && minutes > 0)
            return new TaskExtent.ByEffort(Effort.ofMinutes(minutes));
        return minutes == 0
                ? new TaskExtent.Milestone()
                : new TaskExtent.ByWorkingTime(WorkingDuration.ofMinutes(minutes));
    }

    private static boolean byWork(org.mpxj.Task task) {
        return task.getType() == TaskType.FIXED_UNITS || task.getType() == TaskType.FIXED_WORK;
    }

    private @Nullable Progress progress(org.mpxj.Task task, TaskExtent extent) {
        var started = times.atOrNull(task.getActualStart());
        var finished = times.atOrNull(task.getActualFinish());
        if (started == null) return null;
        var remaining = task.getRemainingDuration();
        if (finished != null || remaining == null) return new Progress(started, finished, null);
        if (extent instanceof TaskExtent.ByElapsedTime) {
            leftovers.add("remaining time of task", name(task), "It is planned with its whole length from its start.");
            return new Progress(started, null, null);
        }
        return new Progress(started, null, WorkingDuration.ofMinutes(Math.max(0, times.minutes(remaining))));
    }

    private static int priority(org.mpxj.Task task) {
        var priority = task.getPriority();
        return priority == null ? Task.USUAL_PRIORITY : Math.clamp(priority.getValue(), 0, 1000);
    }

    /// Primavera's activities have an id of their own where others have a place in the work breakdown.
    private static String wbs(org.mpxj.Task task) {
        return Stream.of(task.getWBS(), task.getActivityID(), task.getOutlineNumber())
                .filter(each -> each != null && !each.isBlank())
                .findFirst()
                .orElse("");
    }

    static String name(org.mpxj.Task task) {
        var name = task.getName();
        return name == null || name.isBlank() ? "Task " + task.getUniqueID() : name.strip();
    }
}
