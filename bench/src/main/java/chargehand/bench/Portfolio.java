package chargehand.bench;

import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Link;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.time.TimeRange;
import chargehand.engine.time.WorkingCalendar;
import chargehand.engine.time.WorkingDuration;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// A made-up portfolio of any size: projects of about 50 tasks in a few chains, people with working weeks,
/// part time,
/// public holidays and leave of their own. The same size and seed give the same plan.
final class Portfolio {
    private static final int TASKS_OF_A_PROJECT = 50;
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final LocalDate START = LocalDate.of(2027, 1, 4);

    private final SplittableRandom random;
    private final int tasks;
    private final int people;

    private Portfolio(int tasks, int people, long seed) {
        this.tasks = tasks;
        this.people = people;
        this.random = new SplittableRandom(seed);
    }

    /// About 1.2 links a task; everyone has a calendar of their own.
    static Plan of(int tasks, int people, long seed) {
        return new Portfolio(tasks, people, seed).plan();
    }

    /// The same tasks and links with nobody assigned: all on the project's calendar.
    static Plan unassigned(int tasks, long seed) {
        var plan = of(tasks, 1, seed);
        return plan.withTasks(plan.tasks().stream()
                .map(task -> task.withAssignments(List.of()))
                .toList());
    }

    private Plan plan() {
        var calendars = new ArrayList<WorkingCalendar>();
        var resources = new ArrayList<Resource>();
        calendars.add(WorkingCalendar.officeHours("office", ZONE));
        for (int p = 0; p < people; p++) {
            calendars.add(calendar("week-" + p));
            resources.add(Resource.person("person-" + p).withCalendar("week-" + p));
        }
        var written = new ArrayList<Task>(tasks);
        for (int t = 0; t < tasks; t++) written.add(task(t));
        return new Plan(
                "Portfolio of %,d tasks".formatted(tasks),
                ZONE,
                START.atStartOfDay(ZONE).toInstant(),
                "office",
                calendars,
                resources,
                written,
                links(),
                List.of());
    }

    private WorkingCalendar calendar(String id) {
        int begin = 7 + random.nextInt(3);
        int freeDay = random.nextInt(8);
        var week = new EnumMap<DayOfWeek, List<TimeRange>>(DayOfWeek.class);
        for (int day = 1; day <= 5; day++)
            if (day != freeDay)
                week.put(
                        DayOfWeek.of(day),
                        List.of(TimeRange.ofHours(begin, begin + 4), TimeRange.ofHours(begin + 5, begin + 9)));
        var off = new TreeMap<LocalDate, List<TimeRange>>();
        for (int year = 0; year < 10; year++) {
            off.put(LocalDate.of(2027 + year, 1, 1), List.of());
            off.put(LocalDate.of(2027 + year, 5, 1), List.of());
            off.put(LocalDate.of(2027 + year, 12, 25), List.of());
            var leave = START.plusYears(year).plusDays(random.nextInt(330));
            for (int day = 0; day < 15; day++) off.put(leave.plusDays(day), List.of());
        }
        return new WorkingCalendar(id, id, ZONE, week, off);
    }

    private Task task(int t) {
        int hours = 2 + random.nextInt(39);
        return Task.of("t" + t, "Task " + t, new TaskExtent.ByWorkingTime(WorkingDuration.ofHours(hours)))
                .withAssignments(Assignment.of("person-" + random.nextInt(people)));
    }

    /// Every task but the first few of a project waits for one before it there, and every fifth for another.
    private List<Link> links() {
        var links = new ArrayList<Link>();
        for (int t = 0; t < tasks; t++) {
            int inProject = t % TASKS_OF_A_PROJECT;
            if (inProject == 0) continue;
            int first = t - 1 - random.nextInt(Math.min(inProject, 6));
            links.add(Link.of("t" + first, "t" + t));
            int second = t - 1 - random.nextInt(Math.min(inProject, 20));
            if (random.nextInt(9) < 2 && second != first) links.add(Link.of("t" + second, "t" + t));
        }
        return links;
    }

    static Instant start() {
        return START.atStartOfDay(ZONE).toInstant();
    }
}
