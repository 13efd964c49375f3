package chargehand.files.mpxj;

import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Lag;
import chargehand.engine.plan.Link;
import chargehand.engine.plan.LinkType;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.TaskId;
import chargehand.engine.time.Effort;
import chargehand.engine.time.TimeRange;
import chargehand.engine.time.WorkingCalendar;
import chargehand.engine.time.WorkingDuration;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/// Plans of two or three tasks at Harbour, each about one rule, from Monday, 11 January 2027, at 9:00 in
/// Berlin.
final class RulePlans {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final LocalDateTime START = LocalDateTime.of(2027, 1, 11, 9, 0);

    private static final WorkingCalendar OFFICE =
            WorkingCalendar.officeHours("office", BERLIN).daysOff("office", LocalDate.of(2027, 1, 20));
    private static final WorkingCalendar MORNINGS =
            WorkingCalendar.weekdays("mornings", BERLIN, TimeRange.ofHours(9, 13));
    private static final WorkingCalendar ALWAYS = WorkingCalendar.aroundTheClock("always", BERLIN);

    private RulePlans() {}

    /// A plan, and what it shows.
    record RulePlan(String name, Plan plan) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<RulePlan> all() {
        var all = new ArrayList<RulePlan>();
        links(all);
        lengths(all);
        holds(all);
        people(all);
        summaries(all);
        return all;
    }

    private static void links(List<RulePlan> all) {
        var lags = new LinkedHashMap<String, Lag>();
        lags.put("without lag", Lag.NONE);
        lags.put("with a day of lag", new Lag.Working(480));
        lags.put("with half a day of lag", new Lag.Working(240));
        lags.put("with a day of lead", new Lag.Working(-480));
        lags.put("with an elapsed day of lag", new Lag.Elapsed(1440));
        lags.put("with four elapsed days of lag", new Lag.Elapsed(5760));
        lags.put("with an elapsed day of lead", new Lag.Elapsed(-1440));
        lags.put("with half the predecessor as lag", new Lag.Percent(50));
        for (var type : LinkType.values()) {
            lags.forEach((name, lag) -> {
                add(all, type + " " + name, plan(pair(), Link.of("1", "2", type, lag)));
                add(
                        all,
                        type + " " + name + " after Friday",
                        plan(List.of(days("1", 5), days("2", 2)), Link.of("1", "2", type, lag)));
            });
            add(
                    all,
                    type + " to a milestone",
                    plan(List.of(days("1", 3), milestone("2")), Link.of("1", "2", type, Lag.NONE)));
            add(
                    all,
                    type + " from a milestone",
                    plan(
                            List.of(days("1", 3), milestone("2"), days("3", 1)),
                            Link.of("1", "2"),
                            Link.of("2", "3", type, Lag.NONE)));
        }
        add(
                all,
                "two predecessors",
                plan(List.of(days("1", 3), days("2", 4), days("3", 1)), Link.of("1", "3"), Link.of("2", "3")));
    }

    private static void lengths(List<RulePlan> all) {
        add(all, "hours over a lunch break", plan(List.of(task("1", working(300)))));
        add(all, "days over a weekend and a day off", plan(List.of(days("1", 8))));
        add(all, "elapsed days", plan(List.of(task("1", new TaskExtent.ByElapsedTime(Duration.ofDays(3))))));
        add(
                all,
                "elapsed days after work",
                plan(
                        List.of(days("1", 2), task("2", new TaskExtent.ByElapsedTime(Duration.ofDays(2)))),
                        Link.of("1", "2")));
        add(
                all,
                "work after elapsed days",
                plan(
                        List.of(task("1", new TaskExtent.ByElapsedTime(Duration.ofDays(5))), days("2", 1)),
                        Link.of("1", "2")));
        add(all, "a milestone at the end of a day", plan(List.of(days("1", 1), milestone("2")), Link.of("1", "2")));
        add(all, "a milestone alone", plan(List.of(milestone("1"))));
        add(all, "a task's own calendar", plan(List.of(days("1", 1).withCalendar("mornings"))));
        add(all, "a task's own calendar at night", plan(List.of(days("1", 3).withCalendar("always"))));
        add(
                all,
                "lag on the successor's calendar",
                plan(
                        List.of(days("1", 1), days("2", 1).withCalendar("mornings")),
                        Link.of("1", "2", LinkType.FS, new Lag.Working(480))));
    }

    private static void holds(List<RulePlan> all) {
        add(all, "not before a working time", plan(List.of(days("1", 1).withNotBefore(at(13, 11)))));
        add(all, "not before a Saturday", plan(List.of(days("1", 1).withNotBefore(at(16, 10)))));
        add(
                all,
                "not before, and held by a link",
                plan(List.of(days("1", 3), days("2", 1).withNotBefore(at(12, 9))), Link.of("1", "2")));
        add(
                all,
                "not before later than a link",
                plan(List.of(days("1", 1), days("2", 1).withNotBefore(at(14, 9))), Link.of("1", "2")));
        add(all, "pinned", plan(List.of(days("1", 1).withPinnedStart(at(14, 10)))));
        add(
                all,
                "pinned before its predecessor ends",
                plan(List.of(days("1", 3), days("2", 1).withPinnedStart(at(12, 9))), Link.of("1", "2")));
        add(
                all,
                "a deadline moves nothing",
                plan(List.of(days("1", 3).withDeadline(new chargehand.engine.plan.Deadline(at(12, 18), null)))));
    }

    private static void people(List<RulePlan> all) {
        add(all, "effort of one", plan(List.of(effort("1", 24, Assignment.of("ada")))));
        add(all, "effort of half a person", plan(List.of(effort("1", 8, Assignment.of("ada", 50)))));
        add(all, "effort shared by two", plan(List.of(effort("1", 32, Assignment.of("ada"), Assignment.of("chidi")))));
        add(
                all,
                "effort shared unevenly",
                plan(List.of(effort("1", 24, Assignment.of("ada"), Assignment.of("chidi", 50)))));
        add(all, "effort on one's own calendar", plan(List.of(effort("1", 8, Assignment.of("bram")))));
        add(
                all,
                "effort shared on two calendars",
                plan(List.of(effort("1", 16, Assignment.of("ada"), Assignment.of("bram")))));
        add(all, "effort without anyone", plan(List.of(effort("1", 24))));
        add(
                all,
                "effort on the task's calendar, too",
                plan(List.of(effort("1", 8, Assignment.of("ada")).withCalendar("mornings"))));
        add(
                all,
                "fixed length on one's own calendar",
                plan(List.of(days("1", 2).withAssignments(List.of(Assignment.of("bram"))))));
        add(
                all,
                "a link between two calendars",
                plan(
                        List.of(effort("1", 6, Assignment.of("ada")), effort("2", 8, Assignment.of("bram"))),
                        Link.of("1", "2")));
    }

    private static void summaries(List<RulePlan> all) {
        var phase = Task.of("1", "Phase", new TaskExtent.Summary());
        var inner = new TaskId("1");
        var beneath =
                List.of(phase, days("2", 2).withParent(inner), days("3", 3).withParent(inner));
        add(all, "a summary spans what is beneath", plan(beneath, Link.of("2", "3")));
        var next = Stream.concat(beneath.stream(), Stream.of(days("4", 1))).toList();
        add(all, "FS from a summary", plan(next, Link.of("1", "4")));
        add(all, "SS from a summary", plan(next, Link.of("1", "4", LinkType.SS, new Lag.Working(480))));
        var before = Stream.concat(Stream.of(days("4", 2)), beneath.stream()).toList();
        add(all, "FS to a summary", plan(before, Link.of("4", "1"), Link.of("2", "3")));
        add(all, "SS to a summary", plan(before, Link.of("4", "1", LinkType.SS, new Lag.Working(480))));
    }

    private static void add(List<RulePlan> all, String name, Plan plan) {
        all.add(new RulePlan(name, plan));
    }

    private static List<Task> pair() {
        return List.of(days("1", 3), days("2", 2));
    }

    private static Task days(String id, int days) {
        return task(id, working(days * 480));
    }

    static TaskExtent working(int minutes) {
        return new TaskExtent.ByWorkingTime(WorkingDuration.ofMinutes(minutes));
    }

    private static Task effort(String id, int hours, Assignment... assignments) {
        return task(id, new TaskExtent.ByEffort(Effort.ofHours(hours))).withAssignments(List.of(assignments));
    }

    private static Task milestone(String id) {
        return task(id, new TaskExtent.Milestone());
    }

    private static Task task(String id, TaskExtent extent) {
        return Task.of(id, "Task " + id, extent);
    }

    private static Instant at(int dayOfJanuary, int hour) {
        return LocalDateTime.of(2027, 1, dayOfJanuary, hour, 0).atZone(BERLIN).toInstant();
    }

    private static Plan plan(List<Task> tasks, Link... links) {
        return plan("Harbour", tasks, links);
    }

    static Plan plan(String name, List<Task> tasks, Link... links) {
        return new Plan(
                name,
                BERLIN,
                START.atZone(BERLIN).toInstant(),
                "office",
                List.of(OFFICE, MORNINGS, ALWAYS),
                List.of(
                        Resource.person("ada"),
                        Resource.person("bram").withCalendar("mornings"),
                        Resource.person("chidi")),
                tasks,
                List.of(links),
                List.of());
    }
}
