package chargehand.server.staffing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The choices, as they are stored: the newest of a project holds.
@Repository
class Choices {
    private final JdbcClient jdbc;

    Choices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The newest first. Names are those of today.
    List<Choice> of(UUID project) {
        return jdbc.sql("""
                select c.*, p.name as person_name, h.name as helper_name from staffing.choice c
                join people.person p on p.id = c.person
                left join people.person h on h.id = c.helper
                where c.project = :project order by c.at desc, c.id desc
                """)
                .param("project", project)
                .query((row, number) -> choice(row))
                .list();
    }

    void insert(Choice choice) {
        jdbc.sql("""
                insert into staffing.choice (id, project, person, kind, weaker, mitigation, helper, reason, author,
                    author_name, at)
                values (:id, :project, :person, :kind, :weaker, :mitigation, :helper, :reason, :author, :name, :at)
                """)
                .param("id", choice.id())
                .param("project", choice.project())
                .param("person", choice.person())
                .param("kind", choice.kind())
                .param("weaker", choice.weaker())
                .param("mitigation", choice.mitigation())
                .param("helper", choice.helper())
                .param("reason", choice.reason())
                .param("author", choice.author().account())
                .param("name", choice.author().name())
                .param("at", choice.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Choice choice(ResultSet row) throws SQLException {
        return new Choice(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getObject("project", UUID.class)),
                Objects.requireNonNull(row.getObject("person", UUID.class)),
                row.getString("person_name"),
                row.getString("kind"),
                row.getString("weaker"),
                row.getString("mitigation"),
                row.getObject("helper", UUID.class),
                row.getString("helper_name"),
                row.getString("reason"),
                new StoredAssessment.Author(row.getObject("author", UUID.class), row.getString("author_name")),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
