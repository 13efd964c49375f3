package chargehand.engine.plans;

import chargehand.engine.plan.Booking;
import chargehand.engine.plan.Lag;
import chargehand.engine.plan.Link;
import chargehand.engine.plan.LinkType;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.ResourceId;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskId;
import chargehand.engine.time.TimeRange;
import chargehand.engine.time.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Plans of 1 to 60 tasks from a seed, with everything in them that the engine knows, and some nonsense. They begin a
/// few days before the clock changes in most of their zones.
public final class RandomPlans {
    static final List<String> SKILLS = List.of("network", "storage");
    private static final List<String> NAMES = List.of("Ada", "Bram", "Chidi", "Dewi", "Edda", "Crew");
    private static final List<String> ZONES =
            List.of("UTC", "Europe/Amsterdam", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata");
    private static final List<String> STARTS = List.of("2027-01-04", "2027-03-12", "2027-03-25", "2027-10-28");
    private static final List<Integer> CAPACITIES = List.of(100, 100, 100, 50, 150, 300);

    private final Dice dice;
    private final ZoneId zone;
    private final Instant start;

    private RandomPlans(long seed) {
        this.dice = new Dice(new SplittableRandom(seed));
        this.zone = ZoneId.of(dice.of(ZONES));
        this.start = LocalDate.parse(dice.of(STARTS))
                .atStartOfDay(zone)
                .plusMinutes(dice.oneIn(3) ? 0 : dice.upTo(48) * 30L)
                .toInstant();
    }

    /// The plan of a seed: always the same.
    public static Situation of(long seed) {
        return new RandomPlans(seed).situation();
    }

    private Situation situation() {
        var calendars = calendars();
        var resources = resources(calendars);
        var now = dice.oneIn(3) ? start.plusSeconds(60L * dice.upTo(14 * 24 * 60)) : null;
        var tasks = new RandomTasks(dice, start, now, calendars, resources).tasks();
        var plan = new Plan(
                "Harbour", zone, start, "project", calendars, resources, tasks, links(tasks), bookings(resources));
        return new Situation(plan, now);
    }

    private List<WorkingCalendar> calendars() {
        var calendars = new ArrayList<WorkingCalendar>();
        calendars.add(
                dice.oneIn(5)
                        ? WorkingCalendar.aroundTheClock("project", zone)
                        : WorkingCalendar.officeHours("project", zone));
        var holidays = new TreeMap<LocalDate, List<TimeRange>>();
        for (int i = dice.upTo(4); i > 0; i--)
            holidays.put(day(), dice.oneIn(3) ? List.of(new TimeRange(540, 720)) : List.of());
        var usual = calendars.getFirst();
        calendars.add(new WorkingCalendar("holidays", "holidays", zone, usual.week(), holidays));
        calendars.add(WorkingCalendar.weekdays("abroad", ZoneId.of(dice.of(ZONES)), TimeRange.ofHours(8, 16)));
        calendars.add(week(
                "part-time",
                Map.of(
                        DayOfWeek.TUESDAY, List.of(new TimeRange(510, 735)),
                        DayOfWeek.THURSDAY, List.of(new TimeRange(510, 735), new TimeRange(780, 1020)))));
        calendars.add(week(
                "nights",
                Map.of(
                        DayOfWeek.SATURDAY, List.of(TimeRange.ofHours(22, 24)),
                        DayOfWeek.SUNDAY, List.of(TimeRange.ofHours(0, 6), TimeRange.ofHours(22, 24)),
                        DayOfWeek.MONDAY, List.of(TimeRange.ofHours(0, 6)))));
        calendars.add(WorkingCalendar.aroundTheClock("always", zone));
        return calendars;
    }

    private WorkingCalendar week(String id, Map<DayOfWeek, List<TimeRange>> week) {
        return new WorkingCalendar(id, id, zone, week, new TreeMap<>());
    }

    private LocalDate day() {
        return start.atZone(zone).toLocalDate().plusDays(dice.upTo(20));
    }

    private List<Resource> resources(List<WorkingCalendar> calendars) {
        var resources = new ArrayList<Resource>();
        for (var name : NAMES.subList(0, 1 + dice.upTo(NAMES.size()))) {
            var calendar = dice.oneIn(2) ? null : dice.of(calendars).id();
            var skills = SKILLS.stream().filter(skill -> dice.oneIn(2)).collect(Collectors.toSet());
            resources.add(new Resource(new ResourceId(name), name, dice.of(CAPACITIES), calendar, skills));
        }
        return resources;
    }

    private List<Booking> bookings(List<Resource> resources) {
        var bookings = new ArrayList<Booking>();
        for (int i = dice.oneIn(2) ? 0 : dice.upTo(6); i > 0; i--) {
            var from = start.plusSeconds(60L * dice.upTo(20 * 24 * 60));
            var to = from.plusSeconds(60L * (1 + dice.upTo(3 * 24 * 60)));
            var resource = dice.of(resources);
            int units = dice.oneIn(2) ? resource.capacity() : 10 * (1 + dice.upTo(9));
            bookings.add(new Booking(resource.id(), units, from, to, "Support"));
        }
        bookings.sort(Comparator.comparing(Booking::resource));
        return bookings;
    }

    private List<Link> links(List<Task> tasks) {
        var links = new ArrayList<Link>();
        int density = dice.upTo(4);
        for (int i = 1; i < tasks.size(); i++) {
            for (int k = density == 0 ? 0 : dice.upTo(density + 1); k > 0; k--) {
                var other = tasks.get(dice.upTo(i));
                boolean backwards = dice.oneIn(60);
                var predecessor = backwards ? tasks.get(i) : other;
                var successor = backwards ? other : tasks.get(i);
                links.add(new Link(predecessor.id(), successor.id(), type(), lag()));
            }
        }
        links.sort(Comparator.comparing(link -> place(tasks, link.successor())));
        return links;
    }

    private static int place(List<Task> tasks, TaskId id) {
        return tasks.stream().map(Task::id).toList().indexOf(id);
    }

    private LinkType type() {
        return dice.oneIn(2) ? LinkType.FS : dice.of(List.of(LinkType.values()));
    }

    private Lag lag() {
        if (!dice.oneIn(3)) return Lag.NONE;
        int sign = dice.oneIn(3) ? -1 : 1;
        return switch (dice.upTo(3)) {
            case 0 -> new Lag.Working(sign * (1 + dice.upTo(1500)));
            case 1 -> new Lag.Elapsed(sign * (1 + dice.upTo(3000)));
            default -> new Lag.Percent(sign * (1 + dice.upTo(120)));
        };
    }
}
