package chargehand.server.programme;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which task of which project replaces which asset.
@Repository
public class Replacements {
    private final JdbcClient jdbc;

    Replacements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param task the summary of all that is done to replace it
    /// @param order the task with whose end its price is owed
    public record Replacement(UUID asset, UUID project, String task, String order) {}

    /// Keeps others from making a programme at the same time, until the end of the transaction.
    void lock() {
        jdbc.sql("lock table programme.replacement in share row exclusive mode").update();
    }

    void insert(UUID project, List<ProgrammePlan.Replacement> made) {
        jdbc.sql("""
                insert into programme.replacement (asset, project, task, order_task)
                select a, :project, t, o
                from unnest(cast(:assets as uuid[]), cast(:tasks as text[]), cast(:orders as text[])) as m(a, t, o)
                """)
                .param("project", project)
                .param(
                        "assets",
                        made.stream().map(ProgrammePlan.Replacement::asset).toArray(UUID[]::new))
                .param(
                        "tasks",
                        made.stream().map(ProgrammePlan.Replacement::task).toArray(String[]::new))
                .param(
                        "orders",
                        made.stream().map(ProgrammePlan.Replacement::order).toArray(String[]::new))
                .update();
    }

    public List<Replacement> ofProject(UUID project) {
        return where("project = any(cast(:ids as uuid[]))", List.of(project));
    }

    public List<Replacement> ofProjects(Collection<UUID> projects) {
        return where("project = any(cast(:ids as uuid[]))", projects);
    }

    public List<Replacement> ofAssets(Collection<UUID> assets) {
        return where("asset = any(cast(:ids as uuid[]))", assets);
    }

    private List<Replacement> where(String condition, Collection<UUID> ids) {
        return jdbc.sql("select asset, project, task, order_task from programme.replacement where " + condition
                        + " order by project, asset")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> new Replacement(
                        Objects.requireNonNull(row.getObject("asset", UUID.class)),
                        Objects.requireNonNull(row.getObject("project", UUID.class)),
                        row.getString("task"),
                        row.getString("order_task")))
                .list();
    }

    List<UUID> projects() {
        return jdbc.sql("select distinct project from programme.replacement")
                .query((row, number) -> Objects.requireNonNull(row.getObject("project", UUID.class)))
                .list();
    }
}
