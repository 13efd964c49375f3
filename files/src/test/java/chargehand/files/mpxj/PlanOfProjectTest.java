package chargehand.files.mpxj;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Deadline;
import chargehand.engine.plan.Lag;
import chargehand.engine.plan.LinkType;
import chargehand.engine.plan.Progress;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.TaskId;
import chargehand.engine.time.Effort;
import chargehand.engine.time.TimeRange;
import chargehand.engine.time.WorkingDuration;
import chargehand.files.FileKind;
import chargehand.files.NotCarriedOver;
import chargehand.files.ReadPlan;
import chargehand.files.Reading;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mpxj.Availability;
import org.mpxj.AvailabilityTable;
import org.mpxj.ConstraintType;
import org.mpxj.Duration;
import org.mpxj.LocalTimeRange;
import org.mpxj.ProjectFile;
import org.mpxj.RecurrenceType;
import org.mpxj.RecurringData;
import org.mpxj.Relation;
import org.mpxj.RelationType;
import org.mpxj.ResourceType;
import org.mpxj.Task;
import org.mpxj.TaskMode;
import org.mpxj.TaskType;
import org.mpxj.TimeUnit;
import org.mpxj.WorkContour;

class PlanOfProjectTest {
    private static final Reading READING = new Reading(RulePlans.BERLIN, null);

    private final ProjectFile file = new ProjectFile();

    PlanOfProjectTest() {
        file.getProjectProperties().setStartDate(LocalDateTime.of(2027, 1, 11, 8, 0));
        file.getProjectProperties().setProjectTitle("Harbour data centre");
        file.getProjectProperties().setDefaultCalendar(file.addDefaultBaseCalendar());
    }

    @Test
    void keepsTheHierarchyAndLeavesOutTheProjectItself() throws Refusal {
        var project = file.addTask();
        project.setUniqueID(0);
        project.setOutlineLevel(0);
        var phase = project.addTask();
        phase.setName("Network");
        phase.setUniqueID(7);
        var cabling = days(phase.addTask(), "Cabling", 3);
        cabling.setUniqueID(9);
        cabling.setWBS("1.1");

        var plan = read().plan();

        assertEquals("Harbour data centre", plan.name());
        assertEquals(Instant.parse("2027-01-11T07:00:00Z"), plan.start());
        assertEquals(List.of(new TaskId("7"), new TaskId("9")), ids(plan.tasks()));
        assertNull(plan.tasks().get(0).parent());
        assertEquals(new TaskExtent.Summary(), plan.tasks().get(0).extent());
        assertEquals(new TaskId("7"), plan.tasks().get(1).parent());
        assertEquals("1.1", plan.tasks().get(1).wbs());
    }

    @Test
    void takesTheWorkOfAPoolForEffort() throws Refusal {
        var pool = resource("Rack crew", 2200);
        var task = days(file.addTask(), "Racks", 3);
        assign(task, pool, 700, 168);

        var read = read();

        var carried = read.plan().tasks().getFirst();
        assertEquals(2200, read.plan().resources().getFirst().capacity());
        assertEquals(new TaskExtent.ByEffort(Effort.ofHours(168)), carried.extent());
        assertEquals(List.of(Assignment.of("1", 700)), carried.assignments());
        assertEquals(List.of(), read.notCarriedOver());
    }

    @Test
    void keepsWorkApartWhereItIsSharedUnevenly() throws Refusal {
        var task = days(file.addTask(), "Cut-over", 3);
        assign(task, resource("Ada", 100), 100, 24);
        assign(task, resource("Bram", 50), 50, 4);

        var carried = read().plan().tasks().getFirst();

        assertEquals(new TaskExtent.ByEffort(Effort.ofHours(28)), carried.extent());
        assertEquals(Effort.ofHours(24), carried.assignments().get(0).effort());
        assertEquals(Effort.ofHours(4), carried.assignments().get(1).effort());
    }

    @Test
    void tellsTheExtentsApart() throws Refusal {
        var fixed = days(file.addTask(), "Test", 2);
        fixed.setType(TaskType.FIXED_DURATION);
        var elapsed = file.addTask();
        elapsed.setName("Burn-in");
        elapsed.setDuration(Duration.getInstance(3, TimeUnit.ELAPSED_DAYS));
        days(file.addTask(), "Go live", 0);
        var work = days(file.addTask(), "Documents", 5);
        work.setType(TaskType.FIXED_WORK);

        var tasks = read().plan().tasks();

        assertEquals(
                new TaskExtent.ByWorkingTime(WorkingDuration.ofHours(16)),
                tasks.get(0).extent());
        assertEquals(
                new TaskExtent.ByElapsedTime(java.time.Duration.ofDays(3)),
                tasks.get(1).extent());
        assertEquals(new TaskExtent.Milestone(), tasks.get(2).extent());
        assertEquals(new TaskExtent.ByEffort(Effort.ofHours(40)), tasks.get(3).extent());
    }

    @Test
    void countsADayAsTheProjectDoes() throws Refusal {
        file.getProjectProperties().setMinutesPerDay(450);
        file.getProjectProperties().setMinutesPerWeek(2250);
        var task = days(file.addTask(), "Cabling", 2);
        task.setDuration(Duration.getInstance(1, TimeUnit.WEEKS));

        var extent = read().plan().tasks().getFirst().extent();

        assertEquals(new TaskExtent.ByWorkingTime(WorkingDuration.ofMinutes(2250)), extent);
    }

    @Test
    void readsTheFourLinksAndEveryLag() throws Refusal {
        var first = days(file.addTask(), "Cabling", 2);
        var second = days(file.addTask(), "Cut-over", 2);
        link(first, second, RelationType.FINISH_START, 1, TimeUnit.DAYS);
        link(first, second, RelationType.START_START, 2, TimeUnit.ELAPSED_HOURS);
        link(first, second, RelationType.FINISH_FINISH, -50, TimeUnit.PERCENT);
        link(first, second, RelationType.START_FINISH, 0, TimeUnit.DAYS);

        var links = read().plan().links();

        assertEquals(
                List.of(LinkType.FS, LinkType.SS, LinkType.FF, LinkType.SF),
                links.stream().map(each -> each.type()).toList());
        assertEquals(
                List.of(new Lag.Working(480), new Lag.Elapsed(120), new Lag.Percent(-50), Lag.NONE),
                links.stream().map(each -> each.lag()).toList());
    }

    @Test
    void readsWhatHoldsATask() throws Refusal {
        constrained("Not before", ConstraintType.START_NO_EARLIER_THAN);
        constrained("Pinned", ConstraintType.MUST_START_ON);
        constrained("Kept as a deadline", ConstraintType.FINISH_NO_LATER_THAN);
        var promised = days(file.addTask(), "Promised", 1);
        promised.setDeadline(LocalDateTime.of(2027, 2, 1, 17, 0));
        var byHand = days(file.addTask(), "By hand", 1);
        byHand.setTaskMode(TaskMode.MANUALLY_SCHEDULED);
        byHand.setStart(LocalDateTime.of(2027, 1, 20, 8, 0));

        var tasks = read().plan().tasks();

        var at = Instant.parse("2027-01-18T08:00:00Z");
        assertEquals(at, tasks.get(0).notBefore());
        assertEquals(at, tasks.get(1).pinnedStart());
        assertEquals(new Deadline(at, null), tasks.get(2).deadline());
        assertEquals(
                new Deadline(Instant.parse("2027-02-01T16:00:00Z"), null),
                tasks.get(3).deadline());
        assertEquals(Instant.parse("2027-01-20T07:00:00Z"), tasks.get(4).pinnedStart());
    }

    @Test
    void pinsATaskThatMustFinishOnAMomentWhereTheFileStartsIt() throws Refusal {
        var task = constrained("Cut-over", ConstraintType.MUST_FINISH_ON);
        task.setStart(LocalDateTime.of(2027, 1, 15, 9, 0));
        task.setFinish(task.getConstraintDate());

        var carried = read().plan().tasks().getFirst();

        assertEquals(Instant.parse("2027-01-15T08:00:00Z"), carried.pinnedStart());
    }

    @Test
    void readsProgress() throws Refusal {
        var running = days(file.addTask(), "Cabling", 5);
        running.setActualStart(LocalDateTime.of(2027, 1, 11, 8, 0));
        running.setRemainingDuration(Duration.getInstance(2, TimeUnit.DAYS));
        var done = days(file.addTask(), "Order", 1);
        done.setActualStart(LocalDateTime.of(2027, 1, 11, 8, 0));
        done.setActualFinish(LocalDateTime.of(2027, 1, 11, 17, 0));

        var tasks = read().plan().tasks();

        var began = Instant.parse("2027-01-11T07:00:00Z");
        assertEquals(
                new Progress(began, null, WorkingDuration.ofHours(16)),
                tasks.get(0).progress());
        assertEquals(
                new Progress(began, Instant.parse("2027-01-11T16:00:00Z"), null),
                tasks.get(1).progress());
    }

    @Test
    void makesADerivedCalendarWholeWithEveryRecurrence() throws Refusal {
        var office = file.getDefaultCalendar();
        office.addCalendarException(LocalDate.of(2027, 1, 20));
        var ada = file.addCalendar();
        ada.setName("Ada");
        ada.setParent(office);
        for (var day : DayOfWeek.values()) ada.setCalendarDayType(day, org.mpxj.DayType.DEFAULT);
        var fridays = new RecurringData();
        fridays.setRecurrenceType(RecurrenceType.WEEKLY);
        fridays.setFrequency(1);
        fridays.setWeeklyDay(DayOfWeek.FRIDAY, true);
        fridays.setStartDate(LocalDate.of(2027, 1, 15));
        fridays.setOccurrences(2);
        ada.addCalendarException(fridays);
        resource("Ada", 100).setCalendar(ada);

        var plan = read().plan();

        var calendar = plan.calendar(String.valueOf(plan.resources().getFirst().calendar()));
        assertEquals(
                List.of(TimeRange.ofHours(8, 12), TimeRange.ofHours(13, 17)), calendar.on(LocalDate.of(2027, 1, 14)));
        assertEquals(
                List.of(LocalDate.of(2027, 1, 15), LocalDate.of(2027, 1, 20), LocalDate.of(2027, 1, 22)),
                List.copyOf(calendar.exceptions().keySet()));
    }

    @Test
    void turnsASeasonIntoDates() throws Refusal {
        var summer = file.getDefaultCalendar().addWorkWeek();
        summer.setDateRange(new org.mpxj.LocalDateRange(LocalDate.of(2027, 7, 5), LocalDate.of(2027, 7, 6)));
        for (var day : DayOfWeek.values()) {
            summer.setWorkingDay(day, day == DayOfWeek.MONDAY);
            summer.addCalendarHours(day);
        }
        summer.getCalendarHours(DayOfWeek.MONDAY).add(new LocalTimeRange(LocalTime.of(7, 0), LocalTime.of(13, 0)));

        var calendar = read().plan().projectCalendar();

        assertEquals(List.of(TimeRange.ofHours(7, 13)), calendar.on(LocalDate.of(2027, 7, 5)));
        assertEquals(List.of(), calendar.on(LocalDate.of(2027, 7, 6)));
        assertEquals(2, calendar.exceptions().size());
    }

    @Test
    void booksAwayWhatAResourceLacksForAWhile() throws Refusal {
        var crew = resource("Rack crew", 300);
        crew.getAvailability().clear();
        var half = LocalDateTime.of(2027, 3, 1, 0, 0);
        crew.getAvailability().add(new Availability(LocalDateTime.of(1984, 1, 1, 0, 0), half.minusMinutes(1), 300));
        crew.getAvailability().add(new Availability(half, AvailabilityTable.END_DATE_NA, 100));

        var plan = read().plan();

        assertEquals(300, plan.resources().getFirst().capacity());
        assertEquals(1, plan.bookings().size());
        assertEquals(200, plan.bookings().getFirst().units());
        assertEquals(
                Instant.parse("2027-02-28T23:00:00Z"),
                plan.bookings().getFirst().fromInclusive());
    }

    @Test
    void listsWhatItCanNotCarryOver() throws Refusal {
        var cable = resource("Cable", 100);
        cable.setType(ResourceType.MATERIAL);
        var late = days(file.addTask(), "Paint", 1);
        late.setConstraintType(ConstraintType.AS_LATE_AS_POSSIBLE);
        late.setNotes("Ask Northgate Hospital first.");
        var inactive = days(file.addTask(), "Old idea", 1);
        inactive.setActive(false);
        link(inactive, late, RelationType.FINISH_START, 0, TimeUnit.DAYS);
        var front = assign(days(file.addTask(), "Front-loaded", 2), resource("Ada", 100), 100, 16);
        front.setWorkContour(WorkContour.FRONT_LOADED);

        var whats = read().notCarriedOver().stream().map(NotCarriedOver::what).toList();

        assertEquals(
                List.of(
                        "material resource 'Cable'",
                        "constraint 'as late as possible' of task 'Paint'",
                        "notes of task 'Paint'",
                        "inactive task 'Old idea'",
                        "work contour of task 'Front-loaded'",
                        "link of task 'Paint'"),
                whats);
    }

    @Test
    void namesAFewOfManyAndCountsAll() throws Refusal {
        for (int i = 1; i <= 5; i++) days(file.addTask(), "Task " + i, 1).setNotes("A note.");

        var left = read().notCarriedOver();

        assertEquals(
                "notes of task 'Task 1', 'Task 2', 'Task 3' and 2 more",
                left.getFirst().what());
        assertEquals(5, left.getFirst().count());
    }

    @Test
    void refusesTwoTasksWithOneId() {
        file.getProjectConfig().setAutoTaskUniqueID(false);
        days(file.addTask(), "Cabling", 1).setUniqueID(5);
        days(file.addTask(), "Cut-over", 1).setUniqueID(5);

        var refusal = assertThrows(Refusal.class, this::read);

        assertEquals("file-damaged", refusal.code());
        assertEquals("Two tasks have the unique id 5.", refusal.getMessage());
    }

    @Test
    void startsOnTheDayThatTheCallerSays() throws Refusal {
        days(file.addTask(), "Cabling", 1);

        var plan = PlanOfProject.of(file, FileKind.MSPDI, new Reading(RulePlans.BERLIN, LocalDate.of(2027, 6, 1)))
                .plan();

        assertEquals(Instant.parse("2027-05-31T22:00:00Z"), plan.start());
    }

    private ReadPlan read() throws Refusal {
        return PlanOfProject.of(file, FileKind.MSPDI, READING);
    }

    private static List<TaskId> ids(List<chargehand.engine.plan.Task> tasks) {
        return tasks.stream().map(chargehand.engine.plan.Task::id).toList();
    }

    private static Task days(Task task, String name, int days) {
        task.setName(name);
        task.setType(TaskType.FIXED_UNITS);
        task.setDuration(Duration.getInstance(days, TimeUnit.DAYS));
        return task;
    }

    private Task constrained(String name, ConstraintType type) {
        var task = days(file.addTask(), name, 1);
        task.setConstraintType(type);
        task.setConstraintDate(LocalDateTime.of(2027, 1, 18, 9, 0));
        return task;
    }

    private org.mpxj.Resource resource(String name, int units) {
        var resource = file.addResource();
        resource.setName(name);
        resource.getAvailability()
                .add(new Availability(LocalDateTime.of(1984, 1, 1, 0, 0), AvailabilityTable.END_DATE_NA, units));
        return resource;
    }

    private static org.mpxj.ResourceAssignment assign(Task task, org.mpxj.Resource resource, int units, int hours) {
        var assignment = task.addResourceAssignment(resource);
        assignment.setUnits(units);
        assignment.setWork(Duration.getInstance(hours, TimeUnit.HOURS));
        return assignment;
    }

    private static void link(Task predecessor, Task successor, RelationType type, int lag, TimeUnit unit) {
        successor.addPredecessor(
                new Relation.Builder().predecessorTask(predecessor).type(type).lag(Duration.getInstance(lag, unit)));
    }
}
