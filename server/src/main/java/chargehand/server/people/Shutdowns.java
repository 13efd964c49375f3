package chargehand.server.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The shutdowns, as they are stored.
@Repository
class Shutdowns {
    private final JdbcClient jdbc;

    Shutdowns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Shutdown> all() {
        return jdbc.sql("select id, site, from_day, to_day, name from people.shutdown order by from_day, id")
                .query(Shutdowns::shutdown)
                .list();
    }

    void insert(Shutdown shutdown) {
        jdbc.sql("""
                insert into people.shutdown (id, site, from_day, to_day, name)
                values (:id, :site, :from, :to, :name)
                """)
                .param("id", shutdown.id())
                .param("site", shutdown.site())
                .param("from", shutdown.from())
                .param("to", shutdown.to())
                .param("name", shutdown.name())
                .update();
    }

    boolean remove(UUID id) {
        return jdbc.sql("delete from people.shutdown where id = :id")
                        .param("id", id)
                        .update()
                > 0;
    }

    private static Shutdown shutdown(ResultSet row, int number) throws SQLException {
        return new Shutdown(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getObject("site", UUID.class),
                Objects.requireNonNull(row.getObject("from_day", LocalDate.class)),
                Objects.requireNonNull(row.getObject("to_day", LocalDate.class)),
                row.getString("name"));
    }
}
