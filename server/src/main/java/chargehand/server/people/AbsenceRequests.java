package chargehand.server.people;

import chargehand.server.people.AbsenceRequest.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Requests for absences, as they are stored.
@Repository
class AbsenceRequests {
    private final JdbcClient jdbc;

    AbsenceRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Locked, so that of two who decide at the same moment one is told.
    Optional<AbsenceRequest> find(UUID id) {
        return jdbc.sql("select * from people.absence_request where id = :id for update")
                .param("id", id)
                .query(AbsenceRequests::request)
                .optional();
    }

    /// Those whose days are not over: the open ones first, then the newest.
    List<AbsenceRequest> since(LocalDate day) {
        return jdbc.sql("""
                select * from people.absence_request where to_day >= :day
                order by state <> 'open', from_day, asked_at limit 500
                """).param("day", day).query(AbsenceRequests::request).list();
    }

    boolean isOpen(UUID person, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                select exists (select from people.absence_request
                    where person = :person and state = 'open' and from_day <= :to and to_day >= :from)
                """)
                .param("person", person)
                .param("from", from)
                .param("to", to)
                .query(Boolean.class)
                .single();
    }

    void insert(AbsenceRequest request) {
        jdbc.sql("""
                insert into people.absence_request (id, person, from_day, to_day, kind, note, state, asked_by, asked_name,
                    asked_at)
                values (:id, :person, :from, :to, :kind, :note, 'open', :by, :name, :at)
                """)
                .param("id", request.id())
                .param("person", request.person())
                .param("from", request.from())
                .param("to", request.to())
                .param("kind", request.kind())
                .param("note", request.note())
                .param("by", request.askedBy())
                .param("name", request.askedName())
                .param("at", request.asked().atOffset(ZoneOffset.UTC))
                .update();
    }

    void decide(
            UUID id, State state, @Nullable String answer, @Nullable UUID absence, UUID by, String name, Instant at) {
        jdbc.sql("""
                update people.absence_request set state = :state, answer = :answer, absence = :absence, decided_by = :by,
                    decided_name = :name, decided_at = :at where id = :id
                """)
                .param("state", state.name())
                .param("answer", answer)
                .param("absence", absence, Types.OTHER)
                .param("by", by)
                .param("name", name)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    private static AbsenceRequest request(ResultSet row, int number) throws SQLException {
        var decided = row.getTimestamp("decided_at");
        return new AbsenceRequest(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getObject("person", UUID.class)),
                Objects.requireNonNull(row.getObject("from_day", LocalDate.class)),
                Objects.requireNonNull(row.getObject("to_day", LocalDate.class)),
                row.getString("kind"),
                row.getString("note"),
                State.valueOf(row.getString("state")),
                row.getString("answer"),
                row.getObject("absence", UUID.class),
                Objects.requireNonNull(row.getObject("asked_by", UUID.class)),
                row.getString("asked_name"),
                row.getTimestamp("asked_at").toInstant(),
                row.getString("decided_name"),
                decided == null ? null : decided.toInstant());
    }
}
