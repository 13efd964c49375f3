package chargehand.server.work;

import chargehand.engine.forecast.Forecast.Chance;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.people.WorkingTimes;
import chargehand.server.planning.OwnTask;
import chargehand.server.planning.OwnTasks;
import chargehand.server.planning.OwnTasks.Waiting;
import chargehand.server.planning.TaskKey;
import chargehand.server.work.AroundWork.Around;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Reads what is somebody's to do, without loading a plan.
@Service
class MyWorkReading {
    private static final int DAYS = 14;
    /// So many days back somebody's time is read at once, for most of what they have begun.
    private static final int DAYS_BACK = 31;
    /// Tasks of which is told what waits for them; who has more has enough to read.
    private static final int MOST_DETAILED = 40;
    /// What was booked to end longer ago than that was forgotten rather than worked on.
    private static final Duration OLDEST = Duration.ofDays(400);

    private final OwnTasks tasks;
    private final WorkingTimes times;
    private final Outlook outlook;
    private final AroundWork around;
    private final OwnMeetings meetings;
    private final PaceReading paces;
    private final Clock clock;

    MyWorkReading(
            OwnTasks tasks,
            WorkingTimes times,
            Outlook outlook,
            AroundWork around,
            OwnMeetings meetings,
            PaceReading paces,
            Clock clock) {
        this.tasks = tasks;
        this.times = times;
        this.outlook = outlook;
        this.around = around;
        this.meetings = meetings;
        this.paces = paces;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    MyWork of(Caller caller) {
        var now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        var person = caller.person();
        if (person == null) return nobodys(caller, now);
        var today = LocalDate.ofInstant(now, ZoneId.of("Etc/UTC"));
        var team = times.of(Set.of(person), today.minusDays(DAYS_BACK), today.plusDays(DAYS + 1));
        if (team.resources().isEmpty()) return nobodys(caller, now);
        var calendarId = team.resources().getFirst().calendar();
        var calendar = team.calendars().stream()
                .filter(each -> each.id().equals(calendarId))
                .findFirst()
                .orElseThrow();
        var first = LocalDate.ofInstant(now, calendar.zone());
        var begin = first.atStartOfDay(calendar.zone()).toInstant();
        var own = tasks.of(person, caller.where(Permission.PLAN_SEE), begin, now.minus(OLDEST));
        var more = more(caller, own, now);
        var pace = paces.of(person, own, now, new PaceReading.Known(team, today.minusDays(DAYS_BACK)));
        var halves = new HalfDays(calendar, team.taken(), first, DAYS);
        var end = first.plusDays(DAYS).atStartOfDay(calendar.zone()).toInstant();
        return new MyWork(
                now,
                calendar.zone().getId(),
                first,
                person,
                items(person, own, now, more, pace),
                days(halves, new HalfDays(calendar, team.away(), first, DAYS), own, begin, first, calendar.zone()),
                (int) own.stream().filter(each -> !each.start().isBefore(end)).count(),
                more.around().owned(person),
                more.around().complications(),
                more.around().mentions(),
                meetings.among(caller, team.appointments(), begin, end));
    }

    private MyWork nobodys(Caller caller, Instant now) {
        var zone = times.ofCompany(LocalDate.EPOCH, LocalDate.EPOCH).zone();
        var around = this.around.of(caller, now, List.of(), Set.of());
        return new MyWork(
                now,
                zone.getId(),
                LocalDate.ofInstant(now, zone),
                null,
                List.of(),
                List.of(),
                0,
                List.of(),
                around.complications(),
                around.mentions(),
                List.of());
    }

    /// What is told of the first tasks beside the tasks themselves.
    ///
    /// @param after what waits for each
    private record More(
            Map<UUID, Outlook.Outlooks> outlooks,
            Map<TaskKey, List<Waiting>> after,
            Map<TaskKey, List<MyWork.WaitsFor>> waitsFor,
            Around around) {}

    private More more(Caller caller, List<OwnTask> own, Instant now) {
        var detailed =
                own.stream().filter(each -> !each.isDone()).limit(MOST_DETAILED).toList();
        var keys = detailed.stream().map(OwnTask::key).toList();
        var after = tasks.after(keys);
        var around = this.around.of(caller, now, keys, people(after.values()));
        return new More(
                outlook.of(detailed.stream().map(OwnTask::project).collect(Collectors.toSet())),
                after,
                waitsFor(around.needs(), keys),
                around);
    }

    private static List<MyWork.Item> items(
            UUID person, List<OwnTask> own, Instant now, More more, Map<TaskKey, Pace> pace) {
        var items = new ArrayList<MyWork.Item>();
        for (var each : own) {
            var outlook = more.outlooks().getOrDefault(each.project(), Outlook.Outlooks.NONE);
            var next = more.after().getOrDefault(each.key(), List.of()).stream()
                    .map(waiting -> next(waiting, person, more.around().names(), outlook))
                    .toList();
            var waits = more.waitsFor().getOrDefault(each.key(), List.of());
            items.add(item(each, now, outlook, next, waits, pace.get(each.key())));
        }
        return items;
    }

    private static Set<UUID> people(Iterable<List<Waiting>> waiting) {
        var ids = new HashSet<UUID>();
        for (var each : waiting) for (var task : each) ids.addAll(task.people());
        return ids;
    }

    private static MyWork.Next next(Waiting task, UUID person, Map<UUID, String> names, Outlook.Outlooks known) {
        var others = task.people().stream()
                .filter(each -> !each.equals(person))
                .map(names::get)
                .filter(Objects::nonNull)
                .toList();
        return new MyWork.Next(
                task.task(),
                task.name(),
                task.start(),
                others,
                task.people().contains(person),
                task.milestone(),
                promise(task.by(), task.promisedTo(), known.kept().get(task.task())));
    }

    private static MyWork.@Nullable Promise promise(
            @Nullable Instant by, @Nullable String promisedTo, @Nullable Double chance) {
        return by == null ? null : new MyWork.Promise(by, promisedTo, chance);
    }

    private static Map<TaskKey, List<MyWork.WaitsFor>> waitsFor(List<NeedView> needs, List<TaskKey> tasks) {
        var all = new HashMap<TaskKey, List<MyWork.WaitsFor>>();
        for (var each : tasks) all.put(each, new ArrayList<>());
        for (var need : needs) {
            var its = all.get(new TaskKey(need.project(), need.task()));
            if (its == null) continue;
            var who = need.owner() == null ? null : need.owner().name();
            boolean late = need.late() || need.overdue();
            its.add(new MyWork.WaitsFor(need.what(), who, need.due(), late, need.waitingSince() != null));
        }
        return all;
    }

    private static MyWork.Item item(
            OwnTask task,
            Instant now,
            Outlook.Outlooks known,
            List<MyWork.Next> next,
            List<MyWork.WaitsFor> waitsFor,
            @Nullable Pace pace) {
        var progress = task.progress();
        var remaining = progress == null ? null : progress.remaining();
        var deadline = task.deadline();
        return new MyWork.Item(
                task.project(),
                task.projectName(),
                task.version(),
                task.task(),
                task.name(),
                task.above(),
                state(task, now),
                task.start(),
                task.finish(),
                task.minutes(),
                task.fixed(),
                progress == null ? null : progress.started(),
                progress == null ? null : progress.finished(),
                remaining == null ? null : remaining.minutes(),
                task.isDone() ? null : moments(known.chances().get(task.task())),
                deadline == null
                        ? null
                        : promise(
                                deadline.by(),
                                deadline.promisedTo(),
                                known.kept().get(task.task())),
                next,
                waitsFor,
                pace);
    }

    private static MyWork.State state(OwnTask task, Instant now) {
        if (task.isDone()) return MyWork.State.done;
        if (!task.finish().isAfter(now)) return MyWork.State.overdue;
        return task.progress() == null ? MyWork.State.planned : MyWork.State.begun;
    }

    static @Nullable List<Instant> moments(@Nullable Chance chance) {
        if (chance == null) return null;
        return List.of(chance.p2(), chance.p10(), chance.p50(), chance.p80(), chance.p90(), chance.p98());
    }

    /// @param present the same halves, with what meetings take
    private static List<MyWork.Day> days(
            HalfDays halves, HalfDays present, List<OwnTask> own, Instant begin, LocalDate first, ZoneId zone) {
        var days = new ArrayList<MyWork.Day>();
        for (int i = 0; i < DAYS; i++) {
            var date = first.plusDays(i);
            var its = halves.on(date);
            var slots = slots(halves, its, own, begin, date, zone);
            boolean away = !its.isEmpty() && minutes(present.on(date)) == 0;
            if (!slots.isEmpty() || !its.isEmpty()) days.add(new MyWork.Day(date, minutes(its), away, slots));
        }
        return days;
    }

    private static int minutes(List<HalfDays.Half> halves) {
        return halves.stream().mapToInt(HalfDays.Half::minutes).sum();
    }

    private static List<MyWork.Slot> slots(
            HalfDays halves, List<HalfDays.Half> day, List<OwnTask> own, Instant begin, LocalDate date, ZoneId zone) {
        var slots = new ArrayList<MyWork.Slot>();
        for (var half : day)
            for (var task : own) {
                if (task.fixed()) continue;
                var from = task.start().isBefore(begin) ? begin : task.start();
                int minutes = halves.within(half, from, task.finish()) * Math.min(100, task.units()) / 100;
                if (minutes > 0)
                    slots.add(new MyWork.Slot(half.part(), task.project(), task.task(), minutes, null, null));
            }
        for (var task : own) if (task.fixed()) addFixed(task, date, zone, slots);
        return slots;
    }

    /// Windows are kept whatever the working week says.
    private static void addFixed(OwnTask task, LocalDate date, ZoneId zone, List<MyWork.Slot> slots) {
        var from = later(task.start(), date.atStartOfDay(zone).toInstant());
        var to = earlier(task.finish(), date.plusDays(1).atStartOfDay(zone).toInstant());
        if (!from.isBefore(to)) return;
        var part = from.atZone(zone).getHour() < 13 ? HalfDays.Part.morning : HalfDays.Part.afternoon;
        int minutes = (int) Duration.between(from, to).toMinutes();
        slots.add(new MyWork.Slot(part, task.project(), task.task(), minutes, from, to));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
