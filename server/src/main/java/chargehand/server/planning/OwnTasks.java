package chargehand.server.planning;

import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.TaskId;
import chargehand.engine.plan.Who;
import chargehand.engine.time.Effort;
import chargehand.engine.time.WorkingTable;
import chargehand.server.identity.Visibility;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What people have to do, over all projects: found by the ledger's index, so that no plan is loaded for it and it
/// takes as long with a hundred thousand tasks as with a hundred.
@Repository
public class OwnTasks {
    private static final int MOST = 200;

    private final JdbcClient jdbc;

    OwnTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The tasks of a person that are still to be done, and those finished lately; as they begin, 200 at most.
    ///
    /// @param seen where plans may be seen; of others nothing is told
    /// @param doneSince finished before that they are left out
    /// @param since what was booked to end before that is left out, whether it was reported or not
    public List<OwnTask> of(UUID person, Visibility seen, Instant doneSince, Instant since) {
        return jdbc.sql("""
                with mine as (
                    select project, task, min(starts) as starts, max(ends) as ends, max(units) as units
                    from people.booking where person = :person and ends > :since and task is not null
                    group by project, task
                ), found as (
                    select m.*, t.id, t.parent, t.document from mine m
                        join planning.task t on t.project = m.project and t.id = cast(m.task as text)
                    union all
                    select m.*, t.id, t.parent, t.document from mine m
                        join planning.task t on t.project = m.project and length(t.id) <> 36
                            and planning.booked_as(t.project, t.id) = m.task
                )
                select f.project, p.name, p.zone, p.version, f.id, f.document, f.starts, f.ends, f.units,
                    above.document #>> '{task,name}' as above
                from found f join planning.project p on p.id = f.project and not p.finished
                    left join planning.task above on above.project = f.project and above.id = f.parent
                where (:all or p.client = any(cast(:clients as uuid[])) or p.id = any(cast(:projects as uuid[])))
                    and (f.document #>> '{task,progress,finished}' is null
                        or f.document #>> '{task,progress,finished}' >= :done)
                order by f.starts, f.ends, f.project, f.id limit :most
                """)
                .param("person", person)
                .param("since", Plans.utc(since))
                .param("done", doneSince.toString())
                .param("all", seen.company())
                .param("clients", seen.clientArray())
                .param("projects", seen.projectArray())
                .param("most", MOST)
                .query(OwnTasks::own)
                .list();
    }

    /// Those who have a task of the project that was begun and isn't done.
    public Set<UUID> busyIn(UUID project) {
        var busy = new LinkedHashSet<UUID>();
        jdbc.sql("""
                select s.who from planning.task t
                    join planning.scheduled_task s on s.project = t.project and s.task = t.id
                where t.project = :project and t.document #>> '{task,progress,started}' is not null
                    and t.document #>> '{task,progress,finished}' is null
                """).param("project", project).query(row -> {
            busy.addAll(people(row));
        });
        return busy;
    }

    private static OwnTask own(ResultSet row, int number) throws SQLException {
        var task = task(row);
        return new OwnTask(
                Objects.requireNonNull(row.getObject("project", UUID.class)),
                row.getString("name"),
                ZoneId.of(row.getString("zone")),
                row.getLong("version"),
                task.id().value(),
                task.name(),
                row.getString("above"),
                TaskWriting.minutes(task.extent()),
                alone(task),
                !task.windows().isEmpty() || task.pinnedStart() != null,
                Plans.instant(row, "starts"),
                Plans.instant(row, "ends"),
                row.getInt("units"),
                task.deadline(),
                task.progress());
    }

    /// As long as a calendar makes it: what was told to remain is working time, too, whatever share of somebody it has.
    private static @Nullable Long alone(Task task) {
        if (task.assignments().size() != 1) return null;
        var own = task.assignments().getFirst();
        return switch (task.extent()) {
            case TaskExtent.ByEffort(var effort) ->
                working(Objects.requireNonNullElse(own.effort(), effort), own.units());
            case TaskExtent.ByWorkingTime(var duration) ->
                own.effort() == null ? (long) duration.minutes() : working(own.effort(), own.units());
            case TaskExtent.ByElapsedTime elapsed -> null;
            case TaskExtent.Milestone(), TaskExtent.Summary() -> null;
        };
    }

    private static long working(Effort effort, int units) {
        return Math.ceilDiv(effort.personMinutes() * 100, units);
    }

    private static Task task(ResultSet row) throws SQLException {
        var document = PlanJson.MAPPER.readValue(row.getString("document"), PlanJson.TaskDocument.class);
        return TaskWriting.task(new TaskId(row.getString("id")), null, document.task());
    }

    /// A task that waits for another.
    ///
    /// @param start when it is planned to begin
    /// @param people who work on it, those who are persons
    /// @param milestone whether it is a moment to be reached
    /// @param by what was promised for it, or null
    public record Waiting(
            String task,
            String name,
            Instant start,
            List<UUID> people,
            boolean milestone,
            @Nullable Instant by,
            @Nullable String promisedTo) {}

    /// What is linked to come after each of these and isn't done, as it begins.
    public Map<TaskKey, List<Waiting>> after(Collection<TaskKey> tasks) {
        var all = new HashMap<TaskKey, List<Waiting>>();
        if (tasks.isEmpty()) return all;
        jdbc.sql("""
                select l.project, l.predecessor, t.id, t.document, s.start, s.who
                from unnest(cast(:projects as uuid[]), cast(:tasks as text[])) as k(project, task)
                    join planning.link l on l.project = k.project and l.predecessor = k.task
                    join planning.task t on t.project = l.project and t.id = l.successor
                    join planning.scheduled_task s on s.project = t.project and s.task = t.id
                where t.document #> '{task,progress,finished}' is null
                order by s.start, t.id
                """)
                .param("projects", tasks.stream().map(TaskKey::project).toArray(UUID[]::new))
                .param("tasks", tasks.stream().map(TaskKey::task).toArray(String[]::new))
                .query(row -> {
                    var key = new TaskKey(row.getObject("project", UUID.class), row.getString("predecessor"));
                    all.computeIfAbsent(key, any -> new ArrayList<>()).add(waiting(row));
                });
        return all;
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        var task = task(row);
        var deadline = task.deadline();
        return new Waiting(
                task.id().value(),
                task.name(),
                WorkingTable.instant(row.getInt("start")),
                people(row),
                TaskWriting.minutes(task.extent()) == null,
                deadline == null ? null : deadline.by(),
                deadline == null ? null : deadline.promisedTo());
    }

    /// A task in a few words.
    ///
    /// @param client of its project, with `clientName`; null where it is the company's own
    /// @param start planned, as `finish`
    /// @param people who work on it, those who are persons
    public record Head(
            TaskKey key,
            String projectName,
            ZoneId zone,
            @Nullable UUID client,
            @Nullable String clientName,
            String name,
            Instant start,
            Instant finish,
            boolean done,
            Set<UUID> people) {}

    /// Those of the tasks that are there.
    public Map<TaskKey, Head> heads(Collection<TaskKey> tasks) {
        var all = new HashMap<TaskKey, Head>();
        if (tasks.isEmpty()) return all;
        jdbc.sql("""
                select p.id as project, p.name, p.zone, p.client, c.name as client_name, t.id, t.document,
                    s.start, s.finish, s.who
                from (select distinct project, task
                        from unnest(cast(:projects as uuid[]), cast(:tasks as text[])) as u(project, task)) as k
                    join planning.project p on p.id = k.project
                    left join identity.client c on c.id = p.client
                    join planning.task t on t.project = k.project and t.id = k.task
                    join planning.scheduled_task s on s.project = t.project and s.task = t.id
                """)
                .param("projects", tasks.stream().map(TaskKey::project).toArray(UUID[]::new))
                .param("tasks", tasks.stream().map(TaskKey::task).toArray(String[]::new))
                .query(row -> {
                    var head = head(row);
                    all.put(head.key(), head);
                });
        return all;
    }

    private static Head head(ResultSet row) throws SQLException {
        var task = task(row);
        var people = new LinkedHashSet<>(people(row));
        for (var each : task.assignments())
            if (each.who() instanceof Who.Named(var who))
                Facts.person(who.value()).ifPresent(people::add);
        return new Head(
                new TaskKey(Objects.requireNonNull(row.getObject("project", UUID.class)), row.getString("id")),
                row.getString("name"),
                ZoneId.of(row.getString("zone")),
                row.getObject("client", UUID.class),
                row.getString("client_name"),
                task.name(),
                WorkingTable.instant(row.getInt("start")),
                WorkingTable.instant(row.getInt("finish")),
                task.progress() != null && task.progress().finished() != null,
                people);
    }

    private static List<UUID> people(ResultSet row) throws SQLException {
        return ScheduledTasks.who(row.getString("who")).stream()
                .flatMap(each -> Facts.person(each.resource().value()).stream())
                .distinct()
                .toList();
    }
}
