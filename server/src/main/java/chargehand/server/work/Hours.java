package chargehand.server.work;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What was worked on tasks as week sheets have it, without who it was.
@Repository
public class Hours {
    /// Approved lines, and of sheets that wait the newest ones.
    private static final String COUNTED = """
            select l.project, l.task, l.name, l.code, l.person, l.week,
                (select sum(m) from unnest(l.minutes) as m) as minutes, l.revision = s.approved as approved
            from work.sheet_line l join work.sheet s on s.person = l.person and s.week = l.week
            where (l.revision = s.approved or s.approved = 0 and s.state = 'submitted')
            """;

    private final JdbcClient jdbc;

    Hours(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param minutes approved
    /// @param people whose hours these are
    public record OnTask(long minutes, Set<UUID> people) {}

    /// The approved hours of a project, by its tasks' ids.
    public Map<String, OnTask> approved(UUID project) {
        var all = new HashMap<String, OnTask>();
        jdbc.sql("select task, person, sum(minutes) as minutes from (" + COUNTED
                        + "and l.project = :project) as counted where approved group by task, person")
                .param("project", project)
                .query(row -> {
                    var person = Set.of(Needed.uuid(row, "person"));
                    all.merge(row.getString("task"), new OnTask(row.getLong("minutes"), person), Hours::both);
                });
        return all;
    }

    private static OnTask both(OnTask one, OnTask other) {
        var people = new LinkedHashSet<>(one.people());
        people.addAll(other.people());
        return new OnTask(one.minutes() + other.minutes(), people);
    }

    /// @param approved minutes that count
    /// @param waiting minutes of sheets that wait to be approved
    @Schema(name = "ProjectHours")
    public record Line(String task, String name, @Nullable String code, long approved, long waiting) {}

    /// By task and cost code, in the order of the tasks' names.
    List<Line> of(UUID project) {
        return jdbc.sql("""
                select task, max(name) as name, code, coalesce(sum(minutes) filter (where approved), 0) as approved,
                    coalesce(sum(minutes) filter (where not approved), 0) as waiting from (""" + COUNTED + """
                and l.project = :project) as counted group by task, code having sum(minutes) > 0 order by 2, 3
                """)
                .param("project", project)
                .query((row, _) -> new Line(
                        row.getString("task"),
                        row.getString("name"),
                        row.getString("code"),
                        row.getLong("approved"),
                        row.getLong("waiting")))
                .list();
    }
}
