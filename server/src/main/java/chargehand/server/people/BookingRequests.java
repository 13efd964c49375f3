package chargehand.server.people;

import chargehand.server.identity.Visibility;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The requests for people's time, as they are stored.
@Repository
class BookingRequests {
    private static final int MOST = 500;

    private final JdbcClient jdbc;

    BookingRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those of visible projects, those for persons whom the caller leads, and all if they decide about everybody;
    /// undecided ones first, then the latest.
    List<BookingRequest> visible(Visibility projects, @Nullable UUID lead, boolean all) {
        return jdbc.sql("""
                select r.* from people.request r
                join people.person p on p.id = r.person
                left join identity.project_scope s on s.project = r.project
                where :all or :company or s.client = any(cast(:clients as uuid[]))
                    or r.project = any(cast(:projects as uuid[])) or p.lead = cast(:lead as uuid)
                    or r.person = cast(:lead as uuid)
                order by r.state <> 'open', coalesce(r.decided_at, r.asked_at) desc, r.id
                limit :most
                """)
                .param("all", all)
                .param("company", projects.company())
                .param("clients", projects.clientArray())
                .param("projects", projects.projectArray())
                .param("lead", lead)
                .param("most", MOST)
                .query(BookingRequests::request)
                .list();
    }

    /// Locked until the end of the transaction, so that it is decided once.
    Optional<BookingRequest> lock(UUID id) {
        return jdbc.sql("select * from people.request where id = :id for update")
                .param("id", id)
                .query(BookingRequests::request)
                .optional();
    }

    void insert(BookingRequest request) {
        jdbc.sql("""
                insert into people.request (id, project, person, starts, ends, units, hard, note, state, asked_by,
                    asked_by_name, asked_at)
                values (:id, :project, :person, :from, :to, :units, :hard, :note, 'open', :by, :name, :at)
                """)
                .param("id", request.id())
                .param("project", request.project())
                .param("person", request.person())
                .param("from", utc(request.fromInclusive()))
                .param("to", utc(request.toExclusive()))
                .param("units", request.units())
                .param("hard", request.hard())
                .param("note", request.note())
                .param("by", request.askedBy())
                .param("name", request.askedByName())
                .param("at", utc(request.askedAt()))
                .update();
    }

    void decide(BookingRequest request) {
        jdbc.sql("""
                update people.request set state = :state, decided_by = :by, decided_at = :at, rule = :rule
                where id = :id
                """)
                .param("id", request.id())
                .param("state", request.state().name())
                .param("by", request.decidedBy())
                .param("at", utc(request.decidedAt()))
                .param("rule", request.rule())
                .update();
    }

    void book(BookingRequest request) {
        jdbc.sql("""
                insert into people.booking (project, request, person, starts, ends, units, hard)
                select project, id, person, starts, ends, units, hard from people.request where id = :id
                """).param("id", request.id()).update();
    }

    /// Whether the project goes before every other one that has time of the person in the range; false if nobody has
    /// said what goes before what.
    boolean goesFirst(BookingRequest request) {
        return jdbc.sql("""
                select exists (select 1 from people.project_priority where project = :project)
                    and not exists (
                        select 1 from people.booking b
                        left join people.project_priority other on other.project = b.project
                        where b.person = :person and b.project <> :project and b.starts < :to and b.ends > :from
                            and coalesce(other.priority, 500) >=
                                (select priority from people.project_priority where project = :project))
                """)
                .param("project", request.project())
                .param("person", request.person())
                .param("from", utc(request.fromInclusive()))
                .param("to", utc(request.toExclusive()))
                .query(Boolean.class)
                .single();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static BookingRequest request(ResultSet row, int number) throws SQLException {
        return new BookingRequest(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getObject("project", UUID.class)),
                Objects.requireNonNull(row.getObject("person", UUID.class)),
                row.getObject("starts", OffsetDateTime.class).toInstant(),
                row.getObject("ends", OffsetDateTime.class).toInstant(),
                row.getInt("units"),
                row.getBoolean("hard"),
                row.getString("note"),
                BookingRequest.State.valueOf(row.getString("state")),
                Objects.requireNonNull(row.getObject("asked_by", UUID.class)),
                row.getString("asked_by_name"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("decided_by", UUID.class),
                row.getObject("decided_at") == null
                        ? null
                        : row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getString("rule"));
    }
}
