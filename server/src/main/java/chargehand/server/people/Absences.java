package chargehand.server.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The absences, as they are stored.
@Repository
class Absences {
    private static final String SELECT = """
            select id, person, from_day, to_day, kind, note from people.absence
            """;

    private final JdbcClient jdbc;

    Absences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// By person and date; those that end before `from` or begin after `to` are left out.
    List<Absence> of(Collection<UUID> persons, LocalDate from, LocalDate to) {
        return jdbc.sql(SELECT + """
                where person = any(cast(:persons as uuid[])) and to_day >= :from and from_day <= :to
                order by person, from_day, to_day
                """)
                .param("persons", persons.toArray(UUID[]::new))
                .param("from", from)
                .param("to", to)
                .query(Absences::absence)
                .list();
    }

    List<Absence> of(UUID person) {
        return jdbc.sql(SELECT + "where person = :person order by from_day, to_day")
                .param("person", person)
                .query(Absences::absence)
                .list();
    }

    Optional<Absence> find(UUID person, UUID absence) {
        return jdbc.sql(SELECT + "where person = :person and id = :id")
                .param("person", person)
                .param("id", absence)
                .query(Absences::absence)
                .optional();
    }

    void insert(Absence absence) {
        jdbc.sql("""
                insert into people.absence (id, person, from_day, to_day, kind, note)
                values (:id, :person, :from, :to, :kind, :note)
                """)
                .param("id", absence.id())
                .param("person", absence.person())
                .param("from", absence.from())
                .param("to", absence.to())
                .param("kind", absence.kind())
                .param("note", absence.note())
                .update();
    }

    void remove(UUID absence) {
        jdbc.sql("delete from people.absence where id = :id")
                .param("id", absence)
                .update();
    }

    private static Absence absence(ResultSet row, int number) throws SQLException {
        return new Absence(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getObject("person", UUID.class)),
                Objects.requireNonNull(row.getObject("from_day", LocalDate.class)),
                Objects.requireNonNull(row.getObject("to_day", LocalDate.class)),
                row.getString("kind"),
                row.getString("note"));
    }
}
