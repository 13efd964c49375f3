package chargehand.server.planning;

import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.plan.TaskId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Baselines as they are stored: never changed.
@Repository
class Baselines {
    private final JdbcClient jdbc;

    Baselines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Head(UUID id, String name, Instant at, long version) {}

    /// In the order in which they were made.
    List<Head> heads(UUID project) {
        return jdbc.sql("select id, name, at, version from planning.baseline where project = :project order by at, id")
                .param("project", project)
                .query((row, number) -> new Head(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        Plans.instant(row, "at"),
                        row.getLong("version")))
                .list();
    }

    /// The one that plans are compared with unless another is asked for.
    Optional<Baseline> first(UUID project) {
        return heads(project).stream().findFirst().flatMap(head -> find(project, head.id()));
    }

    Optional<Baseline> find(UUID project, UUID baseline) {
        return jdbc.sql("""
                select id, name, at, version, dates from planning.baseline where project = :project and id = :id
                """)
                .param("project", project)
                .param("id", baseline)
                .query((row, number) -> new Baseline(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        Plans.instant(row, "at"),
                        row.getLong("version"),
                        dates(PackedTasks.unpack(row.getBytes("dates")))))
                .optional();
    }

    static Map<TaskId, Baseline.Dates> dates(List<ScheduledTask> tasks) {
        var dates = new HashMap<TaskId, Baseline.Dates>();
        for (var each : tasks) dates.put(each.task(), new Baseline.Dates(each.start(), each.finish()));
        return dates;
    }

    void insert(UUID project, Baseline baseline, List<ScheduledTask> tasks, UUID author) {
        var bare = tasks.stream()
                .map(each -> new ScheduledTask(
                        each.task(), each.start(), each.finish(), List.of(), each.totalFloat(), each.critical()))
                .toList();
        jdbc.sql("""
                insert into planning.baseline (id, project, name, version, at, author, dates)
                values (:id, :project, :name, :version, :at, :author, :dates)
                """)
                .param("id", baseline.id())
                .param("project", project)
                .param("name", baseline.name())
                .param("version", baseline.version())
                .param("at", Plans.utc(baseline.at()))
                .param("author", author)
                .param("dates", PackedTasks.pack(bare))
                .update();
    }
}
