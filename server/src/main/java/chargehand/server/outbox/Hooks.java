package chargehand.server.outbox;

import chargehand.server.outbox.Hook.Whose;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Webhooks, as they are stored.
@Repository
class Hooks {
    private final JdbcClient jdbc;

    Hooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Hook hook) {
        jdbc.sql("""
                insert into outbox.hook (id, project, account, kind, name, address, secret, hears, paused, made_at, made_name)
                values (:id, :project, :account, :kind, :name, :address, :secret, :hears, :paused, :at, :by)
                """)
                .param("id", hook.id())
                .param("project", hook.whose().project(), Types.OTHER)
                .param("account", hook.whose().account(), Types.OTHER)
                .param("kind", hook.kind().name())
                .param("name", hook.name())
                .param("address", hook.address())
                .param("secret", hook.secret(), Types.VARCHAR)
                .param("hears", words(hook.hears()))
                .param("paused", hook.paused())
                .param("at", Timestamp.from(hook.madeAt()))
                .param("by", hook.madeBy())
                .update();
    }

    private static String[] words(Collection<Notice.Kind> kinds) {
        return kinds.stream().map(Notice.Kind::word).sorted().toArray(String[]::new);
    }

    void put(Hook hook) {
        jdbc.sql("update outbox.hook set name = :name, hears = :hears, paused = :paused where id = :id")
                .param("id", hook.id())
                .param("name", hook.name())
                .param("hears", words(hook.hears()))
                .param("paused", hook.paused())
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("delete from outbox.hook where id = :id").param("id", id).update();
    }

    Optional<Hook> find(UUID id) {
        return jdbc.sql("select * from outbox.hook where id = :id")
                .param("id", id)
                .query(Hooks::hook)
                .optional();
    }

    /// In the order in which they were made.
    List<Hook> of(Whose whose) {
        return jdbc.sql("""
                select * from outbox.hook
                where project is not distinct from :project and account is not distinct from :account order by id
                """)
                .param("project", whose.project(), Types.OTHER)
                .param("account", whose.account(), Types.OTHER)
                .query(Hooks::hook)
                .list();
    }

    /// Those that hear of one of the projects now.
    List<Hook> hearing(Collection<UUID> projects) {
        return jdbc.sql("""
                select * from outbox.hook
                where not paused and account is null and (project is null or project = any(:projects)) order by id
                """)
                .param("projects", projects.toArray(UUID[]::new))
                .query(Hooks::hook)
                .list();
    }

    private static Hook hook(ResultSet row, int number) throws SQLException {
        return new Hook(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                new Whose(row.getObject("project", UUID.class), row.getObject("account", UUID.class)),
                Hook.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("address"),
                row.getString("secret"),
                Arrays.stream((String[]) row.getArray("hears").getArray())
                        .map(Notice.Kind::of)
                        .collect(Collectors.toSet()),
                row.getBoolean("paused"),
                row.getTimestamp("made_at").toInstant(),
                row.getString("made_name"));
    }
}
