package chargehand.files.mpxj;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import chargehand.engine.forecast.Forecast;
import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.Options;
import chargehand.engine.levelling.Scheduler;
import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Deadline;
import chargehand.engine.plan.Lag;
import chargehand.engine.plan.Link;
import chargehand.engine.plan.LinkType;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Progress;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.ResourceId;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.TaskId;
import chargehand.engine.time.Effort;
import chargehand.engine.time.TimeRange;
import chargehand.engine.time.WorkingCalendar;
import chargehand.engine.time.WorkingDuration;
import chargehand.files.FileKind;
import chargehand.files.Planned;
import chargehand.files.ReadPlan;
import chargehand.files.Reading;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mpxj.ConstraintType;
import org.mpxj.MPXJException;
import org.mpxj.ProjectFile;
import org.mpxj.TimeUnit;
import org.mpxj.cpm.MicrosoftScheduler;
import org.mpxj.mspdi.MSPDIReader;

class MspdiWriterTest {
    private static final WorkingCalendar OFFICE =
            WorkingCalendar.officeHours("1", RulePlans.BERLIN).daysOff("1", LocalDate.of(2027, 1, 20));
    private static final WorkingCalendar MORNINGS =
            WorkingCalendar.weekdays("2", RulePlans.BERLIN, TimeRange.ofHours(9, 13));

    private final Plan plan = harbour();
    private final Calendar calendar = Scheduler.schedule(plan, Options.schedules(50));

    @Test
    void showsOurDatesToOtherPrograms() throws Exception {
        var file = opened(bytes());

        for (var scheduled : calendar.tasks()) {
            var task = file.getTaskByUniqueID(Integer.valueOf(scheduled.task().value()));
            assertEquals(local(scheduled.start()), task.getStart(), task::getName);
            assertEquals(local(scheduled.finish()), task.getFinish(), task::getName);
            assertEquals(scheduled.critical(), task.getCritical(), task::getName);
        }
        assertEquals(local(calendar.finish()), file.getProjectProperties().getFinishDate());
    }

    @Test
    void keepsOurDatesWhereAnotherProgramSchedulesAnew() throws Exception {
        var file = withZerosSpelledOut(opened(bytes()));

        new MicrosoftScheduler().schedule(file, RulePlans.START);

        for (var scheduled : calendar.tasks()) {
            var task = file.getTaskByUniqueID(Integer.valueOf(scheduled.task().value()));
            assertEquals(local(scheduled.start()), task.getStart(), task::getName);
            assertEquals(local(scheduled.finish()), task.getFinish(), task::getName);
        }
    }

    @Test
    void readsBackAsTheSamePlan() throws Exception {
        var read = readBack(bytes());

        assertEquals(plan.tasks(), read.plan().tasks());
        assertEquals(plan.links(), read.plan().links());
        assertEquals(plan.projectCalendar(), read.plan().projectCalendar());
        assertEquals(plan.start(), read.plan().start());
        assertEquals(plan.name(), read.plan().name());
        assertEquals(List.of(), read.notCarriedOver());
    }

    @Test
    void readsBackPeopleWithTheirCapacityAndTheirHours() throws Exception {
        var read = readBack(bytes()).plan();

        for (int i = 0; i < plan.resources().size(); i++) {
            var written = plan.resources().get(i);
            var back = read.resources().get(i);
            assertEquals(written.id(), back.id());
            assertEquals(written.name(), back.name());
            assertEquals(written.capacity(), back.capacity());
            assertEquals(hours(plan, written), hours(read, back));
        }
    }

    @Test
    void readsBackAConstraintThatSomebodyChangedSince() throws Exception {
        var file = opened(bytes());
        var task = file.getTaskByUniqueID(4);
        task.setConstraintDate(LocalDateTime.of(2027, 3, 1, 9, 0));

        var read = PlanOfProject.of(file, FileKind.MSPDI, new Reading(RulePlans.BERLIN, null));

        var back = read.plan().task(new TaskId("4")).orElseThrow();
        assertEquals(Instant.parse("2027-03-01T08:00:00Z"), back.notBefore());
    }

    @Test
    void leavesAPinAPin() throws Exception {
        var task = opened(bytes()).getTaskByUniqueID(5);

        assertEquals(ConstraintType.MUST_START_ON, task.getConstraintType());
        assertEquals(LocalDateTime.of(2027, 2, 1, 10, 0), task.getConstraintDate());
    }

    @Test
    void writesTheSameBytesAgain() throws IOException {
        assertArrayEquals(bytes(), bytes());
    }

    @Test
    void numbersWhatHasNoNumber() throws Exception {
        var named = plan.withTasks(List.of(
                Task.of("cabling", "Cabling", working(480)),
                Task.of("3", "Racks", working(480)).withParent(null)));
        var planned = Scheduler.schedule(named, Options.schedules(1));

        var file = opened(bytes(named, planned));

        assertEquals("Racks", file.getTaskByUniqueID(3).getName());
        assertEquals("Cabling", file.getTaskByUniqueID(4).getName());
        assertNull(file.getTaskByUniqueID(1));
    }

    @Test
    void namesWhomTheEngineChoseForASkill() throws Exception {
        var skilled = plan.withTasks(List.of(Task.of("1", "Firewall", new TaskExtent.ByEffort(Effort.ofHours(8)))
                .withAssignments(List.of(Assignment.anyoneWith("network")))));
        var planned = Scheduler.schedule(skilled, Options.schedules(1));

        var task = opened(bytes(skilled, planned)).getTaskByUniqueID(1);

        assertEquals(
                "Bram", task.getResourceAssignments().getFirst().getResource().getName());
    }

    private byte[] bytes() throws IOException {
        return bytes(plan, calendar);
    }

    private static byte[] bytes(Plan plan, Calendar calendar) throws IOException {
        var forecast = new Forecast(List.of(), Forecast.Chance.certain(calendar.finish()), 0, 1);
        var bytes = new ByteArrayOutputStream();
        new MspdiWriter().write(new Planned(plan, calendar, forecast, List.of(), List.of(), null), bytes);
        return bytes.toByteArray();
    }

    private static ProjectFile opened(byte[] bytes) throws MPXJException {
        return new MSPDIReader().read(new ByteArrayInputStream(bytes));
    }

    /// An MSPDI file leaves lengths of zero out, and MPXJ's scheduler misses them.
    private static ProjectFile withZerosSpelledOut(ProjectFile file) {
        var zero = org.mpxj.Duration.getInstance(0, TimeUnit.DAYS);
        for (var task : file.getTasks()) {
            if (task.getDuration() == null) task.setDuration(zero);
            if (task.getActualDuration() == null) task.setActualDuration(zero);
            if (task.getRemainingDuration() == null) task.setRemainingDuration(zero);
        }
        for (var assignment : file.getResourceAssignments()) {
            if (assignment.getActualWork() == null) assignment.setActualWork(zero);
            if (assignment.getRemainingWork() == null) assignment.setRemainingWork(zero);
        }
        return file;
    }

    private static ReadPlan readBack(byte[] bytes) throws MPXJException, Refusal {
        return PlanOfProject.of(opened(bytes), FileKind.MSPDI, new Reading(RulePlans.BERLIN, null));
    }

    private static WorkingCalendar hours(Plan plan, Resource resource) {
        var id = resource.calendar();
        var calendar = id == null ? plan.projectCalendar() : plan.calendar(id);
        return new WorkingCalendar("", "", calendar.zone(), calendar.week(), calendar.exceptions());
    }

    private static LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, RulePlans.BERLIN);
    }

    private static TaskExtent working(int minutes) {
        return new TaskExtent.ByWorkingTime(WorkingDuration.ofMinutes(minutes));
    }

    private static Task effort(String id, String name, int hours, Assignment... assignments) {
        return Task.of(id, name, new TaskExtent.ByEffort(Effort.ofHours(hours))).withAssignments(List.of(assignments));
    }

    private static Plan harbour() {
        var phase = new TaskId("1");
        var start = RulePlans.START.atZone(RulePlans.BERLIN).toInstant();
        return new Plan(
                "Harbour data centre",
                RulePlans.BERLIN,
                start,
                "1",
                List.of(OFFICE, MORNINGS),
                List.of(
                        new Resource(new ResourceId("1"), "Ada", 100, null, Set.of()),
                        new Resource(new ResourceId("2"), "Bram", 100, "2", Set.of("network")),
                        new Resource(new ResourceId("3"), "Rack crew", 400, null, Set.of())),
                List.of(
                        Task.of("1", "Network", new TaskExtent.Summary()).withWbs("1"),
                        effort("2", "Order", 16, Assignment.of("1"))
                                .withWbs("1.1")
                                .withParent(phase)
                                .withProgress(new Progress(start, start.plus(Duration.ofHours(33)), null)),
                        effort("3", "Cabling", 40, Assignment.of("1"), Assignment.of("3", 300))
                                .withWbs("1.2")
                                .withParent(phase)
                                .withDeadline(new Deadline(Instant.parse("2027-01-29T17:00:00Z"), null)),
                        effort("4", "Firewall", 12, Assignment.of("2"))
                                .withWbs("1.3")
                                .withParent(phase)
                                .withPriority(700),
                        effort("5", "Cut-over", 4, Assignment.of("1"))
                                .withWbs("2")
                                .withPinnedStart(Instant.parse("2027-02-01T09:00:00Z")),
                        Task.of("6", "Burn-in", new TaskExtent.ByElapsedTime(Duration.ofDays(3)))
                                .withWbs("3"),
                        effort("7", "Documents", 20, Assignment.of("1", 50))
                                .withWbs("4")
                                .withNotBefore(Instant.parse("2027-01-25T08:00:00Z")),
                        Task.of("8", "Acceptance", new TaskExtent.Milestone()).withWbs("5")),
                List.of(
                        Link.of("2", "3"),
                        Link.of("3", "4", LinkType.SS, new Lag.Working(480)),
                        Link.of("4", "5", LinkType.FS, new Lag.Elapsed(720)),
                        Link.of("5", "6"),
                        Link.of("3", "7", LinkType.FF, new Lag.Percent(50)),
                        Link.of("6", "8")),
                List.of());
    }
}
