package chargehand.server.staffing;

import chargehand.server.people.People;
import chargehand.server.people.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The choices, as they are stored: the newest of a project holds.
@Repository
class Choices {
    private final JdbcClient jdbc;
    private final People people;

    Choices(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /// The newest first. Names are those of today.
    List<Choice> of(UUID project) {
        return named(jdbc.sql("""
                select * from staffing.choice where project = :project order by at desc, nth desc
                """)
                .param("project", project)
                .query((row, number) -> choice(row))
                .list());
    }

    /// The newest that is about somebody, whatever it is for.
    Optional<Choice> newest(UUID person) {
        return named(jdbc.sql("""
                select * from staffing.choice where person = :person order by at desc, nth desc limit 1
                """)
                        .param("person", person)
                        .query((row, number) -> choice(row))
                        .list())
                .stream()
                .findFirst();
    }

    private List<Choice> named(List<Choice> chosen) {
        var concerned = new HashSet<UUID>();
        for (var each : chosen) {
            concerned.add(each.person());
            if (each.helper() != null) concerned.add(each.helper());
        }
        var names = people.of(concerned).stream().collect(Collectors.toMap(Person::id, Person::name));
        return chosen.stream().map(each -> each.named(names)).toList();
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
                row.getObject("project", UUID.class),
                Objects.requireNonNull(row.getObject("person", UUID.class)),
                "",
                row.getString("kind"),
                row.getString("weaker"),
                row.getString("mitigation"),
                row.getObject("helper", UUID.class),
                null,
                row.getString("reason"),
                new StoredAssessment.Author(row.getObject("author", UUID.class), row.getString("author_name")),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
