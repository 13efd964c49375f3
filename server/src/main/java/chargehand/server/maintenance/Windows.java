package chargehand.server.maintenance;

import chargehand.server.maintenance.WindowView.Freeze;
import chargehand.server.maintenance.WindowView.Named;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Change windows and freezes, as they are stored.
@Repository
class Windows {
    private final JdbcClient jdbc;

    Windows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// By name.
    List<Named> all() {
        return jdbc.sql("select * from maintenance.change_window order by lower(name)")
                .query((row, number) -> new Named(
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getString("rule"),
                        Policies.day(row, "first"),
                        Objects.requireNonNull(row.getObject("begins", LocalTime.class)),
                        row.getInt("minutes")))
                .list();
    }

    Optional<Named> find(UUID id) {
        return all().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    void put(Named window) {
        jdbc.sql("""
                insert into maintenance.change_window (id, name, rule, first, begins, minutes)
                values (:id, :name, :rule, :first, :from, :minutes)
                on conflict (id) do update set name = excluded.name, rule = excluded.rule, first = excluded.first,
                    begins = excluded.begins, minutes = excluded.minutes
                """)
                .param("id", window.id())
                .param("name", window.name())
                .param("rule", window.rule())
                .param("first", window.first())
                .param("from", window.from())
                .param("minutes", window.minutes())
                .update();
    }

    boolean remove(UUID id) {
        return jdbc.sql("delete from maintenance.change_window where id = :id")
                        .param("id", id)
                        .update()
                > 0;
    }

    /// In the order in which they come.
    List<Freeze> freezes() {
        return jdbc.sql("select * from maintenance.freeze order by first, lower(name)")
                .query((row, number) -> new Freeze(
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        Policies.day(row, "first"),
                        Policies.day(row, "last")))
                .list();
    }

    void insert(Freeze freeze) {
        jdbc.sql("insert into maintenance.freeze (id, name, first, last) values (:id, :name, :first, :last)")
                .param("id", freeze.id())
                .param("name", freeze.name())
                .param("first", freeze.first())
                .param("last", freeze.last())
                .update();
    }

    boolean thaw(UUID freeze) {
        return jdbc.sql("delete from maintenance.freeze where id = :id")
                        .param("id", freeze)
                        .update()
                > 0;
    }
}
