package chargehand.server.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The last search of each project that somebody asked for.
@Repository
class CalendarSearches {
    private static final String SELECT = """
            select id, project, asked_by, asked_at, budget, tried, state, stopped, version, ended_at
            from planning.search
            """;
    private final JdbcClient jdbc;

    CalendarSearches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<CalendarSearch> of(UUID project) {
        return jdbc.sql(SELECT + "where project = :project")
                .param("project", project)
                .query((row, number) -> search(row))
                .optional();
    }

    /// Those that wait or were running when the server stopped, first come first.
    List<CalendarSearch> open() {
        return jdbc.sql(SELECT + "where state in ('waiting', 'running') order by asked_at, id")
                .query((row, number) -> search(row))
                .list();
    }

    private static CalendarSearch search(ResultSet row) throws SQLException {
        long version = row.getLong("version");
        return new CalendarSearch(
                row.getObject("id", UUID.class),
                row.getObject("project", UUID.class),
                row.getObject("asked_by", UUID.class),
                Plans.instant(row, "asked_at"),
                row.getInt("budget"),
                row.getInt("tried"),
                CalendarSearch.State.valueOf(row.getString("state")),
                row.getBoolean("stopped"),
                version == 0 ? null : version,
                Plans.optional(row, "ended_at"));
    }

    /// In place of the last one, unless that is still open: then that stays.
    ///
    /// @return whether it is the project's search now
    boolean put(CalendarSearch search) {
        return jdbc.sql("""
                insert into planning.search (project, id, asked_by, asked_at, budget, state)
                values (:project, :id, :by, :at, :budget, 'waiting')
                on conflict (project) do update set id = excluded.id, asked_by = excluded.asked_by,
                    asked_at = excluded.asked_at, budget = excluded.budget, tried = 0, state = 'waiting', stopped = false,
                    version = null, ended_at = null
                where search.state not in ('waiting', 'running')
                """)
                        .param("project", search.project())
                        .param("id", search.id())
                        .param("by", search.askedBy())
                        .param("at", Plans.utc(search.askedAt()))
                        .param("budget", search.budget())
                        .update()
                > 0;
    }

    void begin(UUID id, long version) {
        jdbc.sql("update planning.search set state = 'running', version = :version, tried = 0 where id = :id")
                .param("id", id)
                .param("version", version)
                .update();
    }

    /// @return whether somebody has stopped it
    boolean tried(UUID id, int schedules) {
        return jdbc.sql("update planning.search set tried = :tried where id = :id returning stopped")
                .param("id", id)
                .param("tried", schedules)
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    void stop(UUID project) {
        jdbc.sql(
                        "update planning.search set stopped = true where project = :project and state in ('waiting', 'running')")
                .param("project", project)
                .update();
    }

    void end(UUID id, CalendarSearch.State state, int tried, Instant at) {
        jdbc.sql("update planning.search set state = :state, tried = :tried, ended_at = :at where id = :id")
                .param("id", id)
                .param("state", state.name())
                .param("tried", tried)
                .param("at", Plans.utc(at))
                .update();
    }
}
