package chargehand.server.planning;

import chargehand.server.identity.Visibility;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The projects, as lists have them.
@Repository
public class Projects {
    private static final String SELECT = """
            select p.id, p.name, p.client, c.name as client_name, p.zone, p.kind, p.finished, p.begun, p.done, p.first,
                p.finish, p.version, d.project as draft_of, d.name as draft_name
            from planning.project p left join identity.client c on c.id = p.client
                left join planning.draft d on d.id = p.id
            """;

    private final JdbcClient jdbc;
    private final Accountables accountables;
    private final Clock clock;

    Projects(JdbcClient jdbc, Accountables accountables, Clock clock) {
        this.jdbc = jdbc;
        this.accountables = accountables;
        this.clock = clock;
    }

    private record Row(
            UUID id,
            String name,
            Project.@Nullable ClientName client,
            String zone,
            Project.Kind kind,
            boolean finished,
            boolean begun,
            double done,
            Instant first,
            Instant finish,
            long version,
            Project.@Nullable DraftOf draft) {}

    /// Those that may be seen, by name.
    public List<Project> all(Visibility seen) {
        var rows = jdbc.sql(SELECT + """
                where not p.draft and (:all or p.client = any(cast(:clients as uuid[])) or p.id = any(cast(:projects as uuid[])))
                order by p.name, p.id
                """)
                .param("all", seen.company())
                .param("clients", seen.clientArray())
                .param("projects", seen.projectArray())
                .query((row, number) -> row(row))
                .list();
        return projects(rows);
    }

    public Optional<Project> find(UUID project) {
        var rows = jdbc.sql(SELECT + "where p.id = :id")
                .param("id", project)
                .query((row, number) -> row(row))
                .list();
        return projects(rows).stream().findFirst();
    }

    private List<Project> projects(List<Row> rows) {
        var ids = rows.stream().map(Row::id).toList();
        var today = accountables.at(clock.instant(), ids);
        var now = clock.instant();
        return rows.stream()
                .map(row -> new Project(
                        row.id(),
                        row.name(),
                        row.client(),
                        row.zone(),
                        row.kind(),
                        status(row, now),
                        today.get(row.id()),
                        row.first(),
                        row.finish(),
                        row.version(),
                        row.done(),
                        row.draft()))
                .toList();
    }

    private static Project.Status status(Row row, Instant now) {
        if (row.finished() || row.done() >= 1) return Project.Status.finished;
        return row.begun() || !now.isBefore(row.first()) ? Project.Status.running : Project.Status.planned;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("name"),
                client(row),
                row.getString("zone"),
                Project.Kind.valueOf(row.getString("kind")),
                row.getBoolean("finished"),
                row.getBoolean("begun"),
                row.getDouble("done"),
                Plans.instant(row, "first"),
                Plans.instant(row, "finish"),
                row.getLong("version"),
                draft(row));
    }

    private static Project.@Nullable ClientName client(ResultSet row) throws SQLException {
        var client = row.getObject("client", UUID.class);
        return client == null
                ? null
                : new Project.ClientName(client, Objects.requireNonNullElse(row.getString("client_name"), ""));
    }

    private static Project.@Nullable DraftOf draft(ResultSet row) throws SQLException {
        var of = row.getObject("draft_of", UUID.class);
        return of == null ? null : new Project.DraftOf(of, row.getString("draft_name"));
    }

    /// What is no part of the plan.
    void set(
            UUID project,
            Project.@Nullable Kind kind,
            @Nullable Boolean finished,
            boolean moves,
            @Nullable UUID client) {
        jdbc.sql("""
                update planning.project set kind = coalesce(:kind, kind), finished = coalesce(:finished, finished),
                    client = case when :moves then cast(:client as uuid) else client end
                where id = :id
                """)
                .param("id", project)
                .param("kind", kind == null ? null : kind.name())
                .param("finished", finished)
                .param("moves", moves)
                .param("client", client)
                .update();
    }

    /// The projects that have any of these persons in their team.
    List<UUID> sharing(java.util.Collection<UUID> persons) {
        return jdbc.sql("""
                select distinct t.project from planning.team_member t join planning.project p on p.id = t.project
                where t.person = any(cast(:persons as uuid[])) and not p.finished and not p.draft
                """)
                .param("persons", persons.toArray(UUID[]::new))
                .query((row, number) -> row.getObject("project", UUID.class))
                .list();
    }
}
