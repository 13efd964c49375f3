package chargehand.server.planning;

import chargehand.engine.levelling.ScheduledAssignment;
import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.plan.ResourceId;
import chargehand.engine.plan.TaskId;
import chargehand.engine.time.WorkingDuration;
import chargehand.engine.time.WorkingTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of calendars as they are stored: when each task is, and who works on it. Moments are minutes since 1970.
@Repository
class ScheduledTasks {
    private final JdbcClient jdbc;

    ScheduledTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Where a task is, and the version that put it there.
    record Times(ScheduledTask task, long version) {}

    Map<TaskId, Times> of(UUID project) {
        var times = new HashMap<TaskId, Times>();
        jdbc.sql("select task, start, finish, who, version from planning.scheduled_task where project = :project")
                .param("project", project)
                .query(row -> {
                    var task = new ScheduledTask(
                            new TaskId(row.getString("task")),
                            WorkingTable.instant(row.getInt("start")),
                            WorkingTable.instant(row.getInt("finish")),
                            who(row.getString("who")),
                            WorkingDuration.NONE,
                            false);
                    times.put(task.task(), new Times(task, row.getLong("version")));
                });
        return times;
    }

    private record Worker(String who, int units, int from, int to) {}

    static List<ScheduledAssignment> who(@Nullable String json) {
        if (json == null) return List.of();
        var assignments = new ArrayList<ScheduledAssignment>(1);
        for (var each : PlanJson.MAPPER.readValue(json, Worker[].class))
            assignments.add(new ScheduledAssignment(
                    new ResourceId(each.who()),
                    each.units(),
                    WorkingTable.instant(each.from()),
                    WorkingTable.instant(each.to())));
        return assignments;
    }

    /// @param places of the tasks that moved or are new
    void write(LivePlan plan, List<Integer> places) {
        if (places.isEmpty()) return;
        int count = places.size();
        var ids = new String[count];
        var starts = new Integer[count];
        var finishes = new Integer[count];
        var who = new @Nullable String[count];
        for (int i = 0; i < count; i++) {
            var task = plan.calendar().tasks().get(places.get(i));
            ids[i] = task.task().value();
            starts[i] = WorkingTable.minute(task.start());
            finishes[i] = WorkingTable.minute(task.finish());
            who[i] = who(task.assignments());
        }
        var values = Map.<String, Object>of(
                "project",
                plan.project(),
                "version",
                plan.version(),
                "ids",
                ids,
                "starts",
                starts,
                "finishes",
                finishes,
                "who",
                who);
        if (update(values) < count) insert(values);
    }

    /// Moved tasks by far outnumber new ones, and an update is the cheaper half.
    private int update(Map<String, Object> values) {
        return jdbc.sql("""
                update planning.scheduled_task s
                set start = t.start, finish = t.finish, who = cast(t.who as jsonb), version = :version
                from unnest(cast(:ids as text[]), cast(:starts as int[]), cast(:finishes as int[]),
                    cast(:who as text[])) as t(task, start, finish, who)
                where s.project = :project and s.task = t.task
                """).params(values).update();
    }

    private void insert(Map<String, Object> values) {
        jdbc.sql("""
                insert into planning.scheduled_task (project, task, start, finish, who, version)
                select :project, t.task, t.start, t.finish, cast(t.who as jsonb), :version
                from unnest(cast(:ids as text[]), cast(:starts as int[]), cast(:finishes as int[]),
                    cast(:who as text[])) as t(task, start, finish, who)
                on conflict (project, task) do nothing
                """).params(values).update();
    }

    private static @Nullable String who(List<ScheduledAssignment> assignments) {
        if (assignments.isEmpty()) return null;
        var workers = new ArrayList<Worker>(assignments.size());
        for (var each : assignments)
            workers.add(new Worker(
                    each.resource().value(),
                    each.units(),
                    WorkingTable.minute(each.start()),
                    WorkingTable.minute(each.finish())));
        return PlanJson.text(workers);
    }

    void remove(UUID project, List<TaskId> tasks) {
        jdbc.sql("delete from planning.scheduled_task where project = :project and task = any(cast(:ids as text[]))")
                .param("project", project)
                .param("ids", tasks.stream().map(TaskId::value).toArray(String[]::new))
                .update();
    }
}
