package chargehand.server.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The tree of scopes: which project belongs to which client. Other modules tell it; access is decided
/// by it.
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

    /// Makes a draft known: who may see or change its project may see or change it.
    public void registerDraft(UUID draft, UUID project) {
        jdbc.sql("""
                insert into identity.project_scope (project, client, draft_of)
                select :draft, client, project from identity.project_scope where project = :project
                """).param("draft", draft).param("project", project).update();
    }

    public void forgetDraft(UUID draft) {
        jdbc.sql("delete from identity.project_scope where project = :draft and draft_of is not null")
                .param("draft", draft)
                .update();
    }

    /// The project by which access is decided: of a draft that which it is of, else itself.
    public UUID home(UUID project) {
        var place = places(List.of(project)).get(project);
        return place == null ? project : place.home();
    }

    /// Where a project hangs.
    ///
    /// @param home by which access is decided: of a draft the project that it is of, else itself
    /// @param client null where it is the company's own
    public record Place(UUID home, @Nullable UUID client) {}

    /// Where each of the projects hangs; those that nobody knows are left out.
    public Map<UUID, Place> places(Collection<UUID> projects) {
        var places = new HashMap<UUID, Place>();
        jdbc.sql("""
                select s.project, coalesce(home.project, s.project) as home, coalesce(home.client, s.client) as client
                from identity.project_scope s
                left join identity.project_scope home on home.project = s.draft_of
                where s.project = any(:projects)
                """).param("projects", projects.toArray(UUID[]::new)).query(row -> {
            var place = new Place(row.getObject("home", UUID.class), row.getObject("client", UUID.class));
            places.put(row.getObject("project", UUID.class), place);
        });
        return places;
    }

    /// Tells what the project is called, for lists of grants.
    public void name(UUID project, String name) {
        jdbc.sql("update identity.project_scope set name = :name where project = :project")
                .param("project", project)
                .param("name", name)
                .update();
    }

    /// The client of a project; empty if there is no such project, or it is the company's own.
    public Optional<UUID> client(UUID project) {
        return Optional.ofNullable(places(List.of(project)).get(project)).map(Place::client);
    }

    /// The projects of clients.
    public List<UUID> projects(Collection<UUID> clients) {
        return jdbc.sql("select project from identity.project_scope where client = any(:clients) and draft_of is null")
                .param("clients", clients.toArray(UUID[]::new))
                .query((row, _) -> row.getObject("project", UUID.class))
                .list();
    }

    boolean knows(UUID project) {
        return jdbc.sql(
                        "select exists (select from identity.project_scope where project = :project and draft_of is null)")
                .param("project", project)
                .query(Boolean.class)
                .single();
    }
}
