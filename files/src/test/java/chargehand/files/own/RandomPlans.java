package chargehand.files.own;

import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Booking;
import chargehand.engine.plan.Deadline;
import chargehand.engine.plan.EstimateRange;
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
import chargehand.engine.plan.Who;
import chargehand.engine.plan.Window;
import chargehand.engine.time.Effort;
import chargehand.engine.time.TimeRange;
import chargehand.engine.time.WorkingCalendar;
import chargehand.engine.time.WorkingDuration;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Plans with every field set now and then, and with texts that formats stumble over; the same for the same
/// seed.
final class RandomPlans {
    private static final List<String> TEXTS = List.of(
            "Cabling",
            "Übergabe, \"live\"; 3. Fassung",
            "=1+1",
            "'-quoted",
            "+49 a",
            "two\nlines",
            "tab\there",
            "emoji 🚢 and \\ backslash",
            "ends with 50%",
            "skill:java",
            "null",
            "١٢٣",
            "A-1d",
            "x;y",
            "10SS+2h");
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("UTC"),
            ZoneOffset.UTC,
            ZoneId.of("America/St_Johns"));

    private final Random random;
    private final List<WorkingCalendar> calendars = new ArrayList<>();
    private final List<Resource> people = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();

    private RandomPlans(long seed) {
        random = new Random(seed);
    }

    static Plan plan(long seed) {
        return new RandomPlans(seed).plan();
    }

    private Plan plan() {
        var zone = oneOf(ZONES);
        for (int i = 0; i <= random.nextInt(3); i++) calendars.add(calendar("calendar " + i, oneOf(ZONES)));
        for (int i = 0; i < random.nextInt(5); i++) people.add(person(i));
        for (int i = 0; i < random.nextInt(25); i++) tasks.add(task(i));
        return new Plan(
                oneOf(TEXTS),
                zone,
                instant(),
                oneOf(calendars).id(),
                calendars,
                people,
                tasks,
                links(),
                people.isEmpty()
                        ? List.of()
                        : IntStream.range(0, random.nextInt(3))
                                .mapToObj(_ -> booking())
                                .toList());
    }

    private WorkingCalendar calendar(String id, ZoneId zone) {
        var week = new EnumMap<DayOfWeek, List<TimeRange>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) if (random.nextInt(3) > 0) week.put(day, ranges());
        var exceptions = new TreeMap<LocalDate, List<TimeRange>>();
        for (int i = 0; i < random.nextInt(4); i++)
            exceptions.put(LocalDate.of(2027, 1, 1).plusDays(random.nextInt(600)), ranges());
        return new WorkingCalendar(id, oneOf(TEXTS), zone, week, exceptions);
    }

    private List<TimeRange> ranges() {
        return IntStream.range(0, random.nextInt(3))
                .mapToObj(_ -> random.nextInt(1440))
                .map(from -> new TimeRange(from, from + 1 + random.nextInt(1440 - from)))
                .toList();
    }

    private Resource person(int index) {
        return new Resource(
                new ResourceId(index + oneOf(TEXTS)),
                oneOf(TEXTS),
                1 + random.nextInt(2200),
                random.nextBoolean() ? null : oneOf(calendars).id(),
                Set.of("java", "skill " + random.nextInt(9)));
    }

    private Task task(int index) {
        var parents = tasks.stream().filter(Task::isSummary).map(Task::id).toList();
        var extent = extent();
        return new Task(
                new TaskId(random.nextBoolean() ? "" + index : oneOf(TEXTS) + index),
                random.nextBoolean() ? "" : "1." + index,
                oneOf(TEXTS),
                parents.isEmpty() || random.nextBoolean() ? null : oneOf(parents),
                extent,
                IntStream.range(0, random.nextInt(3))
                        .mapToObj(_ -> assignment())
                        .toList(),
                rarely() ? oneOf(calendars).id() : null,
                rarely() ? instant() : null,
                rarely() ? instant() : null,
                rarely() ? new Deadline(instant(), rarely() ? oneOf(TEXTS) : null) : null,
                rarely() ? List.of(window(), window()) : List.of(),
                rarely() ? progress() : null,
                rarely() ? random.nextInt(1001) : Task.USUAL_PRIORITY,
                range(extent));
    }

    private @Nullable EstimateRange range(TaskExtent extent) {
        long minutes = switch (extent) {
            case TaskExtent.ByEffort(var effort) -> effort.personMinutes();
            case TaskExtent.ByWorkingTime(var duration) -> duration.minutes();
            case TaskExtent.ByElapsedTime(var elapsed) -> elapsed.toMinutes();
            default -> 0;
        };
        if (minutes < 2 || minutes % 5 > 0) return null;
        return new EstimateRange(1 + minutes / 3, minutes + 1 + minutes / 7);
    }

    private TaskExtent extent() {
        return switch (random.nextInt(6)) {
            case 0, 1 -> new TaskExtent.ByEffort(new Effort(random.nextInt(100_000)));
            case 2 -> new TaskExtent.ByWorkingTime(new WorkingDuration(random.nextInt(100_000)));
            case 3 -> new TaskExtent.ByElapsedTime(Duration.ofMinutes(random.nextInt(100_000)));
            case 4 -> new TaskExtent.Milestone();
            default -> new TaskExtent.Summary();
        };
    }

    private Assignment assignment() {
        var who = people.isEmpty() || rarely()
                ? new Who.AnyoneWith(oneOf(TEXTS))
                : new Who.Named(oneOf(people).id());
        return new Assignment(who, 1 + random.nextInt(300), rarely() ? new Effort(random.nextInt(9999)) : null);
    }

    private Window window() {
        var from = instant();
        return new Window(from, from.plus(Duration.ofMinutes(1 + random.nextInt(9999))));
    }

    private Booking booking() {
        var window = window();
        return new Booking(
                oneOf(people).id(),
                1 + random.nextInt(200),
                window.fromInclusive(),
                window.toExclusive(),
                oneOf(TEXTS));
    }

    private Progress progress() {
        var window = window();
        return new Progress(
                window.fromInclusive(),
                rarely() ? window.toExclusive() : null,
                rarely() ? new WorkingDuration(random.nextInt(9999)) : null);
    }

    private List<Link> links() {
        if (tasks.isEmpty()) return List.of();
        return IntStream.range(0, random.nextInt(12))
                .mapToObj(_ -> new Link(oneOf(tasks).id(), oneOf(tasks).id(), oneOf(List.of(LinkType.values())), lag()))
                .sorted((a, b) -> tasks.size() % 2 == 0 ? 0 : a.successor().compareTo(b.successor()))
                .toList();
    }

    private Lag lag() {
        return switch (random.nextInt(4)) {
            case 0 -> Lag.NONE;
            case 1 -> new Lag.Working(random.nextInt(2001) - 1000);
            case 2 -> new Lag.Elapsed(random.nextInt(20_001) - 10_000);
            default -> new Lag.Percent(random.nextInt(301) - 150);
        };
    }

    /// Round the two nights of 2027 in which clocks change, and elsewhere.
    private Instant instant() {
        var nearby = oneOf(List.of("2027-03-28T00:00:00Z", "2027-10-31T00:00:00Z", "2027-01-11T08:00:00Z"));
        return Instant.parse(nearby).plus(Duration.ofMinutes(random.nextInt(600) - 300));
    }

    private boolean rarely() {
        return random.nextInt(4) == 0;
    }

    private <T> T oneOf(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }
}
