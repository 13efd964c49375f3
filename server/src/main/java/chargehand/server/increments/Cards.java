package chargehand.server.increments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Cards, as they are stored, and how they moved.
@Repository
class Cards {
    private final JdbcClient jdbc;

    Cards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, Card> of(UUID project) {
        var cards = new HashMap<String, Card>();
        jdbc.sql("select * from increments.card where project = :project")
                .param("project", project)
                .query(row -> {
                    cards.put(row.getString("task"), card(row));
                });
        return cards;
    }

    private static Card card(ResultSet row) throws SQLException {
        return new Card(
                row.getString("task"),
                row.getInt("number"),
                Objects.requireNonNull(moment(row, "since")),
                row.getObject("rank", Double.class),
                row.getBoolean("aside"),
                row.getBoolean("bug"),
                row.getString("stands"),
                moment(row, "moved_at"));
    }

    static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    /// Numbers for tasks that have none, in the order of the list.
    void number(UUID project, List<String> tasks, Instant since) {
        jdbc.sql("""
                with first as (
                    update increments.board set next_number = next_number + :count where project = :project
                    returning next_number - :count as number
                )
                insert into increments.card (project, task, number, since)
                select :project, t.task, first.number + t.place - 1, :since
                from first, unnest(cast(:tasks as text[])) with ordinality as t(task, place)
                on conflict (project, task) do nothing
                """)
                .param("project", project)
                .param("count", tasks.size())
                .param("since", utc(since))
                .param("tasks", tasks.toArray(String[]::new))
                .update();
    }

    void rank(UUID project, String task, @Nullable Double rank) {
        jdbc.sql("update increments.card set rank = :rank where project = :project and task = :task")
                .param("project", project)
                .param("task", task)
                .param("rank", rank, Types.DOUBLE)
                .update();
    }

    void mark(UUID project, String task, boolean aside, boolean bug) {
        jdbc.sql("update increments.card set aside = :aside, bug = :bug where project = :project and task = :task")
                .param("project", project)
                .param("task", task)
                .param("aside", aside)
                .param("bug", bug)
                .update();
    }

    /// @param stands the column where it stands from now on
    /// @param signal what moved it, or null for a person
    record Move(
            String task,
            Instant at,
            String stands,
            Stage stage,
            String name,
            @Nullable UUID signal) {}

    void move(UUID project, Move move) {
        jdbc.sql("""
                update increments.card set stands = :stands, moved_at = :at where project = :project and task = :task
                """)
                .param("project", project)
                .param("task", move.task())
                .param("stands", move.stands())
                .param("at", utc(move.at()))
                .update();
        jdbc.sql("""
                insert into increments.move (project, task, at, stands, stage, name, signal)
                values (:project, :task, :at, :stands, :stage, :name, :signal)
                """)
                .param("project", project)
                .param("task", move.task())
                .param("at", utc(move.at()))
                .param("stands", move.stands())
                .param("stage", move.stage().name())
                .param("name", move.name())
                .param("signal", move.signal(), Types.OTHER)
                .update();
    }

    /// The moves of a project since a moment, in order.
    List<Move> moves(UUID project, Instant since) {
        return jdbc.sql("""
                select * from increments.move where project = :project and at >= :since order by at, task
                """)
                .param("project", project)
                .param("since", utc(since))
                .query((row, number) -> new Move(
                        row.getString("task"),
                        Objects.requireNonNull(moment(row, "at")),
                        row.getString("stands"),
                        Stage.valueOf(row.getString("stage")),
                        row.getString("name"),
                        row.getObject("signal", UUID.class)))
                .list();
    }

    /// The tasks that have these numbers.
    Map<Integer, String> numbered(UUID project, Collection<Integer> numbers) {
        var tasks = new HashMap<Integer, String>();
        jdbc.sql("select number, task from increments.card where project = :project and number = any(:numbers)")
                .param("project", project)
                .param("numbers", numbers.stream().mapToInt(Integer::intValue).toArray())
                .query(row -> {
                    tasks.put(row.getInt("number"), row.getString("task"));
                });
        return tasks;
    }
}
