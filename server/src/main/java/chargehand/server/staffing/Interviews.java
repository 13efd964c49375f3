package chargehand.server.staffing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Notes and references, as they are stored.
@Repository
class Interviews {
    private final JdbcClient jdbc;

    Interviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Interview.Note> notes(UUID application) {
        return jdbc.sql("select * from staffing.interview_note where application = :application order by at, id")
                .param("application", application)
                .query((row, number) -> new Interview.Note(
                        row.getString("question"),
                        row.getString("finding"),
                        row.getString("note"),
                        row.getObject("valid_until", LocalDate.class),
                        author(row),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    List<Interview.Reference> references(UUID application) {
        return jdbc.sql("select * from staffing.reference where application = :application order by at, id")
                .param("application", application)
                .query((row, number) -> new Interview.Reference(
                        row.getString("name"),
                        row.getString("relation"),
                        row.getString("said"),
                        author(row),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    private static StoredAssessment.Author author(ResultSet row) throws SQLException {
        return new StoredAssessment.Author(row.getObject("author", UUID.class), row.getString("author_name"));
    }

    void insert(UUID id, UUID application, Interview.Note note) {
        jdbc.sql("""
                insert into staffing.interview_note (id, application, question, finding, note, valid_until, author,
                    author_name, at)
                values (:id, :application, :question, :finding, :note, :until, :author, :name, :at)
                """)
                .param("id", id)
                .param("application", application)
                .param("question", note.question())
                .param("finding", note.finding())
                .param("note", note.note())
                .param("until", note.until())
                .param("author", note.author().account())
                .param("name", note.author().name())
                .param("at", Timestamp.from(note.at()))
                .update();
    }

    void insert(UUID id, UUID application, Interview.Reference reference) {
        jdbc.sql("""
                insert into staffing.reference (id, application, name, relation, said, author, author_name, at)
                values (:id, :application, :name, :relation, :said, :author, :by, :at)
                """)
                .param("id", id)
                .param("application", application)
                .param("name", reference.name())
                .param("relation", reference.relation())
                .param("said", reference.said())
                .param("author", reference.author().account())
                .param("by", reference.author().name())
                .param("at", Timestamp.from(reference.at()))
                .update();
    }
}
