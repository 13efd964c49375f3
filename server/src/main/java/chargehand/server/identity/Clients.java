package chargehand.server.identity;

import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import chargehand.server.shared.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The clients of the company.
@Component
public class Clients {
    private static final String SELECT = """
            select c.id, c.name, c.version, (
                select count(*) from identity.project_scope p
                where p.client = c.id and (:all or p.client = any(:clients) or p.project = any(:projects))
            ) as projects
            from identity.client c
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Clients(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /// The names of those of the ids that are clients.
    public Map<UUID, String> names(Collection<UUID> ids) {
        var names = new HashMap<UUID, String>();
        jdbc.sql("select id, name from identity.client where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    names.put(row.getObject("id", UUID.class), row.getString("name"));
                });
        return names;
    }

    public boolean exists(UUID client) {
        return names(List.of(client)).containsKey(client);
    }

    /// Refuses whoever may not do this in all of the client, or with null in all of the company. A client that the
    /// caller doesn't know is told as one that isn't there.
    public void need(Caller caller, Permission permission, @Nullable UUID client) {
        if (client != null && !(caller.sees(client) && exists(client)))
            throw Problem.invalid("client", "There is no such client.");
        if (!caller.mayIn(permission, client)) throw Problem.forbidden();
    }

    List<Client> visible(Caller caller) {
        var known = caller.knownClients();
        return statement(SELECT + " where :known or c.id = any(:knownClients) order by lower(c.name)", caller)
                .param("known", known.company())
                .param("knownClients", known.clientArray())
                .query((row, _) -> client(row))
                .list();
    }

    Optional<Client> find(Caller caller, UUID client) {
        return statement(SELECT + " where c.id = :client", caller)
                .param("client", client)
                .query((row, _) -> client(row))
                .optional();
    }

    private JdbcClient.StatementSpec statement(String sql, Caller caller) {
        var projects = caller.where(Permission.PROJECT_SEE);
        return jdbc.sql(sql)
                .param("all", projects.company())
                .param("clients", projects.clientArray())
                .param("projects", projects.projectArray());
    }

    private static Client client(ResultSet row) throws SQLException {
        return new Client(
                row.getObject("id", UUID.class), row.getString("name"), row.getInt("projects"), row.getLong("version"));
    }

    @Transactional
    public UUID create(Caller by, String name) {
        var id = Ids.next(clock);
        var plain = Values.name("name", name);
        try {
            jdbc.sql("insert into identity.client (id, name, version, since) values (:id, :name, 1, :now)")
                    .param("id", id)
                    .param("name", plain)
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw taken(plain);
        }
        events.publishEvent(new IdentityChanged(by, "client-created", "client", id, null, null, Map.of("name", plain)));
        return id;
    }

    @Transactional
    void rename(Caller by, UUID client, String name, long version) {
        var plain = Values.name("name", name);
        try {
            int changed = jdbc.sql("""
                    update identity.client set name = :name, version = version + 1
                    where id = :client and version = :version
                    """)
                    .param("client", client)
                    .param("name", plain)
                    .param("version", version)
                    .update();
            if (changed == 0)
                throw Version.outdated(
                        find(by, client).orElseThrow(Problem::notFound).version());
        } catch (DuplicateKeyException taken) {
            throw taken(plain);
        }
        events.publishEvent(
                new IdentityChanged(by, "client-renamed", "client", client, null, null, Map.of("name", plain)));
    }

    private static Problem taken(String name) {
        return Problem.of(409, "name-taken", "The name is taken", "There is another client named “%s”.".formatted(name))
                .with("name", name);
    }
}
