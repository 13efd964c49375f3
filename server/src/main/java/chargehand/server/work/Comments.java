package chargehand.server.work;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What was said about tasks, as it is stored.
@Repository
class Comments {
    private static final int MOST = 200;

    private final JdbcClient jdbc;

    Comments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param text plain, with mentions as they were written: `@Dewi Prasetya`
    @Schema(name = "TaskComment")
    record Comment(UUID id, UUID project, String task, String text, UUID account, String name, Instant at) {}

    /// The first first, of many the last two hundred.
    List<Comment> of(UUID project, String task) {
        return jdbc.sql("""
                select * from (select * from work.comment where project = :project and task = :task
                    order by at desc, id desc limit :most) last order by at, id
                """)
                .param("project", project)
                .param("task", task)
                .param("most", MOST)
                .query(Comments::comment)
                .list();
    }

    /// Those that mention an account, the newest first.
    List<Comment> mentioning(UUID account, Instant since) {
        return jdbc.sql("""
                select c.* from work.mention m join work.comment c on c.id = m.comment
                where m.account = :account and m.at >= :since order by m.at desc, c.id limit 20
                """)
                .param("account", account)
                .param("since", Needed.utc(since))
                .query(Comments::comment)
                .list();
    }

    private static Comment comment(ResultSet row, int number) throws SQLException {
        return new Comment(
                Needed.uuid(row, "id"),
                Needed.uuid(row, "project"),
                row.getString("task"),
                row.getString("text"),
                Needed.uuid(row, "account"),
                row.getString("name"),
                Objects.requireNonNull(Needed.moment(row, "at")));
    }

    void insert(Comment comment, Collection<UUID> mentioned) {
        jdbc.sql("""
                insert into work.comment (id, project, task, text, account, name, at)
                values (:id, :project, :task, :text, :account, :name, :at)
                """)
                .param("id", comment.id())
                .param("project", comment.project())
                .param("task", comment.task())
                .param("text", comment.text())
                .param("account", comment.account())
                .param("name", comment.name())
                .param("at", Needed.utc(comment.at()))
                .update();
        jdbc.sql("""
                insert into work.mention (comment, account, at)
                select :id, unnest(cast(:accounts as uuid[])), :at
                """)
                .param("id", comment.id())
                .param("accounts", mentioned.toArray(UUID[]::new))
                .param("at", Needed.utc(comment.at()))
                .update();
    }
}
