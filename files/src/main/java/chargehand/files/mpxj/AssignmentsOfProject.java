package chargehand.files.mpxj;

import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.Who;
import chargehand.engine.time.Effort;
import chargehand.engine.time.WorkingDuration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mpxj.ResourceAssignment;
import org.mpxj.Task;
import org.mpxj.WorkContour;

/// Who is at work on the tasks of a project file.
final class AssignmentsOfProject {
    private final FileTimes times;
    private final ResourcesOfProject resources;
    private final Leftovers leftovers;

    AssignmentsOfProject(FileTimes times, ResourcesOfProject resources, Leftovers leftovers) {
        this.times = times;
        this.resources = resources;
        this.leftovers = leftovers;
    }

    /// In the order of the file, each with its own work.
    List<Assignment> of(Task task) {
        var assigned = new ArrayList<Assignment>();
        for (var each : task.getResourceAssignments()) {
            var resource = resources.of(each.getResource()).orElse(null);
            if (resource != null) add(assigned, task, each, resource);
            else noteMissing(task, each);
        }
        return assigned;
    }

    List<Assignment> noneOfSummary(Task task) {
        if (!of(task).isEmpty())
            leftovers.add(
                    "assignment to summary", TasksOfProject.name(task), "Only tasks are worked on; assign it there.");
        return List.of();
    }

    /// As the extent needs them: work of their own only where they share the effort unevenly.
    List<Assignment> fitting(Task task, TaskExtent extent, List<Assignment> assigned) {
        return switch (extent) {
            case TaskExtent.ByEffort(var effort) -> isShared(effort, assigned) ? withoutEffort(assigned) : assigned;
            case TaskExtent.ByWorkingTime(var duration) -> {
                if (!assigned.stream().allMatch(each -> worksThroughout(duration, each)))
                    leftovers.add(
                            "work on task of fixed length",
                            TasksOfProject.name(task),
                            "Everyone is planned for the whole length.");
                yield withoutEffort(assigned);
            }
            case TaskExtent.ByElapsedTime _ -> withoutEffort(assigned);
            case TaskExtent.Milestone _ -> {
                if (!assigned.isEmpty())
                    leftovers.add("assignment to milestone", TasksOfProject.name(task), "A moment needs nobody.");
                yield List.of();
            }
            case TaskExtent.Summary _ -> List.of();
        };
    }

    static Effort total(List<Assignment> assigned) {
        return Effort.ofMinutes(
                assigned.stream().mapToLong(AssignmentsOfProject::minutesOfWork).sum());
    }

    private void add(List<Assignment> assigned, Task task, ResourceAssignment each, Resource resource) {
        var units = units(each.getUnits());
        if (units < 1) {
            leftovers.add("assignment without units to task", TasksOfProject.name(task), "It is left out.");
            return;
        }
        noteShape(task, each);
        var effort = Effort.ofMinutes(times.minutes(each.getWork()));
        assigned.add(new Assignment(new Who.Named(resource.id()), units, effort));
    }

    private void noteMissing(Task task, ResourceAssignment each) {
        var resource = each.getResource();
        if (resource != null)
            leftovers.add(
                    "assignment of material or cost to task", TasksOfProject.name(task), "The calendar needs none.");
        else if (task.getResourceAssignments().size() > 1 && times.minutes(each.getWork()) > 0)
            leftovers.add("work of nobody on task", TasksOfProject.name(task), "Only the others' work is planned.");
    }

    private void noteShape(Task task, ResourceAssignment each) {
        var contour = each.getWorkContour();
        if (contour != null && contour != WorkContour.FLAT)
            leftovers.add("work contour of task", TasksOfProject.name(task), "The work is spread evenly.");
        if (times.minutes(each.getDelay()) != 0)
            leftovers.add("delayed assignment to task", TasksOfProject.name(task), "It starts with the task.");
    }

    /// Whether all work in proportion to their units, to the minute.
    private static boolean isShared(Effort effort, List<Assignment> assigned) {
        long units = assigned.stream().mapToLong(Assignment::units).sum();
        return assigned.stream()
                .allMatch(
                        each -> Math.abs(minutesOfWork(each) * units - effort.personMinutes() * each.units()) < units);
    }

    private static boolean worksThroughout(WorkingDuration duration, Assignment each) {
        return Math.abs(minutesOfWork(each) * Assignment.WHOLE - (long) duration.minutes() * each.units())
                < Assignment.WHOLE;
    }

    private static long minutesOfWork(Assignment assignment) {
        var effort = assignment.effort();
        return effort == null ? 0 : effort.personMinutes();
    }

    private static List<Assignment> withoutEffort(List<Assignment> assigned) {
        return assigned.stream()
                .map(each -> new Assignment(each.who(), each.units(), null))
                .toList();
    }

    private static int units(@Nullable Number units) {
        if (units == null) return Assignment.WHOLE;
        return units.doubleValue() <= 0 ? 0 : (int) Math.clamp(Math.round(units.doubleValue()), 1, 100_000_000);
    }
}
