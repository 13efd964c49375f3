package chargehand.bench;

import chargehand.engine.levelling.Calendar;
import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Deadline;
import chargehand.engine.plan.Lag;
import chargehand.engine.plan.Link;
import chargehand.engine.plan.LinkType;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.TaskId;
import chargehand.engine.plan.Window;
import chargehand.engine.time.TimeRange;
import chargehand.engine.time.WorkingCalendar;
import chargehand.engine.time.WorkingDuration;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// A made-up portfolio of any size: projects of about 50 tasks in a few chains, people with working weeks, part time,
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

    /// The same work in projects, each beneath a summary of its own (`p0`, `p1`, …).
    static Plan inProjects(int tasks, int people, long seed) {
        var plan = of(tasks, people, seed);
        var grouped = new ArrayList<Task>(tasks + tasks / TASKS_OF_A_PROJECT + 1);
        for (int t = 0; t < tasks; t++) {
            int project = t / TASKS_OF_A_PROJECT;
            if (t % TASKS_OF_A_PROJECT == 0)
                grouped.add(Task.of("p" + project, "Project " + project, new TaskExtent.Summary()));
            grouped.add(plan.tasks().get(t).withParent(new TaskId("p" + project)));
        }
        return plan.withTasks(grouped);
    }

    /// The projects one after another: the first may begin at once, and the others at even distances within a time.
    static Plan staggered(Plan plan, Duration within) {
        var tasks = new ArrayList<>(plan.tasks());
        long projects = tasks.stream().filter(Task::isSummary).count();
        int project = 0;
        for (int i = 0; i < tasks.size(); i++) {
            if (!tasks.get(i).isSummary()) continue;
            var after = Duration.ofMinutes(within.toMinutes() * project++ / projects);
            tasks.set(i, tasks.get(i).withNotBefore(plan.start().plus(after)));
        }
        return plan.withTasks(tasks);
    }

    /// Staggered projects with a deadline for each: at 0.9 to 1.3 of the time that it takes in a calendar, from when it
    /// may begin, with weights of 1 to 10 as priorities of 100 to 1,000.
    static Plan withDeadlines(Plan plan, Calendar calendar, long seed) {
        var random = new SplittableRandom(seed);
        var tasks = new ArrayList<>(plan.tasks());
        for (int i = 0; i < tasks.size(); i++) {
            var begin = tasks.get(i).notBefore();
            if (begin == null) continue;
            long minutes =
                    Duration.between(begin, calendar.tasks().get(i).finish()).toMinutes();
            long due = Math.round(minutes * (0.9 + 0.4 * random.nextDouble()));
            tasks.set(
                    i,
                    tasks.get(i)
                            .withDeadline(new Deadline(begin.plus(Duration.ofMinutes(due)), null))
                            .withPriority(100 * (1 + random.nextInt(10))));
        }
        return plan.withTasks(tasks);
    }

    /// The bare case beside it: the same tasks, links and people, and everyone works around the clock.
    static Plan bare(int tasks, int people, long seed) {
        var plan = of(tasks, people, seed);
        var always = WorkingCalendar.aroundTheClock("always", ZoneId.of("UTC"));
        return new Plan(
                plan.name(),
                ZoneId.of("UTC"),
                plan.start(),
                "always",
                List.of(always),
                plan.resources().stream().map(each -> each.withCalendar(null)).toList(),
                plan.tasks(),
                plan.links(),
                List.of());
    }

    /// And all that plans have: a tenth of the links with lags, people in three time zones, a fiftieth of the tasks
    /// only
    /// from some day on or only within a window.
    static Plan rich(int tasks, int people, long seed) {
        var plan = of(tasks, people, seed);
        var random = new SplittableRandom(seed);
        var zones = List.of(ZONE, ZoneId.of("America/New_York"), ZoneId.of("Asia/Kolkata"));
        var calendars = new ArrayList<WorkingCalendar>();
        for (int i = 0; i < plan.calendars().size(); i++) {
            var each = plan.calendars().get(i);
            calendars.add(
                    i == 0
                            ? each
                            : new WorkingCalendar(
                                    each.id(), each.name(), zones.get(i % 3), each.week(), each.exceptions()));
        }
        var links = plan.links().stream().map(link -> lagged(link, random)).toList();
        var written =
                plan.tasks().stream().map(task -> restricted(task, random)).toList();
        return new Plan(
                plan.name(),
                plan.zone(),
                plan.start(),
                plan.calendar(),
                calendars,
                plan.resources(),
                written,
                links,
                List.of());
    }

    private static Link lagged(Link link, SplittableRandom random) {
        if (random.nextInt(10) > 0) return link;
        var lag = random.nextBoolean() ? new Lag.Working(random.nextInt(960)) : new Lag.Elapsed(random.nextInt(2880));
        return new Link(link.predecessor(), link.successor(), LinkType.FS, lag);
    }

    private static Task restricted(Task task, SplittableRandom random) {
        if (random.nextInt(50) > 0) return task;
        var from = START.plusDays(random.nextInt(200));
        return random.nextBoolean()
                ? task.withNotBefore(from.atStartOfDay(ZONE).toInstant())
                : task.withWindows(List.of(new Window(
                        from.atStartOfDay(ZONE).toInstant(),
                        from.plusDays(400).atStartOfDay(ZONE).toInstant())));
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
