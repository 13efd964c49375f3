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

/// The vacancies, as they are stored.
@Repository
class Vacancies {
    private final JdbcClient jdbc;

    Vacancies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The newest first.
    List<Vacancy> all() {
        return jdbc.sql("select * from staffing.vacancy order by since desc, id desc limit 500")
                .query((row, number) -> vacancy(row))
                .list();
    }

    Optional<Vacancy> find(UUID id) {
        return jdbc.sql("select * from staffing.vacancy where id = :id")
                .param("id", id)
                .query((row, number) -> vacancy(row))
                .optional();
    }

    void insert(Vacancy vacancy, Instant since) {
        write("""
                insert into staffing.vacancy (id, assessment, project, kind, language, title, body, contact, place, country,
                    remote, employment, valid_until, published, closed, author, author_name, since, version)
                values (:id, :assessment, :project, :kind, :language, :title, :body, :contact, :place, :country, :remote,
                    :employment, :until, :published, :closed, :author, :name, :since, :version)
                """, vacancy, since);
    }

    /// False if the version there is not the one before this one's.
    boolean update(Vacancy vacancy) {
        return write("""
                update staffing.vacancy set title = :title, body = :body, contact = :contact, place = :place,
                    country = :country, remote = :remote, employment = :employment, valid_until = :until,
                    published = :published, closed = :closed, version = :version
                where id = :id and version = :version - 1
                """, vacancy, Instant.EPOCH) > 0;
    }

    private int write(String sql, Vacancy vacancy, Instant since) {
        return jdbc.sql(sql)
                .param("id", vacancy.id())
                .param("assessment", vacancy.assessment())
                .param("project", vacancy.project())
                .param("kind", vacancy.kind())
                .param("language", vacancy.language())
                .param("title", vacancy.title())
                .param("body", vacancy.body())
                .param("contact", vacancy.contact())
                .param("place", vacancy.place())
                .param("country", vacancy.country())
                .param("remote", vacancy.remote())
                .param("employment", vacancy.employment().name())
                .param("until", java.sql.Date.valueOf(vacancy.validUntil()))
                .param("published", timestamp(vacancy.published()))
                .param("closed", timestamp(vacancy.closed()))
                .param("author", vacancy.author().account())
                .param("name", vacancy.author().name())
                .param("since", Timestamp.from(since))
                .param("version", vacancy.version())
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static Vacancy vacancy(ResultSet row) throws SQLException {
        return new Vacancy(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getObject("assessment", UUID.class)),
                row.getObject("project", UUID.class),
                row.getString("kind"),
                row.getString("language"),
                row.getString("title"),
                row.getString("body"),
                row.getString("contact"),
                row.getString("place"),
                row.getString("country"),
                row.getBoolean("remote"),
                Vacancy.Employment.valueOf(row.getString("employment")),
                row.getDate("valid_until").toLocalDate(),
                instant(row, "published"),
                instant(row, "closed"),
                new StoredAssessment.Author(row.getObject("author", UUID.class), row.getString("author_name")),
                row.getLong("version"));
    }
}
