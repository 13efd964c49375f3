package chargehand.files.chart;

import chargehand.engine.explain.Explainer;
import chargehand.engine.forecast.Forecaster;
import chargehand.engine.levelling.Options;
import chargehand.engine.levelling.Scheduler;
import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Deadline;
import chargehand.engine.plan.Lag;
import chargehand.engine.plan.Link;
import chargehand.engine.plan.LinkType;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Progress;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.TaskId;
import chargehand.engine.time.WorkingCalendar;
import chargehand.engine.time.WorkingDuration;
import chargehand.files.NotCarriedOver;
import chargehand.files.Planned;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Projects of a made-up company, planned by the engine.
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
        this.start = instant(start);
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
                .task("1.1.1", "1.1", "Workshops with ward staff", 5, "Ada")
                .task("1.1.2", "1.1", "Sign-in and consent rules", 6, "Edda")
                .task("1.1.3", "1.1", "Scope signed", 0, null, "1.1.1", "1.1.2")
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
        plan.finished("1.1.1", 11, 15);
        plan.finished("1.1.2", 11, 18);
        plan.finished("1.1.3", 18, 18);
        plan.finished("1.2.1", 19, 28);
        plan.finished("1.2.4", 19, 20);
        plan.finished("1.3.1", 19, 29);
        plan.finished("1.3.3", 19, 28);
        plan.begun("1.2.2", 29, 5);
        plan.begun("1.2.3", 19, 2);
        plan.begun("1.3.4", 29, 5);
        plan.begun("1.3.6", 29, 2);
        plan.links.add(Link.of("1.5.1", "1.6.1", LinkType.SS, Lag.NONE));
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
            var length = new TaskExtent.ByWorkingTime(WorkingDuration.ofMinutes(minutesEach));
            plan.edit(Integer.toString(i), task -> task.withExtent(length));
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

    /// It began at nine and ended at six, on those days of January.
    private void finished(String id, int from, int to) {
        var began = LocalDateTime.of(2027, 1, from, 9, 0);
        var ended = LocalDateTime.of(2027, 1, to, 18, 0);
        boolean milestone = minutes.getOrDefault(new TaskId(id), 0) == 0;
        edit(id, task -> task.withProgress(new Progress(instant(milestone ? ended : began), instant(ended), null)));
    }

    /// It began on that day of January and has so many days of work left.
    private void begun(String id, int from, int daysLeft) {
        var began = LocalDateTime.of(2027, 1, from, 9, 0);
        var left = WorkingDuration.ofMinutes(daysLeft * DAY);
        edit(id, task -> task.withProgress(new Progress(instant(began), null, left)));
    }

    private void promise(String id, LocalDate by, String to) {
        edit(
                id,
                task -> task.withDeadline(
                        new Deadline(by.atTime(18, 0).atZone(ZONE).toInstant(), to)));
    }

    private void pin(String id, LocalDateTime at) {
        edit(id, task -> task.withPinnedStart(instant(at)));
    }

    private void add(Task task, @Nullable String parent) {
        tasks.add(task.withWbs(task.id().value()).withParent(parent == null ? null : new TaskId(parent)));
    }

    private void edit(String id, UnaryOperator<Task> change) {
        tasks.replaceAll(task -> task.id().value().equals(id) ? change.apply(task) : task);
    }

    private Planned planned(@Nullable LocalDateTime at) {
        var now = at == null ? null : instant(at);
        var plan = new Plan(name, ZONE, start, "office", List.of(calendar), resources, tasks, links, List.of());
        var result = Scheduler.schedule(plan, Options.schedules(20).withNow(now));
        return new Planned(
                plan,
                result,
                Forecaster.forecast(plan, result, now, 200, 1),
                Explainer.explain(plan, result, now),
                List.of(new NotCarriedOver("cost resource 'Travel'", "Costs are left out of the plan.", 2)),
                now);
    }

    private static Instant instant(LocalDateTime at) {
        return at.atZone(ZONE).toInstant();
    }
}
