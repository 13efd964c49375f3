package chargehand.server.planning;

import chargehand.server.identity.Caller;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who looks at a plan at the moment, and where in it. Whoever is silent for a while is gone.
@Service
class Presences {
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final LiveEvents events;
    private final Clock clock;

    Presences(JdbcClient jdbc, LiveEvents events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /// One who is here.
    ///
    /// @param task which they have selected, and `field` which they are writing in
    @Schema(name = "Present")
    record Present(
            UUID account,
            String name,
            String initials,
            @Nullable String task,
            @Nullable String field,
            Instant at) {}

    /// Those who are here, by name.
    List<Present> here(UUID project) {
        return jdbc.sql("""
                select account, name, task, field, at from planning.presence
                where project = :project and at > :since order by name, account
                """)
                .param("project", project)
                .param("since", Plans.utc(clock.instant().minus(SILENCE)))
                .query((row, number) -> new Present(
                        row.getObject("account", UUID.class),
                        row.getString("name"),
                        PlanViews.initials(row.getString("name")),
                        row.getString("task"),
                        row.getString("field"),
                        Plans.instant(row, "at")))
                .list();
    }

    /// Somebody is still here, or elsewhere in it; others hear of it if it is news.
    @Transactional
    List<Present> put(Caller caller, UUID project, @Nullable String task, @Nullable String field) {
        boolean same = here(project).stream()
                .anyMatch(each -> each.account().equals(caller.account())
                        && Objects.equals(each.task(), task)
                        && Objects.equals(each.field(), field));
        jdbc.sql("""
                insert into planning.presence (project, account, name, task, field, at)
                values (:project, :account, :name, :task, :field, :at)
                on conflict (project, account) do update set name = excluded.name, task = excluded.task,
                    field = excluded.field, at = excluded.at
                """)
                .param("project", project)
                .param("account", caller.account())
                .param("name", caller.name())
                .param("task", task)
                .param("field", field)
                .param("at", Plans.utc(clock.instant()))
                .update();
        if (!same) events.publish("presence", project, null, caller.account(), EventScope.project(project));
        return here(project);
    }
}
