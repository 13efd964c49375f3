package chargehand.server.identity;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The tree of scopes: which project belongs to which client. Other modules tell it; access is decided by it.
@Component
public class Scopes {
    private final JdbcClient jdbc;

    Scopes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Makes a project known, or moves it to another client; null is the company itself.
    public void register(UUID project, @Nullable UUID client) {
        jdbc.sql("""
                insert into identity.project_scope (project, client) values (:project, :client)
                on conflict (project) do update set client = excluded.client
                """).param("project", project).param("client", client).update();
    }

    /// The client of a project; empty if there is no such project, or it is the company's own.
    public Optional<UUID> client(UUID project) {
        return jdbc.sql("select client from identity.project_scope where project = :project and client is not null")
                .param("project", project)
                .query(UUID.class)
                .optional();
    }
}
