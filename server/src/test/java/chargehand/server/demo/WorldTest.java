package chargehand.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.Options;
import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.levelling.Scheduler;
import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Booking;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Progress;
import chargehand.engine.plan.Severity;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.Who;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class WorldTest {
    private static final World WORLD = World.read(JsonMapper.builder().build());
    private static final Instant TODAY =
            WORLD.company().today().atZone(WORLD.company().zone()).toInstant();

    @Test
    void knowsEverybodyWhomItNames() {
        var known = new HashSet<String>();
        for (var person : WORLD.people().people()) {
            if (person.lead() != null) assertThat(known).contains(person.lead());
            known.add(person.name());
            assertThat(WORLD.people().week(person.week()).days()).isNotEmpty();
        }
        for (var project : WORLD.company().projects()) {
            assertThat(known).contains(project.manager());
            if (project.deputy() != null) assertThat(known).contains(project.deputy());
            for (var task : WORLD.plan(project).tasks()) assertThat(known).containsAll(named(task));
        }
        for (var account : WORLD.accounts().accounts())
            if (account.person() != null) assertThat(known).contains(account.person());
    }

    private static Set<String> named(Task task) {
        return task.assignments().stream()
                .map(Assignment::who)
                .filter(Who.Named.class::isInstance)
                .map(who -> ((Who.Named) who).resource().value())
                .collect(Collectors.toSet());
    }

    @Test
    void letsOneOfEachRoleSignIn() {
        var roles = WORLD.accounts().accounts().stream()
                .map(World.Account::first)
                .filter(Objects::nonNull)
                .toList();
        assertThat(roles)
                .containsExactly(
                        "administrator",
                        "official",
                        "manager",
                        "deputy",
                        "lead",
                        "recruiter",
                        "worker",
                        "client",
                        "subcontractor");
    }

    @Test
    void saysTheSameOfPeopleInPlansAsInTheirList() {
        var people = new HashMap<String, World.Person>();
        for (var each : WORLD.people().people()) people.put(each.name(), each);
        for (var plan : WORLD.plans().values())
            for (var resource : plan.resources()) {
                var person = Objects.requireNonNull(people.get(resource.name()));
                var calendar = plan.calendar(Objects.requireNonNull(resource.calendar()));
                assertThat(resource.capacity()).as(resource.name()).isEqualTo(person.units());
                assertThat(resource.skills()).as(resource.name()).containsExactlyInAnyOrderElementsOf(person.skills());
                assertThat(calendar.week())
                        .as(resource.name())
                        .isEqualTo(WORLD.people().week(person.week()).days());
            }
    }

    @Test
    void isPlannedWithoutAFaultAndInTimeWithPeopleSharedByAllProjects() {
        var booked = new ArrayList<Booking>();
        for (var project : WORLD.byPrecedence()) {
            var plan = around(WORLD.plan(project), booked);
            var calendar = Scheduler.schedule(plan, Options.schedules(100).withNow(TODAY));

            assertThat(calendar.findings()).as(plan.name()).allMatch(each -> each.severity() == Severity.NOTE);
            for (int i = 0; i < plan.tasks().size(); i++)
                isInTime(plan.tasks().get(i), calendar.tasks().get(i));
            booked.addAll(bookings(plan, calendar));
        }
    }

    private static void isInTime(Task task, ScheduledTask scheduled) {
        if (task.deadline() != null)
            assertThat(scheduled.finish())
                    .as(task.name())
                    .isBeforeOrEqualTo(task.deadline().by());
    }

    private static Plan around(Plan plan, List<Booking> booked) {
        var own = plan.resources().stream().map(each -> each.id()).collect(Collectors.toSet());
        return new Plan(
                plan.name(),
                plan.zone(),
                plan.start(),
                plan.calendar(),
                plan.calendars(),
                plan.resources(),
                plan.tasks(),
                plan.links(),
                booked.stream().filter(each -> own.contains(each.resource())).toList());
    }

    private static List<Booking> bookings(Plan plan, Calendar calendar) {
        var bookings = new ArrayList<Booking>();
        for (var task : calendar.tasks())
            for (var work : task.assignments())
                if (work.start().isBefore(work.finish()))
                    bookings.add(new Booking(work.resource(), work.units(), work.start(), work.finish(), plan.name()));
        return bookings;
    }

    @Test
    void hasProjectsInFullSwingAndProjectsThatAreOver() {
        for (var project : WORLD.company().projects()) {
            var progress = WORLD.plan(project).tasks().stream()
                    .filter(each -> !each.isSummary())
                    .map(Task::progress)
                    .toList();
            if (project.isFinished()) assertThat(progress).as(project.file()).allMatch(WorldTest::isOver);
            if (List.of("patient-app.json", "data-centre-renewal.json").contains(project.file()))
                assertThat(progress.stream().filter(each -> each != null && !isOver(each)))
                        .hasSizeGreaterThan(3);
        }
    }

    private static boolean isOver(@org.jspecify.annotations.Nullable Progress progress) {
        return progress != null && progress.finished() != null;
    }

    @Test
    void movesByWholeWeeksAndKeepsPromisesAsFarAwayInWorkingDays() {
        var zone = WORLD.company().zone();
        var plan = WORLD.plan(WORLD.company().projects().getFirst());
        var holidays = Set.of(LocalDate.of(2026, 12, 25), LocalDate.of(2027, 3, 26), LocalDate.of(2027, 3, 29));
        var shift = new Shift(zone, WORLD.company().today().toLocalDate(), -10, holidays);

        var moved = shift.plan(plan);

        assertThat(moved.start().atZone(zone).toLocalDateTime())
                .isEqualTo(plan.start().atZone(zone).toLocalDateTime().minusWeeks(10));
        // The end of Friday 28 May is that of the 83rd working day: two are holidays. Ten weeks before, only one is.
        var promise = moved.tasks().stream()
                .filter(each -> each.id().value().equals("live-now"))
                .findFirst()
                .orElseThrow()
                .deadline();
        assertThat(Objects.requireNonNull(promise).by().atZone(zone).toLocalDate())
                .isEqualTo(LocalDate.of(2027, 3, 19));
    }
}
