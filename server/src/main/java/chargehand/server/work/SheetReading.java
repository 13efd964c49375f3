package chargehand.server.work;

import chargehand.engine.time.WorkingCalendar;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.people.People;
import chargehand.server.people.Person;
import chargehand.server.people.TeamTimes;
import chargehand.server.people.WorkingTimes;
import chargehand.server.planning.OwnTask;
import chargehand.server.planning.OwnTasks;
import chargehand.server.planning.Project;
import chargehand.server.planning.Projects;
import chargehand.server.planning.TaskKey;
import chargehand.server.shared.Problem;
import chargehand.server.work.Sheet.Line;
import chargehand.server.work.Sheet.Revision;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Reads week sheets, with what the calendar had for the week.
@Service
class SheetReading {
    private static final int WEEKS_SHOWN = 12;
    private static final int WEEKS_OF_CODES = 26;

    private final Sheets sheets;
    private final SheetRights rights;
    private final OwnTasks tasks;
    private final WorkingTimes times;
    private final People people;
    private final Projects projects;
    private final Clock clock;

    SheetReading(
            Sheets sheets,
            SheetRights rights,
            OwnTasks tasks,
            WorkingTimes times,
            People people,
            Projects projects,
            Clock clock) {
        this.sheets = sheets;
        this.rights = rights;
        this.tasks = tasks;
        this.times = times;
        this.people = people;
        this.projects = projects;
        this.clock = clock;
    }

    /// A sheet with whose it is.
    record Known(Person person, Sheet sheet) {}

    /// One that nobody has begun is an empty one.
    ///
    /// @throws Problem 422 for a day that is no Monday, 404 for whoever neither tells nor approves it
    Known find(Caller caller, UUID id, LocalDate week) {
        var person = people.find(id).orElseThrow(Problem::notFound);
        if (week.getDayOfWeek() != DayOfWeek.MONDAY)
            throw Problem.invalid("week", "A week is named by its Monday, and %s is none.".formatted(week));
        var sheet = sheets.find(id, week).orElseGet(() -> Sheet.first(id, week));
        rights.needSeen(caller, person, sheet);
        return new Known(person, sheet);
    }

    /// The day that it is for the person.
    LocalDate today(Person person) {
        var day = LocalDate.ofInstant(clock.instant(), ZoneId.of("Etc/UTC"));
        var team = times.of(Set.of(person.id()), day, day);
        var zone = team.calendars().isEmpty()
                ? ZoneId.of("Etc/UTC")
                : calendar(team).zone();
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private static WorkingCalendar calendar(TeamTimes team) {
        var id = team.resources().getFirst().calendar();
        return team.calendars().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Transactional(readOnly = true)
    SheetView view(Caller caller, Known known) {
        var sheet = known.sheet();
        var person = known.person();
        var week = sheet.week();
        var team = times.of(Set.of(person.id()), week.minusDays(1), week.plusDays(8));
        var calendar = calendar(team);
        var halves = new HalfDays(calendar, team.away(), week, Sheet.DAYS);
        var seen = projects.all(caller.where(Permission.WORK_SEE)).stream()
                .collect(Collectors.toMap(Project::id, Project::name));
        return new SheetView(
                person.id(),
                person.name(),
                week,
                calendar.zone().getId(),
                LocalDate.ofInstant(clock.instant(), calendar.zone()),
                sheet.state(),
                sheet.approved() > 0,
                sheet.isCorrection(),
                sheet.version(),
                days(halves, week),
                sheet.lines().stream().map(each -> line(each, seen)).toList(),
                planned(caller, sheet, halves, calendar.zone()),
                revisions(sheet),
                sheets.codes(week.minusWeeks(WEEKS_OF_CODES)),
                rights.tells(caller, person),
                rights.approves(caller, person, sheet));
    }

    private static List<SheetView.Day> days(HalfDays halves, LocalDate week) {
        var days = new ArrayList<SheetView.Day>();
        for (int i = 0; i < Sheet.DAYS; i++) {
            var date = week.plusDays(i);
            var its = halves.all().stream()
                    .filter(each -> each.date().equals(date))
                    .toList();
            int minutes = its.stream().mapToInt(HalfDays.Half::minutes).sum();
            days.add(new SheetView.Day(date, minutes, !its.isEmpty() && minutes == 0));
        }
        return days;
    }

    private static SheetView.LineView line(Line line, Map<UUID, String> seen) {
        return new SheetView.LineView(
                line.project(),
                line.project() == null ? null : seen.get(line.project()),
                line.task(),
                line.name(),
                line.code(),
                line.note(),
                line.minutes());
    }

    private List<SheetView.Planned> planned(Caller caller, Sheet sheet, HalfDays halves, ZoneId zone) {
        if (sheet.state() != Sheet.State.open) return List.of();
        var begin = sheet.week().atStartOfDay(zone).toInstant();
        var end = sheet.week().plusDays(Sheet.DAYS).atStartOfDay(zone).toInstant();
        var told = sheet.lines().stream()
                .filter(each -> each.project() != null)
                .map(SheetReading::key)
                .collect(Collectors.toSet());
        var own = tasks.of(sheet.person(), caller.where(Permission.PLAN_SEE), begin, begin).stream()
                .filter(each -> each.start().isBefore(end) && !told.contains(each.key()))
                .toList();
        var codes = new HashMap<TaskKey, String>();
        for (var each :
                sheets.lastCodes(own.stream().map(OwnTask::project).distinct().toList()))
            codes.put(new TaskKey(each.project(), each.task()), each.code());
        return own.stream()
                .map(each -> planned(each, halves, sheet.week(), begin, codes.get(each.key())))
                .filter(each -> each.minutes().stream().anyMatch(minutes -> minutes > 0))
                .toList();
    }

    private static TaskKey key(Line line) {
        return new TaskKey(Objects.requireNonNull(line.project()), Objects.requireNonNull(line.task()));
    }

    private static SheetView.Planned planned(
            OwnTask task, HalfDays halves, LocalDate week, Instant begin, @Nullable String code) {
        var minutes = new Integer[Sheet.DAYS];
        var from = task.start().isBefore(begin) ? begin : task.start();
        for (int i = 0; i < Sheet.DAYS; i++) {
            var date = week.plusDays(i);
            minutes[i] = halves.all().stream()
                            .filter(each -> each.date().equals(date))
                            .mapToInt(each -> halves.within(each, from, task.finish()))
                            .sum()
                    * Math.min(100, task.units())
                    / 100;
        }
        return new SheetView.Planned(
                task.project(), task.projectName(), task.task(), task.name(), code, List.of(minutes));
    }

    private List<SheetView.RevisionView> revisions(Sheet sheet) {
        var all = new ArrayList<SheetView.RevisionView>();
        List<Line> before = List.of();
        for (var each : sheets.revisions(sheet.person(), sheet.week())) {
            var lines = sheets.lines(sheet.person(), sheet.week(), each.number());
            all.add(revision(each, each.number() == 1 ? List.of() : changes(sheet.week(), before, lines)));
            before = lines;
        }
        return all;
    }

    private static SheetView.RevisionView revision(Revision of, List<SheetView.Change> changes) {
        return new SheetView.RevisionView(
                of.number(),
                of.reason(),
                by(of.begun()),
                by2(of.submitted()),
                by2(of.decided()),
                of.returned(),
                changes);
    }

    private static SheetView.By by(Need.Deed deed) {
        return new SheetView.By(deed.name(), deed.at());
    }

    private static SheetView.@Nullable By by2(Need.@Nullable Deed deed) {
        return deed == null ? null : by(deed);
    }

    /// What is told under one name and code belongs together.
    private record What(String name, @Nullable String code) {}

    private static List<SheetView.Change> changes(LocalDate week, List<Line> before, List<Line> after) {
        var sums = new LinkedHashMap<What, int[][]>();
        for (var each : before) add(sums, each, 0);
        for (var each : after) add(sums, each, 1);
        var changes = new ArrayList<SheetView.Change>();
        sums.forEach((what, both) -> {
            for (int day = 0; day < Sheet.DAYS; day++)
                if (both[0][day] != both[1][day])
                    changes.add(new SheetView.Change(
                            week.plusDays(day), what.name(), what.code(), both[0][day], both[1][day]));
        });
        return changes;
    }

    private static void add(Map<What, int[][]> sums, Line line, int side) {
        var sum = sums.computeIfAbsent(new What(line.name(), line.code()), any -> new int[2][Sheet.DAYS]);
        for (int day = 0; day < Sheet.DAYS; day++)
            sum[side][day] += line.minutes().get(day);
    }

    /// One's own of the last weeks, the newest first.
    List<SheetView.Head> own(Caller caller) {
        var person =
                caller.person() == null ? null : people.find(caller.person()).orElse(null);
        if (person == null) return List.of();
        var monday = today(person).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return sheets.of(person.id(), monday.minusWeeks(WEEKS_SHOWN)).stream()
                .map(each -> head(person, each))
                .toList();
    }

    /// What the caller can approve, the oldest week first.
    List<SheetView.Head> waiting(Caller caller) {
        var all = sheets.submitted();
        var persons = byId(all);
        return all.stream()
                .filter(each -> {
                    var person = persons.get(each.person());
                    return person != null && rights.approves(caller, person, each);
                })
                .map(each -> head(Objects.requireNonNull(persons.get(each.person())), each))
                .toList();
    }

    Map<UUID, Person> byId(List<Sheet> all) {
        return people.of(all.stream().map(Sheet::person).distinct().toList()).stream()
                .collect(Collectors.toMap(Person::id, each -> each));
    }

    private SheetView.Head head(Person person, Sheet sheet) {
        var last = sheets.revisions(sheet.person(), sheet.week()).getLast();
        return new SheetView.Head(
                person.id(),
                person.name(),
                sheet.week(),
                sheet.state(),
                sheet.isCorrection(),
                sheet.sum(),
                sheet.lines().stream().map(Line::name).distinct().toList(),
                by2(last.submitted()),
                last.returned());
    }
}
