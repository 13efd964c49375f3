package chargehand.engine.levelling;

import chargehand.engine.network.Hierarchy;
import chargehand.engine.network.Network;
import chargehand.engine.plan.Finding;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.TaskId;
import chargehand.engine.time.WorkingDuration;
import chargehand.engine.time.WorkingTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// From schedules, which are arrays, to calendars, which are records, and back.
public final class Calendars {
    private Calendars() {}

    /// @param order the schedule's own
    /// @param like an earlier calendar: what is the same is taken from there
    private static List<ScheduledTask> tasks(
            Network network, Schedule schedule, PartialOrder order, @Nullable Calendar like) {
        var plan = network.plan;
        int end = Objective.finish(network, schedule);
        var slack = new Slack(network, schedule, order, end);
        var spans = spans(network, schedule, network.hierarchy, slack);
        var earlier = like == null ? List.<ScheduledTask>of() : like.tasks();
        var tasks = new ArrayList<ScheduledTask>(spans.length);
        for (int i = 0; i < spans.length; i++) {
            var span = spans[i];
            var id = plan.tasks().get(i).id();
            int node = network.node[i];
            int slackMinutes = totalFloat(network, span);
            var was = i < earlier.size() ? earlier.get(i) : null;
            if (was != null
                    && was.task() == id
                    && isAs(was, span, slackMinutes)
                    && isAs(was, network, schedule, node)) {
                tasks.add(was);
                continue;
            }
            tasks.add(new ScheduledTask(
                    id,
                    WorkingTable.instant(span.start),
                    WorkingTable.instant(span.finish),
                    node < 0 ? List.of() : assignments(network, schedule, node),
                    slackMinutes == 0 ? WorkingDuration.NONE : new WorkingDuration(slackMinutes),
                    span.critical));
        }
        return tasks;
    }

    private static boolean isAs(ScheduledTask was, Span span, int slackMinutes) {
        return WorkingTable.minute(was.start()) == span.start
                && WorkingTable.minute(was.finish()) == span.finish
                && was.totalFloat().minutes() == slackMinutes
                && was.critical() == span.critical;
    }

    private static boolean isAs(ScheduledTask was, Network network, Schedule schedule, int node) {
        if (node < 0) return was.assignments().isEmpty();
        var requirements = network.requirements;
        int next = 0;
        for (int r = requirements.first[node]; r < requirements.first[node + 1]; r++) {
            int c = schedule.chosen[r];
            if (requirements.resource[c] == Network.NOBODY) continue;
            if (next == was.assignments().size()) return false;
            var assignment = was.assignments().get(next++);
            boolean same = isResource(network.plan, requirements.resource[c], assignment)
                    && assignment.units() == requirements.units[c]
                    && WorkingTable.minute(assignment.start()) == schedule.from[r]
                    && WorkingTable.minute(assignment.finish()) == schedule.to[r];
            if (!same) return false;
        }
        return next == was.assignments().size();
    }

    private static int totalFloat(Network network, Span span) {
        if (span.latestFinish <= span.finish) return 0;
        return network.projectTable.workBetween(span.finish, span.latestFinish);
    }

    /// The moments of a task or a summary while it grows.
    private static final class Span {
        int start = Integer.MAX_VALUE;
        int finish = Integer.MIN_VALUE;
        int latestFinish = Integer.MIN_VALUE;
        boolean critical;

        void include(Span other) {
            start = Math.min(start, other.start);
            if (other.finish >= finish) {
                if (other.finish > finish) latestFinish = Integer.MIN_VALUE;
                latestFinish = latestFinish == Integer.MIN_VALUE
                        ? other.latestFinish
                        : Math.min(latestFinish, other.latestFinish);
                finish = other.finish;
            }
            critical |= other.critical;
        }
    }

    private static Span[] spans(Network network, Schedule schedule, Hierarchy hierarchy, Slack slack) {
        var spans = new Span[network.plan.tasks().size()];
        Arrays.setAll(spans, i -> new Span());
        for (int n = 0; n < network.tasks; n++) {
            var span = spans[network.place[n]];
            span.start = schedule.start[n];
            span.finish = schedule.finish[n];
            span.latestFinish = slack.latestFinish(n);
            span.critical = slack.isCritical(n);
            for (int at = hierarchy.parent(network.place[n]); at >= 0; at = hierarchy.parent(at))
                spans[at].include(span);
        }
        for (var span : spans) {
            if (span.start != Integer.MAX_VALUE) continue;
            span.start = network.start;
            span.finish = network.start;
            span.latestFinish = network.start;
        }
        return spans;
    }

    private static List<ScheduledAssignment> assignments(Network network, Schedule schedule, int node) {
        var requirements = network.requirements;
        var assignments = new ArrayList<ScheduledAssignment>(1);
        for (int r = requirements.first[node]; r < requirements.first[node + 1]; r++) {
            int c = schedule.chosen[r];
            if (requirements.resource[c] == Network.NOBODY) continue;
            assignments.add(new ScheduledAssignment(
                    network.plan.resources().get(requirements.resource[c]).id(),
                    requirements.units[c],
                    WorkingTable.instant(schedule.from[r]),
                    WorkingTable.instant(schedule.to[r])));
        }
        return assignments;
    }

    static Calendar calendar(
            Network network,
            Schedule schedule,
            @Nullable Integer bound,
            int schedules,
            Options options,
            boolean endedEarly,
            List<Finding> found) {
        var order = new PartialOrder(network, schedule);
        return calendar(network, schedule, order, null, bound, schedules, options, endedEarly, found);
    }

    /// @param order the schedule's own
    /// @param like an earlier calendar: what is the same is taken from there
    static Calendar calendar(
            Network network,
            Schedule schedule,
            PartialOrder order,
            @Nullable Calendar like,
            @Nullable Integer bound,
            int schedules,
            Options options,
            boolean endedEarly,
            List<Finding> found) {
        var tasks = tasks(network, schedule, order, like);
        var findings = new ArrayList<>(network.findings);
        findings.addAll(found);
        findings.sort(Comparator.comparing(Finding::severity));
        Instant start = tasks.stream()
                .map(ScheduledTask::start)
                .min(Comparator.naturalOrder())
                .orElse(network.plan.start());
        return new Calendar(
                start,
                WorkingTable.instant(Objective.finish(network, schedule)),
                tasks,
                bound == null ? null : WorkingTable.instant(bound),
                schedules,
                options.seed(),
                endedEarly,
                findings);
    }

    /// The schedule that a calendar of the network's plan was made from. Tasks are matched by id; of one that the
    /// calendar does not have, or that others than now could do it did, the entry is left at 0.
    public static Schedule schedule(Network network, Calendar calendar) {
        var tasks = calendar.tasks();
        var byId = new HashMap<TaskId, ScheduledTask>();
        var schedule = new Schedule(network);
        for (int n = 0; n < network.tasks; n++) {
            int place = network.place[n];
            var id = network.plan.tasks().get(place).id();
            var atPlace = place < tasks.size() ? tasks.get(place) : null;
            boolean isThere =
                    atPlace != null && (atPlace.task() == id || atPlace.task().equals(id));
            if (!isThere && byId.isEmpty()) for (var each : tasks) byId.put(each.task(), each);
            var task = isThere ? atPlace : byId.get(id);
            if (task != null) load(network, n, task, schedule);
        }
        passSummaries(network, schedule);
        return schedule;
    }

    private static void load(Network network, int n, ScheduledTask task, Schedule schedule) {
        var requirements = network.requirements;
        schedule.start[n] = WorkingTable.minute(task.start());
        schedule.finish[n] = WorkingTable.minute(task.finish());
        int next = 0;
        for (int r = requirements.first[n]; r < requirements.first[n + 1]; r++) {
            schedule.chosen[r] = requirements.candidates[r];
            schedule.from[r] = schedule.start[n];
            schedule.to[r] = schedule.finish[n];
            if (requirements.resource[requirements.candidates[r]] == Network.NOBODY
                    || next >= task.assignments().size()) continue;
            var assignment = task.assignments().get(next++);
            schedule.from[r] = WorkingTable.minute(assignment.start());
            schedule.to[r] = WorkingTable.minute(assignment.finish());
            for (int c = requirements.candidates[r]; requirements.bySkill[r] && c < requirements.candidates[r + 1]; c++)
                if (isResource(network.plan, requirements.resource[c], assignment)) schedule.chosen[r] = c;
        }
    }

    private static boolean isResource(Plan plan, int resource, ScheduledAssignment assignment) {
        var id = plan.resources().get(resource).id();
        return id == assignment.resource() || id.equals(assignment.resource());
    }

    private static void passSummaries(Network network, Schedule schedule) {
        for (int n : network.order) {
            if (n < network.tasks) continue;
            boolean latest = network.kind[n] == Network.Kind.LATEST;
            int moment = latest ? network.release[n] : Integer.MAX_VALUE;
            for (int i = network.edges.inFirst[n]; i < network.edges.inFirst[n + 1]; i++) {
                int edge = network.edges.in[i];
                int from = network.edges.from[edge];
                int after = network.after(edge, schedule.start[from], schedule.finish[from]);
                moment = latest ? Math.max(moment, after) : Math.min(moment, after);
            }
            schedule.start[n] = moment;
            schedule.finish[n] = moment;
        }
    }
}
