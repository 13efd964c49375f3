package chargehand.server.staffing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The applications, as they are stored.
@Repository
class Applications {
    /// All but the CV itself, which is long.
    static final String SELECT = """
            select id, vacancy, number, name, email, message, document, file, source, state, cv_state, opened_by, at
            from staffing.application
            """;

    static final String SELECT_WITH_CV = """
            select id, vacancy, number, name, email, message, document, file, source, state, cv_state, opened_by, at, cv
            from staffing.application
            """;

    private static final int MOST = 1000;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Applications(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// Who is behind an application, as far as they said.
    record Applicant(String name, String email, @Nullable String message) {
        static final Applicant UNKNOWN = new Applicant("", "", null);
    }

    /// A file that came with it.
    record Attached(UUID document, String name) {}

    /// With the next number of its vacancy.
    void insert(UUID id, UUID vacancy, String source, Applicant applicant, @Nullable Attached file, Instant at) {
        jdbc.sql("select id from staffing.vacancy where id = :id for update")
                .param("id", vacancy)
                .query(UUID.class)
                .single();
        jdbc.sql("""
                insert into staffing.application (id, vacancy, number, source, name, email, message, document, file, at)
                select :id, :vacancy, coalesce(max(number), 0) + 1, :source, :name, :email, :message, :document, :file, :at
                from staffing.application where vacancy = :vacancy
                """)
                .param("id", id)
                .param("vacancy", vacancy)
                .param("source", source)
                .param("name", applicant.name())
                .param("email", applicant.email())
                .param("message", applicant.message())
                .param("document", file == null ? null : file.document())
                .param("file", file == null ? null : file.name())
                .param("at", Timestamp.from(at))
                .update();
    }

    /// @param own the hash of what opens the applicant's own page
    void keep(UUID id, byte[] own) {
        jdbc.sql("update staffing.application set own_key = :own where id = :id")
                .param("own", own)
                .param("id", id)
                .update();
    }

    /// Whose own page it is.
    Optional<Application> own(UUID vacancy, byte[] own) {
        return jdbc.sql(SELECT + "where own_key = :own and vacancy = :vacancy")
                .param("own", own)
                .param("vacancy", vacancy)
                .query((row, number) -> application(row))
                .optional();
    }

    void name(UUID id, String name, String email) {
        jdbc.sql("update staffing.application set name = :name, email = :email where id = :id")
                .param("name", name)
                .param("email", email)
                .param("id", id)
                .update();
    }

    /// The first who applied first: no ranking.
    List<Application> of(UUID vacancy) {
        return jdbc.sql(SELECT + "where vacancy = :vacancy order by number limit :most")
                .param("vacancy", vacancy)
                .param("most", MOST)
                .query((row, number) -> application(row))
                .list();
    }

    Optional<Application> find(UUID vacancy, UUID id) {
        return jdbc.sql(SELECT + "where id = :id and vacancy = :vacancy")
                .param("id", id)
                .param("vacancy", vacancy)
                .query((row, number) -> application(row))
                .optional();
    }

    static Application application(ResultSet row) throws SQLException {
        var checked = row.getString("cv_state");
        return new Application(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getObject("vacancy", UUID.class)),
                row.getInt("number"),
                row.getString("name"),
                row.getString("email"),
                row.getString("message"),
                row.getString("file"),
                row.getString("source"),
                row.getString("state"),
                checked != null ? checked : row.getObject("document") == null ? "none" : "waiting",
                row.getString("opened_by"),
                row.getTimestamp("at").toInstant());
    }

    /// Empty until it is checked.
    Optional<CvChecked> checked(UUID id) {
        return jdbc.sql("select cv from staffing.application where id = :id and cv is not null")
                .param("id", id)
                .query((row, number) -> json.readValue(row.getString("cv"), CvChecked.class))
                .optional();
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
