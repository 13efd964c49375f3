package chargehand.server.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which plans are drafts of which.
@Repository
class Drafts {
    private static final String SELECT =
            "select id, project, name, base, at, author, author_name from planning.draft where ";

    private final JdbcClient jdbc;

    Drafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param id of the draft, which is a plan of its own
    /// @param base the version of the project's plan that it began from
    record Draft(UUID id, UUID project, String name, long base, Instant at, UUID author, String authorName) {}

    void insert(Draft draft) {
        jdbc.sql("""
                insert into planning.draft (id, project, name, base, at, author, author_name)
                values (:id, :project, :name, :base, :at, :author, :authorName)
                """)
                .param("id", draft.id())
                .param("project", draft.project())
                .param("name", draft.name())
                .param("base", draft.base())
                .param("at", Plans.utc(draft.at()))
                .param("author", draft.author())
                .param("authorName", draft.authorName())
                .update();
    }

    /// The newest first.
    List<Draft> of(UUID project) {
        return jdbc.sql(SELECT + "project = :project order by at desc, id")
                .param("project", project)
                .query((row, number) -> draft(row))
                .list();
    }

    Optional<Draft> find(UUID project, UUID id) {
        return find(id).filter(each -> each.project().equals(project));
    }

    Optional<Draft> find(UUID id) {
        return jdbc.sql(SELECT + "id = :id")
                .param("id", id)
                .query((row, number) -> draft(row))
                .optional();
    }

    private static Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getObject("project", UUID.class)),
                Objects.requireNonNull(row.getString("name")),
                row.getLong("base"),
                Plans.instant(row, "at"),
                Objects.requireNonNull(row.getObject("author", UUID.class)),
                Objects.requireNonNull(row.getString("author_name")));
    }

    /// With its plan and all that was tried in it.
    void remove(UUID id) {
        jdbc.sql("delete from planning.project where id = :id and draft")
                .param("id", id)
                .update();
    }
}
