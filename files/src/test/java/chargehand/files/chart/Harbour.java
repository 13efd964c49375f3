package chargehand.files.chart;

import chargehand.engine.explain.Cause;
import chargehand.engine.explain.Reason;
import chargehand.engine.forecast.Forecast;
import chargehand.engine.forecast.Forecast.Chance;
import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.ScheduledAssignment;
import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Deadline;
import chargehand.engine.plan.Finding;
import chargehand.engine.plan.FindingCode;
import chargehand.engine.plan.Link;
import chargehand.engine.plan.LinkType;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Progress;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.ResourceId;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.TaskId;
import chargehand.engine.time.WorkingCalendar;
import chargehand.engine.time.WorkingDuration;
import chargehand.files.NotCarriedOver;
import chargehand.files.Planned;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Planned projects to draw: each task after its predecessors and after the last one of whoever does it, with
/// chances
/// that widen as the project goes on. A stand-in for the engine that shares nothing with it.
final class Harbour {
    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final int DAY = 480;

    private final WorkingCalendar calendar;
    private final Instant start;
    private final String name;
    private final List<Task> tasks = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Resource> resources = new ArrayList<>();
    private final Map<TaskId, Integer> minutes = new HashMap<>();

    private Harbour(String name, LocalDateTime start, LocalDate... daysOff) {
        this.name = name;
        this.start = start.atZone(ZONE).toInstant();
        calendar = WorkingCalendar.officeHours("base", ZONE).daysOff("office", daysOff);
    }

    /// A patient app of 31 tasks with everything that a chart can show.
    static Planned patientApp() {
        var plan = new Harbour(
                "Patient app",
                LocalDateTime.of(2027, 1, 11, 9, 0),
                LocalDate.of(2027, 3, 26),
                LocalDate.of(2027, 3, 29));
        for (var person : List.of("Ada", "Bram", "Chidi", "Dewi", "Edda")) plan.resources.add(Resource.person(person));
        plan.resources.add(Resource.pool("Ward staff", 6));
        plan.summary("1", null, "Patient app")
                .summary("1.1", "1", "Agree the scope")
                .finished("1.1.1", "1.1", "Workshops with ward staff", 5, "Ada")
                .finished("1.1.2", "1.1", "Sign-in and consent rules", 6, "Edda")
                .finished("1.1.3", "1.1", "Scope signed", 0, null, "1.1.1", "1.1.2")
                .summary("1.2", "1", "Interfaces to the hospital")
                .task("1.2.1", "1.2", "Patient index interface", 8, "Bram", "1.1.3")
                .task("1.2.2", "1.2", "Appointments interface", 7, "Bram", "1.2.1")
                .task("1.2.3", "1.2", "Lab results interface", 11, "Chidi", "1.1.3")
                .task("1.2.4", "1.2", "Lab test data", 2, "Ward staff", "1.1.3")
                .summary("1.3", "1", "App")
                .task("1.3.1", "1.3", "Sign-in with national ID", 9, "Edda", "1.1.3")
                .task("1.3.2", "1.3", "Consent records", 6, "Chidi", "1.2.3")
                .task("1.3.3", "1.3", "Appointments pages", 8, "Dewi", "1.1.3")
                .task("1.3.4", "1.3", "Lab result pages", 7, "Dewi", "1.3.3", "1.2.4")
                .task("1.3.5", "1.3", "Messages to the ward", 5, "Bram", "1.2.2")
                .task("1.3.6", "1.3", "Accessibility pass", 4, "Ada", "1.3.3")
                .summary("1.4", "1", "Prove it")
                .task("1.4.1", "1.4", "Integration tests", 5, "Ada", "1.3.2", "1.3.1", "1.2.2")
                .task("1.4.2", "1.4", "Penetration test", 4, "Edda", "1.3.1")
                .task("1.4.3", "1.4", "Load test", 3, "Bram", "1.3.5")
                .task("1.4.4", "1.4", "Fix what the tests find", 4, "Chidi", "1.4.1", "1.4.2")
                .task("1.4.5", "1.4", "Clinical safety sign-off", 0, null, "1.4.4", "1.3.4")
                .summary("1.5", "1", "Go live")
                .task("1.5.1", "1.5", "Train ward champions", 3, "Ward staff", "1.3.4")
                .task("1.5.2", "1.5", "Move the pilot ward", 3, "Bram", "1.4.5", "1.4.3")
                .task("1.5.3", "1.5", "Go-live", 0, null, "1.5.2", "1.5.1")
                .task("1.5.4", "1.5", "Support, first two weeks", 10, "Chidi", "1.5.3")
                .summary("1.6", "1", "Hand over")
                .task("1.6.1", "1.6", "Run book and on-call", 6, "Edda", "1.4.2")
                .task("1.6.2", "1.6", "Close the project", 1, "Ada", "1.6.1", "1.5.4");
        plan.links.add(Link.of("1.5.1", "1.6.1", LinkType.SS, chargehand.engine.plan.Lag.NONE));
        plan.promise("1.3.4", LocalDate.of(2027, 3, 5), "the wards");
        plan.promise("1.5.3", LocalDate.of(2027, 3, 24), "Northgate Hospital");
        plan.promise("1.6.2", LocalDate.of(2027, 4, 23), "Northgate Hospital");
        plan.pin("1.4.2", LocalDateTime.of(2027, 3, 1, 9, 0));
        return plan.planned(LocalDateTime.of(2027, 2, 2, 11, 0));
    }

    /// As many tasks as asked for, in summaries of eight, done by a team of 20.
    static Planned large(int count) {
        var plan = new Harbour("Harbour data centre", LocalDateTime.of(2027, 1, 4, 9, 0));
        for (int i = 1; i <= 20; i++) plan.resources.add(Resource.person("Crew " + i));
        String phase = "";
        for (int i = 0; i < count; i++) {
            if (i % 9 == 0) {
                phase = Integer.toString(i / 9 + 1);
                plan.summary(phase, null, "Hall " + phase);
                continue;
            }
            var id = phase + "." + i % 9;
            var before = i % 9 > 1 ? phase + "." + (i % 9 - 1) : i > 20 ? (i / 9 - 1) + "." + (i % 5 + 1) : null;
            var who = "Crew " + (i * 7 % 20 + 1);
            if (before == null) plan.task(id, phase, "Rack and cable row " + i, 1 + i % 4, who);
            else plan.task(id, phase, "Rack and cable row " + i, 1 + i % 4, who, before);
        }
        return plan.planned(null);
    }

    /// A plan of that many tasks in one chain, each of that many working minutes.
    static Planned chain(int count, int minutesEach) {
        var plan = new Harbour("Cut-over", LocalDateTime.of(2027, 1, 4, 9, 0));
        plan.resources.add(Resource.person("Ada"));
        for (int i = 1; i <= count; i++) {
            if (i == 1) plan.task("1", null, "Step 1", 1, "Ada");
            else plan.task(Integer.toString(i), null, "Step " + i, 1, "Ada", Integer.toString(i - 1));
            plan.minutes.put(new TaskId(Integer.toString(i)), minutesEach);
        }
        return plan.planned(null);
    }

    /// One task of three days with that name.
    static Planned named(String name) {
        var plan = new Harbour(name, LocalDateTime.of(2027, 1, 4, 9, 0));
        plan.resources.add(Resource.person(name.isBlank() ? "Ada" : name.substring(0, Math.min(200, name.length()))));
        plan.task("1", null, name, 3, plan.resources.getFirst().name());
        return plan.planned(null);
    }

    static Planned empty() {
        return new Harbour("Nothing yet", LocalDateTime.of(2027, 1, 4, 9, 0)).planned(null);
    }

    private Harbour summary(String id, @Nullable String parent, String title) {
        add(Task.of(id, title, new TaskExtent.Summary()), parent);
        return this;
    }

    private Harbour task(
            String id, @Nullable String parent, String title, int days, @Nullable String who, String... after) {
        var extent = days == 0
                ? new TaskExtent.Milestone()
                : new TaskExtent.ByWorkingTime(WorkingDuration.ofMinutes(days * DAY));
        minutes.put(new TaskId(id), days * DAY);
        add(Task.of(id, title, extent).withAssignments(who == null ? List.of() : List.of(Assignment.of(who))), parent);
        for (var predecessor : after) links.add(Link.of(predecessor, id));
        return this;
    }

    private Harbour finished(String id, String parent, String title, int days, @Nullable String who, String... after) {
        task(id, parent, title, days, who, after);
        edit(id, task -> task.withProgress(new Progress(start, start, null)));
        return this;
    }

    private void promise(String id, LocalDate by, String to) {
        edit(
                id,
                task -> task.withDeadline(
                        new Deadline(by.atTime(18, 0).atZone(ZONE).toInstant(), to)));
    }

    private void pin(String id, LocalDateTime at) {
        edit(id, task -> task.withPinnedStart(at.atZone(ZONE).toInstant()));
    }

    private void add(Task task, @Nullable String parent) {
        tasks.add(task.withWbs(task.id().value()).withParent(parent == null ? null : new TaskId(parent)));
    }

    private void edit(String id, java.util.function.UnaryOperator<Task> change) {
        tasks.replaceAll(task -> task.id().value().equals(id) ? change.apply(task) : task);
    }

    private Planned planned(@Nullable LocalDateTime now) {
        var starts = new HashMap<TaskId, Instant>();
        var ends = new HashMap<TaskId, Instant>();
        var freeFrom = new HashMap<String, Instant>();
        var reasons = new HashMap<TaskId, Reason>();
        var followers = new HashMap<TaskId, List<TaskId>>();
        var lastOf = new HashMap<String, TaskId>();
        for (var task : tasks) {
            if (task.isSummary()) continue;
            var at = start;
            Cause cause = new Cause.PlanStart(start);
            for (var link : links) {
                if (!link.successor().equals(task.id())) continue;
                followers
                        .computeIfAbsent(link.predecessor(), _ -> new ArrayList<>())
                        .add(task.id());
                var moment = (link.type() == LinkType.SS ? starts : ends).getOrDefault(link.predecessor(), start);
                if (!moment.isBefore(at)) cause = new Cause.Waits(link.predecessor(), link.type(), moment, false);
                at = moment.isAfter(at) ? moment : at;
            }
            for (var assignment : task.assignments()) {
                var who = ((chargehand.engine.plan.Who.Named) assignment.who())
                        .resource()
                        .value();
                var free = freeFrom.getOrDefault(who, start);
                var last = lastOf.get(who);
                if (last != null)
                    followers.computeIfAbsent(last, _ -> new ArrayList<>()).add(task.id());
                if (free.isAfter(at) && last != null) {
                    cause = new Cause.Busy(new ResourceId(who), last, free);
                    at = free;
                }
                lastOf.put(who, task.id());
            }
            var pinned = task.pinnedStart();
            if (pinned != null) {
                at = pinned;
                cause = new Cause.Pinned(pinned);
            }
            int length = minutes.getOrDefault(task.id(), 0);
            if (length > 0) at = WorkingTime.after(calendar, at, 1).minus(Duration.ofMinutes(1));
            var end = WorkingTime.after(calendar, at, length);
            starts.put(task.id(), at);
            ends.put(task.id(), end);
            for (var assignment : task.assignments())
                freeFrom.put(
                        ((chargehand.engine.plan.Who.Named) assignment.who())
                                .resource()
                                .value(),
                        end);
            reasons.put(task.id(), new Reason(task.id(), List.of(cause)));
        }
        var finish = ends.values().stream().max(Instant::compareTo).orElse(start);
        var slack = slack(finish, starts, ends, followers);
        var scheduled = new ArrayList<ScheduledTask>();
        var chances = new ArrayList<Chance>();
        var written = new ArrayList<Task>();
        for (var task : tasks) {
            if (task.isSummary()) {
                var beneath = beneath(task.id());
                var from = beneath.stream()
                        .map(starts::get)
                        .min(Instant::compareTo)
                        .orElse(start);
                var to = beneath.stream().map(ends::get).max(Instant::compareTo).orElse(start);
                scheduled.add(new ScheduledTask(task.id(), from, to, List.of(), WorkingDuration.NONE, false));
                chances.add(beneath.stream().allMatch(this::isFinished) ? Chance.certain(to) : chance(to, 4 * 480));
                var first = beneath.stream().findFirst().orElse(task.id());
                reasons.put(task.id(), new Reason(task.id(), List.of(new Cause.FirstBeneath(first))));
                written.add(task);
                continue;
            }
            var from = starts.getOrDefault(task.id(), start);
            var to = ends.getOrDefault(task.id(), start);
            int free = slack.getOrDefault(task.id(), 0);
            scheduled.add(new ScheduledTask(
                    task.id(),
                    from,
                    to,
                    task.assignments().stream()
                            .map(each -> new ScheduledAssignment(
                                    ((chargehand.engine.plan.Who.Named) each.who()).resource(), each.units(), from, to))
                            .toList(),
                    WorkingDuration.ofMinutes(free),
                    free == 0));
            var progress = task.progress();
            boolean done = progress != null;
            boolean begun = now != null && from.isBefore(now.atZone(ZONE).toInstant()) && !done;
            chances.add(done ? Chance.certain(to) : chance(to, minutes.getOrDefault(task.id(), 0)));
            written.add(
                    done
                            ? task.withProgress(new Progress(from, to, null))
                            : begun ? task.withProgress(new Progress(from, null, null)) : task);
        }
        var plan = new Plan(name, ZONE, start, "office", List.of(calendar), resources, written, links, List.of());
        var findings = tasks.size() < 20
                ? List.<Finding>of()
                : List.of(
                        new Finding(
                                FindingCode.DEADLINE_AT_RISK,
                                List.of(tasks.get(14).id()),
                                Map.of()),
                        new Finding(
                                FindingCode.NOBODY_ASSIGNED,
                                List.of(tasks.get(4).id()),
                                Map.of()));
        var bound = start.plus(Duration.between(start, finish).multipliedBy(96).dividedBy(100));
        var result = new Calendar(start, finish, scheduled, bound, 2000, 1, false, findings);
        return new Planned(
                plan,
                result,
                new Forecast(chances, chance(finish, 4 * 480), 500, 1),
                written.stream().map(task -> reasons.get(task.id())).toList(),
                tasks.size() < 20
                        ? List.of()
                        : List.of(new NotCarriedOver("cost resource 'Travel'", "Costs are left out of the plan.", 2)),
                now == null ? null : now.atZone(ZONE).toInstant());
    }

    private boolean isFinished(TaskId id) {
        return tasks.stream().anyMatch(task -> task.id().equals(id) && task.progress() != null);
    }

    private List<TaskId> beneath(TaskId summary) {
        return tasks.stream()
                .filter(task -> !task.isSummary() && task.id().value().startsWith(summary.value() + "."))
                .map(Task::id)
                .toList();
    }

    /// Skewed to the late side; wider for longer work and later in the project.
    private Chance chance(Instant finish, int length) {
        double spread =
                0.18 * length * 60 + 0.05 * Duration.between(start, finish).toSeconds();
        return new Chance(
                finish.minusSeconds((long) (0.9 * spread)),
                finish.minusSeconds((long) (0.6 * spread)),
                finish,
                finish.plusSeconds((long) (0.75 * spread)),
                finish.plusSeconds((long) (1.2 * spread)),
                finish.plusSeconds((long) (2.3 * spread)));
    }

    private Map<TaskId, Integer> slack(
            Instant finish,
            Map<TaskId, Instant> starts,
            Map<TaskId, Instant> ends,
            Map<TaskId, List<TaskId>> followers) {
        var slack = new HashMap<TaskId, Integer>();
        for (var task : tasks.reversed()) {
            if (task.isSummary()) continue;
            var end = ends.getOrDefault(task.id(), start);
            int free = (int) WorkingTime.between(calendar, end, finish);
            for (var next : followers.getOrDefault(task.id(), List.of())) {
                var gap = WorkingTime.between(calendar, end, starts.getOrDefault(next, finish));
                free = (int) Math.min(free, gap + slack.getOrDefault(next, 0));
            }
            slack.put(task.id(), free);
        }
        return slack;
    }
}
