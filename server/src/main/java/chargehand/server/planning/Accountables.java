package chargehand.server.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who answers for each project, today and before.
@Repository
public class Accountables {
    private final JdbcClient jdbc;

    Accountables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public enum Part {
        manager,
        deputy,
        acting
    }

    /// @param since when it begins, which may be still to come
    /// @param until when it ends, or null if nobody said so
    public record Held(
            UUID project,
            Part part,
            @Nullable UUID account,
            @Nullable UUID person,
            String name,
            Instant since,
            @Nullable Instant until) {}

    private static Held held(ResultSet row) throws SQLException {
        return new Held(
                row.getObject("project", UUID.class),
                Part.valueOf(row.getString("part")),
                row.getObject("account", UUID.class),
                row.getObject("person", UUID.class),
                row.getString("name"),
                Plans.instant(row, "since"),
                Plans.optional(row, "until"));
    }

    /// Whoever is acting, else the manager.
    Map<UUID, Project.Accountable> at(Instant now, Collection<UUID> projects) {
        var today = new HashMap<UUID, Project.Accountable>();
        if (projects.isEmpty()) return today;
        jdbc.sql("""
                select project, part, account, person, name, since, until from planning.accountable
                where project = any(cast(:projects as uuid[])) and since <= :now
                    and (until is null or until > :now) and part <> 'deputy'
                order by part desc
                """)
                .param("projects", projects.toArray(UUID[]::new))
                .param("now", Plans.utc(now))
                .query((row, number) -> held(row))
                .list()
                .forEach(each ->
                        today.merge(each.project(), accountable(each), (one, other) -> one.acting() ? one : other));
        return today;
    }

    private static Project.Accountable accountable(Held held) {
        return new Project.Accountable(
                held.account(), held.person(), held.name(), held.since(), held.part() == Part.acting);
    }

    /// The newest first.
    public List<Held> history(UUID project) {
        return jdbc.sql("""
                select project, part, account, person, name, since, until from planning.accountable
                where project = :project order by since desc, part
                """)
                .param("project", project)
                .query((row, number) -> held(row))
                .list();
    }

    /// The accounts of all who answer for a project at a moment, deputies too.
    public List<UUID> answering(UUID project, Instant at) {
        return history(project).stream()
                .filter(each -> !each.since().isAfter(at)
                        && (each.until() == null || each.until().isAfter(at)))
                .map(Held::account)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /// The one who is last to have it, as far as anybody said.
    Optional<Held> last(UUID project, Part part) {
        return history(project).stream()
                .filter(each -> each.part() == part && each.until() == null)
                .findFirst();
    }

    /// Who was to begin later never does.
    void end(UUID project, Part part, Instant at) {
        jdbc.sql("delete from planning.accountable where project = :project and part = :part and since > :at")
                .param("at", Plans.utc(at))
                .param("project", project)
                .param("part", part.name())
                .update();
        jdbc.sql("""
                update planning.accountable set until = :at where project = :project and part = :part
                    and (until is null or until > :at)
                """)
                .param("at", Plans.utc(at))
                .param("project", project)
                .param("part", part.name())
                .update();
    }

    void begin(Held held, UUID author) {
        jdbc.sql("""
                insert into planning.accountable (project, part, account, person, name, since, author)
                values (:project, :part, :account, :person, :name, :since, :author)
                """)
                .param("project", held.project())
                .param("part", held.part().name())
                .param("account", held.account())
                .param("person", held.person())
                .param("name", held.name())
                .param("since", Plans.utc(held.since()))
                .param("author", author)
                .update();
    }
}
