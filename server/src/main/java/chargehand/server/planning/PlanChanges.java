package chargehand.server.planning;

import chargehand.engine.levelling.ScheduledTask;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Every change made to a plan, in order, with what takes it back. Only added to.
@Repository
class PlanChanges {
    private final JdbcClient jdbc;

    PlanChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    enum Kind {
        edit,
        undo,
        redo
    }

    /// One step of the history.
    ///
    /// @param undoes the version that it takes back, or null
    /// @param undoneBy the version that took it back, or null
    /// @param exact an undo that put every task back where it was
    record Step(
            long version,
            Kind kind,
            String label,
            UUID author,
            String authorName,
            Instant at,
            Set<String> touches,
            @Nullable Long undoes,
            @Nullable Long undoneBy,
            boolean exact) {}

    /// What a step did and what takes it back.
    record Content(
            List<PlanChange> changes,
            List<PlanChange> inverse,
            List<ScheduledTask> before,
            List<ScheduledTask> after) {}

    private static final String STEP = """
            select version, kind, label, author, author_name, at, touches, undoes, undone_by, exact
            from planning.plan_change
            """;

    private static Step step(ResultSet row) throws SQLException {
        return new Step(
                row.getLong("version"),
                Kind.valueOf(row.getString("kind")),
                row.getString("label"),
                row.getObject("author", UUID.class),
                row.getString("author_name"),
                Plans.instant(row, "at"),
                touches(row.getArray("touches")),
                optional(row, "undoes"),
                optional(row, "undone_by"),
                row.getBoolean("exact"));
    }

    private static Set<String> touches(Array array) throws SQLException {
        return Set.of((String[]) array.getArray());
    }

    private static @Nullable Long optional(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    void insert(UUID project, Step step, Content content) {
        jdbc.sql("""
                insert into planning.plan_change (project, version, kind, label, author, author_name, at, change,
                    inverse, touches, undoes, exact, before, after)
                values (:project, :version, :kind, :label, :author, :name, :at, cast(:change as jsonb),
                    cast(:inverse as jsonb), :touches, :undoes, :exact, :before, :after)
                """)
                .param("project", project)
                .param("version", step.version())
                .param("kind", step.kind().name())
                .param("label", step.label())
                .param("author", step.author())
                .param("name", step.authorName())
                .param("at", Plans.utc(step.at()))
                .param("change", PlanJson.changes(content.changes()))
                .param("inverse", PlanJson.changes(content.inverse()))
                .param("touches", step.touches().toArray(String[]::new))
                .param("undoes", step.undoes())
                .param("exact", step.exact())
                .param("before", PackedTasks.pack(content.before()))
                .param("after", PackedTasks.pack(content.after()))
                .update();
        if (step.undoes() == null) return;
        jdbc.sql("update planning.plan_change set undone_by = :by where project = :project and version = :version")
                .param("by", step.version())
                .param("project", project)
                .param("version", step.undoes())
                .update();
    }

    /// Those after a version, in order.
    List<Step> since(UUID project, long version) {
        return jdbc.sql(STEP + "where project = :project and version > :version order by version")
                .param("project", project)
                .param("version", version)
                .query((row, number) -> step(row))
                .list();
    }

    /// Those that touch something, in order.
    List<Step> touching(UUID project, String touch) {
        return jdbc.sql(STEP + "where project = :project and :touch = any(touches) order by version")
                .param("project", project)
                .param("touch", touch)
                .query((row, number) -> step(row))
                .list();
    }

    /// The newest first.
    ///
    /// @param below only versions before this
    List<Step> page(UUID project, long below, int size) {
        return jdbc.sql(STEP + "where project = :project and version < :below order by version desc limit :size")
                .param("project", project)
                .param("below", below)
                .param("size", size)
                .query((row, number) -> step(row))
                .list();
    }

    Content content(UUID project, long version) {
        return jdbc.sql("""
                select change, inverse, before, after from planning.plan_change
                where project = :project and version = :version
                """)
                .param("project", project)
                .param("version", version)
                .query((row, number) -> new Content(
                        PlanJson.changes(row.getString("change")),
                        PlanJson.changes(row.getString("inverse")),
                        PackedTasks.unpack(row.getBytes("before")),
                        PackedTasks.unpack(row.getBytes("after"))))
                .single();
    }

    /// The last change of an author that has not been taken back.
    Optional<Step> undoable(UUID project, UUID author) {
        return jdbc.sql(STEP + """
                where project = :project and author = :author and kind <> 'undo' and undone_by is null
                order by version desc limit 1
                """)
                .param("project", project)
                .param("author", author)
                .query((row, number) -> step(row))
                .optional();
    }

    /// The last undo of an author, if they have changed nothing since.
    Optional<Step> redoable(UUID project, UUID author) {
        return jdbc.sql(STEP + """
                where project = :project and author = :author and kind = 'undo' and undone_by is null
                    and version > coalesce((select max(version) from planning.plan_change
                        where project = :project and author = :author and kind = 'edit'), 0)
                order by version desc limit 1
                """)
                .param("project", project)
                .param("author", author)
                .query((row, number) -> step(row))
                .optional();
    }
}
