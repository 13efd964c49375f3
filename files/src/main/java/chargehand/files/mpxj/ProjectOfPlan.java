package chargehand.files.mpxj;

import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Lag;
import chargehand.engine.plan.Link;
import chargehand.engine.plan.LinkType;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.ResourceId;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.TaskId;
import chargehand.engine.plan.Who;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mpxj.Availability;
import org.mpxj.AvailabilityTable;
import org.mpxj.ChildTaskContainer;
import org.mpxj.ConstraintType;
import org.mpxj.Duration;
import org.mpxj.Priority;
import org.mpxj.ProjectFile;
import org.mpxj.Relation;
import org.mpxj.RelationType;
import org.mpxj.ResourceAssignment;
import org.mpxj.TaskType;
import org.mpxj.TimeUnit;

/// Turns a plan into a project file as Microsoft Project would hold it, without dates: those come from a
/// scheduler.
final class ProjectOfPlan {
    private static final LocalDateTime ALWAYS_FROM = LocalDateTime.of(1984, 1, 1, 0, 0);

    private final Plan plan;
    private final ProjectFile file = new ProjectFile();
    private final ProjectTimes times;
    private final CalendarsOfPlan calendars;
    private final Map<ResourceId, org.mpxj.Resource> resources = new LinkedHashMap<>();
    private final Map<TaskId, org.mpxj.Task> tasks = new LinkedHashMap<>();

    ProjectOfPlan(Plan plan) {
        this.plan = plan;
        times = new ProjectTimes(plan.zone(), plan.projectCalendar().minutesOfADay());
        var config = file.getProjectConfig();
        config.setAutoTaskUniqueID(false);
        config.setAutoResourceUniqueID(false);
        config.setAutoCalendarUniqueID(false);
        config.setAutoWBS(false);
        config.setAutoOutlineNumber(true);
        config.setAutoRelationUniqueID(true);
        calendars = new CalendarsOfPlan(plan, file);
        describe();
        writeResources();
        writeTasks();
        for (var link : plan.links()) write(link);
    }

    ProjectFile file() {
        return file;
    }

    ProjectTimes times() {
        return times;
    }

    org.mpxj.Task task(TaskId id) {
        var task = tasks.get(id);
        if (task == null) throw new IllegalArgumentException("The plan has no task (%s).".formatted(id));
        return task;
    }

    /// Somebody's part in a task.
    ResourceAssignment assign(Task task, Assignment assignment, ResourceId resource, int units) {
        var written = task(task.id()).addResourceAssignment(resources.get(resource));
        var work = ProjectTimes.work(Shares.work(task.extent(), task.assignments(), assignment));
        written.setUnits(units);
        written.setWork(work);
        written.setActualWork(ProjectTimes.work(0));
        written.setRemainingWork(work);
        written.setGUID(CalendarsOfPlan.guid("assignment of %s to %s".formatted(resource, task.id())));
        return written;
    }

    /// Those who are named; whoever has a skill is chosen by the engine.
    void assignNamed() {
        for (var task : plan.tasks())
            for (var each : task.assignments())
                if (each.who() instanceof Who.Named(var resource) && resources.containsKey(resource))
                    assign(task, each, resource, each.units());
    }

    private void describe() {
        var properties = file.getProjectProperties();
        properties.setName(plan.name());
        properties.setProjectTitle(plan.name());
        properties.setStartDate(times.at(plan.start()));
        properties.setCurrentDate(times.at(plan.start()));
        properties.setMinutesPerDay(times.minutesOfADay());
        properties.setMinutesPerWeek(minutesOfAWeek());
    }

    private int minutesOfAWeek() {
        return plan.projectCalendar().week().values().stream()
                .flatMap(List::stream)
                .mapToInt(each -> each.minutes())
                .sum();
    }

    private void writeResources() {
        var numbers = new Numbers(
                plan.resources().stream().map(each -> each.id().value()).toList());
        for (var each : plan.resources())
            resources.put(each.id(), write(each, numbers.of(each.id().value())));
    }

    private org.mpxj.Resource write(Resource resource, int number) {
        var written = file.addResource();
        written.setUniqueID(number);
        written.setGUID(CalendarsOfPlan.guid("resource " + resource.id()));
        written.setName(resource.name());
        written.setCalendar(calendars.derivedFor(resource));
        written.getAvailability()
                .add(new Availability(ALWAYS_FROM, AvailabilityTable.END_DATE_NA, resource.capacity()));
        return written;
    }

    private void writeTasks() {
        var beneath = new HashMap<TaskId, List<Task>>();
        var top = new ArrayList<Task>();
        var positions = plan.positions();
        for (var task : plan.tasks()) {
            var parent = task.parent();
            if (parent == null || !positions.containsKey(parent)) top.add(task);
            else beneath.computeIfAbsent(parent, id -> new ArrayList<>()).add(task);
        }
        var numbers =
                new Numbers(plan.tasks().stream().map(each -> each.id().value()).toList());
        write(top, file, beneath, numbers);
    }

    private void write(
            List<Task> siblings, ChildTaskContainer above, Map<TaskId, List<Task>> beneath, Numbers numbers) {
        for (var task : siblings) {
            var written = above.addTask();
            tasks.put(task.id(), written);
            written.setUniqueID(numbers.of(task.id().value()));
            written.setGUID(CalendarsOfPlan.guid("task " + task.id()));
            written.setName(task.name());
            written.setWBS(task.wbs());
            written.setPriority(Priority.getInstance(task.priority()));
            written.setCalendar(calendars.ofTask(task.calendar()));
            writeExtent(written, task);
            writeHolds(written, task);
            write(beneath.getOrDefault(task.id(), List.of()), written, beneath, numbers);
        }
    }

    private void writeExtent(org.mpxj.Task written, Task task) {
        var minutes = Shares.longest(task.extent(), task.assignments());
        var elapsed = task.extent() instanceof TaskExtent.ByElapsedTime;
        written.setType(type(task));
        written.setEffortDriven(task.extent() instanceof TaskExtent.ByEffort);
        written.setMilestone(task.extent() instanceof TaskExtent.Milestone);
        var length = elapsed ? times.elapsed(minutes) : times.working(minutes);
        written.setDuration(length);
        written.setActualDuration(Duration.getInstance(0, length.getUnits()));
        written.setRemainingDuration(length);
    }

    private static TaskType type(Task task) {
        return switch (task.extent()) {
            case TaskExtent.ByEffort _ -> task.assignments().isEmpty() ? TaskType.FIXED_WORK : TaskType.FIXED_UNITS;
            case TaskExtent.ByWorkingTime _, TaskExtent.ByElapsedTime _, TaskExtent.Milestone _, TaskExtent.Summary _ ->
                TaskType.FIXED_DURATION;
        };
    }

    private void writeHolds(org.mpxj.Task written, Task task) {
        var deadline = task.deadline();
        if (deadline != null) written.setDeadline(times.at(deadline.by()));
        var pinned = times.atOrNull(task.pinnedStart());
        var notBefore = times.atOrNull(task.notBefore());
        if (pinned != null) {
            written.setConstraintType(ConstraintType.MUST_START_ON);
            written.setConstraintDate(pinned);
        } else if (notBefore != null) {
            written.setConstraintType(ConstraintType.START_NO_EARLIER_THAN);
            written.setConstraintDate(notBefore);
        } else {
            written.setConstraintType(ConstraintType.AS_SOON_AS_POSSIBLE);
        }
    }

    private void write(Link link) {
        var predecessor = tasks.get(link.predecessor());
        var successor = tasks.get(link.successor());
        if (predecessor == null || successor == null) return;
        successor.addPredecessor(new Relation.Builder()
                .predecessorTask(predecessor)
                .type(type(link.type()))
                .lag(lag(link.lag())));
    }

    private static RelationType type(LinkType type) {
        return switch (type) {
            case FS -> RelationType.FINISH_START;
            case SS -> RelationType.START_START;
            case FF -> RelationType.FINISH_FINISH;
            case SF -> RelationType.START_FINISH;
        };
    }

    private Duration lag(Lag lag) {
        return switch (lag) {
            case Lag.Working(var minutes) -> times.working(minutes);
            case Lag.Elapsed(var minutes) -> times.elapsed(minutes);
            case Lag.Percent(var percent) -> Duration.getInstance(percent, TimeUnit.PERCENT);
        };
    }
}
