package chargehand.server.work;

import chargehand.server.planning.TaskKey;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What work builds upon, and whether it came in time.
@Repository
class HandOvers {
    private final JdbcClient jdbc;

    HandOvers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What may hold work up that was begun.
    ///
    /// @param late those of the tasks that were begun before what they come after was finished, or before a
    /// hand-over that they need was there
    /// @param standing those that stand still for something, as somebody has told
    record Held(Set<TaskKey> late, Set<TaskKey> standing) {}

    Held held(Collection<TaskKey> tasks) {
        var held = new Held(new HashSet<>(), new HashSet<>());
        if (tasks.isEmpty()) return held;
        jdbc.sql("""
                with begun as (
                    select t.project, t.id, cast(t.document #>> '{task,progress,started}' as timestamptz) as started
                    from unnest(cast(:projects as uuid[]), cast(:tasks as text[])) as k(project, task)
                        join planning.task t on t.project = k.project and t.id = k.task
                    where t.document #>> '{task,progress,started}' is not null
                )
                select b.project, b.id, true as late from begun b
                    join planning.link l on l.project = b.project and l.successor = b.id and l.type = 'FS'
                    join planning.task p on p.project = l.project and p.id = l.predecessor
                where p.document #>> '{task,kind}' not in ('summary', 'milestone')
                    and (p.document #>> '{task,progress,finished}' is null
                        or cast(p.document #>> '{task,progress,finished}' as timestamptz) > b.started)
                union
                select b.project, b.id, true from begun b join work.need n on n.project = b.project and n.task = b.id
                where n.kind = 'handOver' and (n.state = 'open' or n.state = 'met' and n.closed_at > b.started)
                union
                select b.project, b.id, false from begun b join work.need n on n.project = b.project and n.task = b.id
                where n.state = 'open' and n.waiting_since is not null
                """)
                .param("projects", tasks.stream().map(TaskKey::project).toArray(UUID[]::new))
                .param("tasks", tasks.stream().map(TaskKey::task).toArray(String[]::new))
                .query(row -> {
                    var project = Objects.requireNonNull(row.getObject("project", UUID.class));
                    var task = new TaskKey(project, row.getString("id"));
                    (row.getBoolean("late") ? held.late : held.standing).add(task);
                });
        return held;
    }
}
