package chargehand.server.work;

import chargehand.engine.forecast.Forecast.Chance;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.people.People;
import chargehand.server.people.Person;
import chargehand.server.people.WorkingTimes;
import chargehand.server.planning.OwnTask;
import chargehand.server.planning.OwnTasks;
import chargehand.server.planning.OwnTasks.Waiting;
import chargehand.server.planning.TaskKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
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
    private static final Duration MENTIONED = Duration.ofDays(7);
    /// What was booked to end longer ago than that was forgotten rather than worked on.
    private static final Duration OLDEST = Duration.ofDays(400);

    private final OwnTasks tasks;
    private final WorkingTimes times;
    private final People people;
    private final Outlook outlook;
    private final NeedReading needs;
    private final ComplicationReading complications;
    private final Comments comments;
    private final OwnMeetings meetings;
    private final PaceReading paces;
    private final Clock clock;

    MyWorkReading(
            OwnTasks tasks,
            WorkingTimes times,
            People people,
            Outlook outlook,
            NeedReading needs,
            ComplicationReading complications,
            Comments comments,
            OwnMeetings meetings,
            PaceReading paces,
            Clock clock) {
        this.tasks = tasks;
        this.times = times;
        this.people = people;
        this.outlook = outlook;
        this.needs = needs;
        this.complications = complications;
        this.comments = comments;
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
        var halves = new HalfDays(calendar, team.taken(), first, DAYS);
        var end = first.plusDays(DAYS).atStartOfDay(calendar.zone()).toInstant();
        return new MyWork(
                now,
                calendar.zone().getId(),
                first,
                person,
                items(caller, own, now, new PaceReading.Known(team, today.minusDays(DAYS_BACK))),
                days(halves, new HalfDays(calendar, team.away(), first, DAYS), own, begin, first, calendar.zone()),
                (int) own.stream().filter(each -> !each.start().isBefore(end)).count(),
                needs.owned(caller),
                complications.toldTo(caller),
                mentions(caller, now),
                meetings.of(caller, person, begin, end));
    }

    private MyWork nobodys(Caller caller, Instant now) {
        var zone = times.ofCompany(LocalDate.EPOCH, LocalDate.EPOCH).zone();
        return new MyWork(
                now,
                zone.getId(),
                LocalDate.ofInstant(now, zone),
                null,
                List.of(),
                List.of(),
                0,
                List.of(),
                complications.toldTo(caller),
                mentions(caller, now),
                List.of());
    }

    private List<MyWork.Mention> mentions(Caller caller, Instant now) {
        var said = comments.mentioning(caller.account(), now.minus(MENTIONED));
        var heads = tasks.heads(said.stream()
                .map(each -> new TaskKey(each.project(), each.task()))
                .toList());
        var mentions = new ArrayList<MyWork.Mention>();
        for (var each : said) {
            var head = heads.get(new TaskKey(each.project(), each.task()));
            if (head != null && caller.may(Permission.WORK_SEE, each.project(), head.client()))
                mentions.add(new MyWork.Mention(
                        each.project(),
                        head.projectName(),
                        each.task(),
                        head.name(),
                        each.text(),
                        each.name(),
                        each.at()));
        }
        return mentions;
    }

    private List<MyWork.Item> items(Caller caller, List<OwnTask> own, Instant now, PaceReading.Known known) {
        var person = Objects.requireNonNull(caller.person());
        var detailed =
                own.stream().filter(each -> !each.isDone()).limit(MOST_DETAILED).toList();
        var after = tasks.after(detailed.stream().map(OwnTask::key).toList());
        var names = names(after.values());
        var outlooks = this.outlook.of(detailed.stream().map(OwnTask::project).collect(Collectors.toSet()));
        var waitsFor = waitsFor(caller, detailed);
        var pace = paces.of(person, own, now, known);
        var items = new ArrayList<MyWork.Item>();
        for (var each : own) {
            var outlook = outlooks.getOrDefault(each.project(), Outlook.Outlooks.NONE);
            var next = after.getOrDefault(each.key(), List.of()).stream()
                    .map(waiting -> next(waiting, person, names, outlook))
                    .toList();
            var waits = waitsFor.getOrDefault(each.key(), List.of());
            items.add(item(each, now, outlook, next, waits, pace.get(each.key())));
        }
        return items;
    }

    private Map<UUID, String> names(Iterable<List<Waiting>> waiting) {
        var ids = new java.util.HashSet<UUID>();
        for (var each : waiting) for (var task : each) ids.addAll(task.people());
        if (ids.isEmpty()) return Map.of();
        return people.of(ids).stream().collect(Collectors.toMap(Person::id, Person::name));
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

    private Map<TaskKey, List<MyWork.WaitsFor>> waitsFor(Caller caller, List<OwnTask> own) {
        var all = new HashMap<TaskKey, List<MyWork.WaitsFor>>();
        for (var need : needs.ofTasks(caller, own.stream().map(OwnTask::key).toList())) {
            if (need.state() != Need.State.open) continue;
            var who = need.owner() == null ? null : need.owner().name();
            boolean late = need.late() || need.overdue();
            all.computeIfAbsent(new TaskKey(need.project(), need.task()), any -> new ArrayList<>())
                    .add(new MyWork.WaitsFor(need.what(), who, need.due(), late, need.waitingSince() != null));
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
