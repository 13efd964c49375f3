package chargehand.server.staffing;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The CVs that wait to be checked: in the database, so that nothing is lost with a server, and any of several servers
/// goes on with them.
@Repository
class CvQueue {
    /// Whoever has claimed one and says nothing for so long is taken to be gone. No CV needs that.
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    CvQueue(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /// @param tries how often it has been claimed, this time included
    record Waiting(UUID application, UUID vacancy, UUID document, int tries) {}

    /// The oldest that nobody works on, which is the caller's from now on.
    Optional<Waiting> claim() {
        return jdbc.sql("""
                update staffing.application set claimed = :now, tries = tries + 1 where id = (
                    select id from staffing.application
                    where checked is null and document is not null and (claimed is null or claimed < :gone)
                    order by at, id limit 1 for update skip locked)
                returning id, vacancy, document, tries
                """)
                .param("now", Timestamp.from(clock.instant()))
                .param("gone", Timestamp.from(clock.instant().minus(PATIENCE)))
                .query((row, number) -> new Waiting(
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        Objects.requireNonNull(row.getObject("vacancy", UUID.class)),
                        Objects.requireNonNull(row.getObject("document", UUID.class)),
                        row.getInt("tries")))
                .optional();
    }

    /// For whoever comes next.
    void giveBack(UUID application) {
        jdbc.sql("update staffing.application set claimed = null where id = :id and checked is null")
                .param("id", application)
                .update();
    }

    void put(UUID application, CvChecked checked) {
        jdbc.sql("""
                update staffing.application set cv = cast(:cv as jsonb), cv_state = :state, checked = :now where id = :id
                """)
                // PostgreSQL takes any character but this one.
                .param("cv", json.writeValueAsString(checked).replace("\\u0000", ""))
                .param("state", checked.state())
                .param("now", Timestamp.from(clock.instant()))
                .param("id", application)
                .update();
    }

    /// How many of a vacancy still wait.
    int waiting(UUID vacancy) {
        return jdbc.sql("""
                select count(*) from staffing.application
                where vacancy = :vacancy and checked is null and document is not null
                """).param("vacancy", vacancy).query(Integer.class).single();
    }
}
