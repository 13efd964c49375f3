package chargehand.server.staffing;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who has asked for an order of applicants, as it is stored.
@Repository
class Rankings {
    private final JdbcClient jdbc;

    Rankings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID vacancy, Ranking.Asked asked) {
        jdbc.sql("""
                insert into staffing.ranking (id, vacancy, criteria, author, author_name, at)
                values (:id, :vacancy, cast(:criteria as text[]), :author, :name, :at)
                """)
                .param("id", asked.id())
                .param("vacancy", vacancy)
                .param("criteria", asked.criteria().toArray(String[]::new))
                .param("author", asked.author().account())
                .param("name", asked.author().name())
                .param("at", Timestamp.from(asked.at()))
                .update();
    }

    /// The newest first.
    List<Ranking.Asked> of(UUID vacancy) {
        return jdbc.sql("select * from staffing.ranking where vacancy = :vacancy order by at desc, id desc")
                .param("vacancy", vacancy)
                .query((row, number) -> asked(row))
                .list();
    }

    Optional<Ranking.Asked> find(UUID vacancy, UUID id) {
        return jdbc.sql("select * from staffing.ranking where vacancy = :vacancy and id = :id")
                .param("vacancy", vacancy)
                .param("id", id)
                .query((row, number) -> asked(row))
                .optional();
    }

    /// Those in which an application may have stood; the first first.
    List<Ranking.Asked> since(Application application) {
        return of(application.vacancy()).reversed().stream()
                .filter(each -> !each.at().isBefore(application.at()))
                .toList();
    }

    private static Ranking.Asked asked(ResultSet row) throws SQLException {
        return new Ranking.Asked(
                row.getObject("id", UUID.class),
                List.of(texts(row.getArray("criteria"))),
                new StoredAssessment.Author(row.getObject("author", UUID.class), row.getString("author_name")),
                row.getTimestamp("at").toInstant());
    }

    private static String[] texts(Array array) throws SQLException {
        return (String[]) array.getArray();
    }
}
