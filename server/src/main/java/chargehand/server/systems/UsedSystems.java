package chargehand.server.systems;

import chargehand.server.systems.UsedSystem.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The systems of projects, as they are stored.
@Repository
class UsedSystems {
    private final JdbcClient jdbc;

    UsedSystems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// By kind and name.
    List<UsedSystem> of(UUID project) {
        var runsOn = pairs("runs_on", "other", project);
        var knownBy = pairs("known_by", "person", project);
        var tasks = pairs("task", "task", project);
        return jdbc.sql("select * from systems.used_system where project = :project order by kind, lower(name)")
                .param("project", project)
                .query((row, _) -> {
                    var id = Objects.requireNonNull(row.getObject("id", UUID.class));
                    return new UsedSystem(
                            id,
                            project,
                            Kind.valueOf(row.getString("kind")),
                            row.getString("name"),
                            row.getString("about"),
                            row.getString("field"),
                            row.getObject("asset", UUID.class),
                            row.getString("link"),
                            ids(runsOn, id),
                            ids(knownBy, id),
                            tasks.getOrDefault(id, List.of()),
                            row.getLong("version"));
                })
                .list();
    }

    private Map<UUID, List<String>> pairs(String table, String column, UUID project) {
        var found = new HashMap<UUID, List<String>>();
        jdbc.sql("""
                select p.used, cast(p.%1$s as text) as other from systems.%2$s p join systems.used_system s on s.id = p.used
                where s.project = :project order by 1, 2
                """.formatted(column, table)).param("project", project).query(row -> {
            found.computeIfAbsent(row.getObject("used", UUID.class), _ -> new ArrayList<>())
                    .add(row.getString("other"));
        });
        return found;
    }

    private static List<UUID> ids(Map<UUID, List<String>> found, UUID id) {
        return found.getOrDefault(id, List.of()).stream().map(UUID::fromString).toList();
    }

    Optional<UsedSystem> find(UUID project, UUID id) {
        return of(project).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /// One after the other writes the systems of a project, so that no two make a circle together.
    void lock(UUID project) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('systems ' || cast(:project as text)))")
                .param("project", project)
                .query((_, _) -> true)
                .single();
    }

    /// @return false if another of the project has its name
    boolean insert(UsedSystem system) {
        int made = jdbc.sql("""
                insert into systems.used_system (id, project, kind, name, about, field, asset, link)
                values (:id, :project, :kind, :name, :about, :field, cast(:asset as uuid), :link) on conflict do nothing
                """)
                .param("id", system.id())
                .param("project", system.project())
                .params(values(system))
                .update();
        if (made > 0) putPairs(system);
        return made > 0;
    }

    /// @return false if another of the project has its name
    boolean update(UsedSystem system) {
        int changed =
                jdbc.sql("""
                update systems.used_system s set kind = :kind, name = :name, about = :about, field = :field,
                    asset = cast(:asset as uuid), link = :link, version = version + 1
                where id = :id and not exists (select from systems.used_system o
                    where o.project = s.project and lower(o.name) = lower(:name) and o.id <> s.id)
                """).param("id", system.id()).params(values(system)).update();
        if (changed > 0) putPairs(system);
        return changed > 0;
    }

    private static Map<String, ?> values(UsedSystem system) {
        var values = new HashMap<String, Object>();
        values.put("kind", system.kind().name());
        values.put("name", system.name());
        values.put("about", system.about());
        values.put("field", system.field());
        values.put("asset", system.asset() == null ? null : system.asset().toString());
        values.put("link", system.link());
        return values;
    }

    private void putPairs(UsedSystem system) {
        put("runs_on", "other", "uuid", system.id(), system.runsOn());
        put("known_by", "person", "uuid", system.id(), system.knownBy());
        put("task", "task", "text", system.id(), system.tasks());
    }

    private void put(String table, String column, String type, UUID used, List<?> others) {
        jdbc.sql("delete from systems.%s where used = :used".formatted(table))
                .param("used", used)
                .update();
        jdbc.sql("insert into systems.%s (used, %s) select :used, x from unnest(cast(:others as %s[])) x"
                        .formatted(table, column, type))
                .param("used", used)
                .param("others", others.stream().map(Object::toString).toArray(String[]::new))
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("delete from systems.used_system where id = :id")
                .param("id", id)
                .update();
    }
}
