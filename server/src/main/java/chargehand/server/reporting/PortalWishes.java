package chargehand.server.reporting;

import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.identity.Recipients;
import chargehand.server.identity.Scopes;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What a project's client may see of the money: nothing, unless somebody who sees it themselves has said otherwise.
@Service
class PortalWishes {
    private final JdbcClient jdbc;
    private final Scopes scopes;
    private final Recipients recipients;
    private final Audit audit;
    private final LiveEvents events;
    private final Clock clock;

    PortalWishes(JdbcClient jdbc, Scopes scopes, Recipients recipients, Audit audit, LiveEvents events, Clock clock) {
        this.jdbc = jdbc;
        this.scopes = scopes;
        this.recipients = recipients;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// @param money whether updates for the client have what they pay, from the next one on
    /// @param name who has said so, and `at` when; absent while nobody has
    @Schema(name = "PortalWish")
    record Wish(
            boolean money, @Nullable String name, @Nullable Instant at) {
        static final Wish USUAL = new Wish(false, null, null);
    }

    Wish of(UUID project) {
        return jdbc.sql("select money, set_name, set_at from reporting.portal_wish where project = :project")
                .param("project", project)
                .query((row, _) -> new Wish(
                        row.getBoolean("money"),
                        row.getString("set_name"),
                        row.getTimestamp("set_at").toInstant()))
                .optional()
                .orElse(Wish.USUAL);
    }

    boolean showsMoney(UUID project) {
        return of(project).money();
    }

    /// Whether this reader of the portal sees it: one of the client's people, or somebody who sees it anyway.
    boolean showsMoney(Caller caller, UUID project) {
        if (!showsMoney(project)) return false;
        return seesPay(caller, project) || recipients.clientsOf(project).contains(caller.account());
    }

    /// Of these projects those whose updates have the money.
    Set<UUID> showingMoney(Collection<UUID> projects) {
        return Set.copyOf(jdbc.sql("""
                select project from reporting.portal_wish where project = any(cast(:projects as uuid[])) and money
                """)
                .param("projects", projects.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    boolean seesPay(Caller caller, UUID project) {
        return caller.may(Permission.SALES_SEE, project, scopes.client(project).orElse(null));
    }

    /// @throws Problem 403 for whoever does not see what clients pay
    @Transactional
    Wish set(Caller caller, UUID project, boolean money) {
        needSeeing(caller, project);
        jdbc.sql("""
                insert into reporting.portal_wish (project, money, set_name, set_at) values (:project, :money, :name, :at)
                on conflict (project) do update set money = excluded.money, set_name = excluded.set_name,
                    set_at = excluded.set_at
                """)
                .param("project", project)
                .param("money", money)
                .param("name", caller.name())
                .param("at", Updates.utc(clock.instant()))
                .update();
        audit.record(caller, "portal-money-set", "project", project, project, Map.of("money", money));
        events.publish("update", project, null, caller.account(), EventScope.project(project));
        return of(project);
    }

    void needSeeing(Caller caller, UUID project) {
        if (!seesPay(caller, project))
            throw Problem.forbidden().hint("Whoever sees what the client pays decides whether the portal shows it.");
    }
}
