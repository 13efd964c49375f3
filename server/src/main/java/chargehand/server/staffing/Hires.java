package chargehand.server.staffing;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The hires, as they are stored: one an application at most.
@Repository
class Hires {
    private final JdbcClient jdbc;

    Hires(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Hire> of(UUID application) {
        return jdbc.sql("select * from staffing.hire where application = :application")
                .param("application", application)
                .query((row, number) -> new Hire(
                        Objects.requireNonNull(row.getObject("person", UUID.class)),
                        row.getString("part"),
                        row.getObject("first_day", LocalDate.class),
                        new StoredAssessment.Author(row.getObject("author", UUID.class), row.getString("author_name")),
                        row.getTimestamp("at").toInstant()))
                .optional();
    }

    /// False if somebody was faster.
    boolean insert(UUID application, Hire hire) {
        return jdbc.sql("""
                insert into staffing.hire (application, person, part, first_day, author, author_name, at)
                values (:application, :person, :part, :first, :author, :name, :at)
                on conflict do nothing
                """)
                        .param("application", application)
                        .param("person", hire.person())
                        .param("part", hire.part())
                        .param("first", hire.first())
                        .param("author", hire.author().account())
                        .param("name", hire.author().name())
                        .param("at", Timestamp.from(hire.at()))
                        .update()
                > 0;
    }
}
