package chargehand.server.planning;

import chargehand.engine.levelling.Aim;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What counts first in each project's calendar.
@Repository
class Aims {
    private final JdbcClient jdbc;

    Aims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// In the order that its manager chose, or the usual one.
    List<Aim> of(UUID project) {
        return jdbc.sql("select aims from planning.aims where project = :project")
                .param("project", project)
                .query((row, number) -> Arrays.stream(
                                (String[]) row.getArray("aims").getArray())
                        .map(name -> Aim.valueOf(name.toUpperCase(Locale.ROOT)))
                        .toList())
                .optional()
                .orElse(Aim.USUAL);
    }

    void put(UUID project, List<Aim> aims) {
        jdbc.sql("""
                insert into planning.aims (project, aims) values (:project, :aims)
                on conflict (project) do update set aims = excluded.aims
                """)
                .param("project", project)
                .param("aims", aims.stream().map(Aims::name).toArray(String[]::new))
                .update();
    }

    static String name(Aim aim) {
        return aim.name().toLowerCase(Locale.ROOT);
    }
}
