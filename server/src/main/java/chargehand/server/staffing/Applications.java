package chargehand.server.staffing;

import chargehand.server.audit.Audit;
import chargehand.server.documents.Document;
import chargehand.server.documents.Documents;
import chargehand.server.identity.Caller;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Takes applications in. The record of deeds learns that one came, and nothing of who it is from.
@Service
class Applications {
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_MESSAGE = 10_000;

    private final JdbcClient jdbc;
    private final Documents documents;
    private final Audit audit;
    private final LiveEvents live;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;
    private final Clock clock;

    Applications(
            JdbcClient jdbc,
            Documents documents,
            Audit audit,
            LiveEvents live,
            ApplicationEventPublisher events,
            JsonMapper json,
            Clock clock) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.audit = audit;
        this.live = live;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    /// @param file null for none
    /// @throws Problem if a name or an address is missing, or the file can't be taken
    @Transactional
    void apply(Vacancy vacancy, String name, String email, @Nullable String message, @Nullable Upload file) {
        var id = Ids.next(clock);
        var document =
                file == null ? null : documents.store(file.name(), file.bytes()).id();
        jdbc.sql("""
                insert into staffing.application (id, vacancy, name, email, message, document, at)
                values (:id, :vacancy, :name, :email, :message, :document, :at)
                """)
                .param("id", id)
                .param("vacancy", vacancy.id())
                .param("name", line("name", name))
                .param("email", email(email))
                .param("message", message(message))
                .param("document", document)
                .param("at", Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MILLIS)))
                .update();
        audit.record(Caller.SYSTEM, "application-received", "vacancy", vacancy.id(), vacancy.project(), Map.of());
        live.publish("vacancy", vacancy.id(), vacancy.version(), null, EventScope.company());
        events.publishEvent(new ApplicationReceived(id));
    }

    /// What was sent along.
    record Upload(String name, byte[] bytes) {}

    private static String line(String field, String written) {
        var plain = written.strip();
        if (plain.isEmpty() || plain.length() > LONGEST_LINE)
            throw Problem.invalid(field, "It has 1 to %d characters.".formatted(LONGEST_LINE));
        return plain;
    }

    private static String email(String written) {
        var plain = line("email", written);
        if (!plain.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"))
            throw Problem.invalid("email", "That is no e-mail address.").hint("Write it as name@place.example.");
        return plain;
    }

    private static @Nullable String message(@Nullable String written) {
        if (written == null || written.isBlank()) return null;
        if (written.length() > LONGEST_MESSAGE)
            throw Problem.invalid("message", "A message has at most %d characters.".formatted(LONGEST_MESSAGE));
        return written.strip();
    }

    /// The first who applied first: no ranking.
    List<Application> of(UUID vacancy) {
        return jdbc.sql("""
                select *, row_number() over (order by at, id) as number from staffing.application
                where vacancy = :vacancy order by at, id limit 1000
                """)
                .param("vacancy", vacancy)
                .query((row, number) -> application(row))
                .list();
    }

    Optional<Application> find(UUID vacancy, UUID id) {
        return of(vacancy).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private Application application(ResultSet row) throws SQLException {
        var document = row.getObject("document", UUID.class);
        var checked = row.getString("cv");
        return new Application(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getObject("vacancy", UUID.class)),
                row.getInt("number"),
                row.getString("name"),
                row.getString("email"),
                row.getString("message"),
                fileName(document),
                row.getString("state"),
                document == null
                        ? "none"
                        : checked == null
                                ? "waiting"
                                : json.readValue(checked, CvChecked.class).state(),
                row.getString("opened_by"),
                row.getTimestamp("at").toInstant());
    }

    /// What is still to be checked, the oldest first.
    List<UUID> unchecked() {
        return jdbc.sql("""
                select id from staffing.application where checked is null and document is not null order by at, id
                """)
                .query((row, number) -> Objects.requireNonNull(row.getObject("id", UUID.class)))
                .list();
    }

    record Waiting(UUID vacancy, UUID document) {}

    Optional<Waiting> waiting(UUID id) {
        return jdbc.sql("""
                select vacancy, document from staffing.application
                where id = :id and checked is null and document is not null
                """)
                .param("id", id)
                .query((row, number) -> new Waiting(
                        Objects.requireNonNull(row.getObject("vacancy", UUID.class)),
                        Objects.requireNonNull(row.getObject("document", UUID.class))))
                .optional();
    }

    void putChecked(UUID id, CvChecked checked) {
        jdbc.sql("update staffing.application set cv = cast(:cv as jsonb), checked = :now where id = :id")
                .param("cv", json.writeValueAsString(checked))
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    /// Empty until it is checked.
    Optional<CvChecked> checked(UUID id) {
        return jdbc.sql("select cv from staffing.application where id = :id and cv is not null")
                .param("id", id)
                .query((row, number) -> json.readValue(row.getString("cv"), CvChecked.class))
                .optional();
    }

    private @Nullable String fileName(@Nullable UUID document) {
        return document == null
                ? null
                : documents.find(document).map(Document::name).orElse(null);
    }

    Optional<UUID> document(UUID vacancy, UUID application) {
        return jdbc.sql("select document from staffing.application where id = :id and vacancy = :vacancy")
                .param("id", application)
                .param("vacancy", vacancy)
                .query((row, number) -> Optional.ofNullable(row.getObject("document", UUID.class)))
                .optional()
                .flatMap(each -> each);
    }
}
