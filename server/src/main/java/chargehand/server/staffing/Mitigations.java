package chargehand.server.staffing;

import chargehand.server.people.People;
import chargehand.server.people.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What is done about applicants' weaker sides, as it is stored: the newest of an application holds.
@Repository
class Mitigations {
    private final JdbcClient jdbc;
    private final People people;

    Mitigations(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /// The newest first. Names are those of today.
    List<Mitigation> of(UUID application) {
        var chosen = jdbc.sql("select * from staffing.mitigation where application = :id order by seq desc")
                .param("id", application)
                .query((row, number) -> mitigation(row))
                .list();
        var names = names(chosen);
        return chosen.stream().map(each -> each.named(names)).toList();
    }

    /// That which holds, by application.
    Map<UUID, Mitigation> newest(List<UUID> applications) {
        record Chosen(UUID application, Mitigation mitigation) {}
        var all = jdbc.sql("""
                select distinct on (application) * from staffing.mitigation
                where application = any(cast(:ids as uuid[])) order by application, seq desc
                """)
                .param("ids", applications.toArray(UUID[]::new))
                .query((row, number) ->
                        new Chosen(Objects.requireNonNull(row.getObject("application", UUID.class)), mitigation(row)))
                .list();
        var names = names(all.stream().map(Chosen::mitigation).toList());
        return all.stream()
                .collect(Collectors.toMap(
                        Chosen::application, each -> each.mitigation().named(names)));
    }

    private Map<UUID, String> names(List<Mitigation> chosen) {
        var helpers =
                chosen.stream().map(Mitigation::helper).filter(Objects::nonNull).collect(Collectors.toSet());
        return people.of(helpers).stream().collect(Collectors.toMap(Person::id, Person::name));
    }

    void insert(UUID id, UUID application, Mitigation chosen) {
        jdbc.sql("""
                insert into staffing.mitigation (id, application, weaker, mitigation, helper, reason, author,
                    author_name, at)
                values (:id, :application, :weaker, :mitigation, :helper, :reason, :author, :name, :at)
                """)
                .param("id", id)
                .param("application", application)
                .param("weaker", chosen.weaker())
                .param("mitigation", chosen.mitigation())
                .param("helper", chosen.helper())
                .param("reason", chosen.reason())
                .param("author", chosen.author().account())
                .param("name", chosen.author().name())
                .param("at", Timestamp.from(chosen.at()))
                .update();
    }

    private static Mitigation mitigation(ResultSet row) throws SQLException {
        return new Mitigation(
                row.getString("weaker"),
                row.getString("mitigation"),
                row.getObject("helper", UUID.class),
                null,
                row.getString("reason"),
                new StoredAssessment.Author(row.getObject("author", UUID.class), row.getString("author_name")),
                row.getTimestamp("at").toInstant());
    }
}
