package chargehand.server.identity;

import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who has which role where.
@Component
public class Grants {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Scopes scopes;
    private final Clients clients;
    private final ApplicationEventPublisher events;

    Grants(JdbcClient jdbc, Clock clock, Scopes scopes, Clients clients, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.scopes = scopes;
        this.clients = clients;
        this.events = events;
    }

    /// Gives a role in the company (client and project null), in a client or in a project. What an account has
    /// already it is not given twice.
    @Transactional
    public UUID give(Caller by, UUID account, Role role, @Nullable UUID client, @Nullable UUID project) {
        check(account, client, project);
        var id = Ids.next(clock);
        int made = jdbc.sql("""
                insert into identity.role_grant (id, account, role, client, project, since, by)
                values (:id, :account, :role, :client, :project, :now, :by)
                on conflict do nothing
                """)
                .param("id", id)
                .param("account", account)
                .param("role", role.word())
                .param("client", client, Types.OTHER)
                .param("project", project, Types.OTHER)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by.account())
                .update();
        if (made == 0) return existing(account, role, client, project);
        tell(by, "role-given", account, role, client, project);
        return id;
    }

    private void check(UUID account, @Nullable UUID client, @Nullable UUID project) {
        boolean known = jdbc.sql("select exists (select from identity.account where id = :account)")
                .param("account", account)
                .query(Boolean.class)
                .single();
        if (!known) throw Problem.notFound();
        check(client, project);
    }

    void check(@Nullable UUID client, @Nullable UUID project) {
        if (client != null && !clients.exists(client)) throw Problem.invalid("id", "There is no such client.");
        if (project != null && !scopes.knows(project)) throw Problem.invalid("id", "There is no such project.");
    }

    private UUID existing(UUID account, Role role, @Nullable UUID client, @Nullable UUID project) {
        return jdbc.sql("""
                select id from identity.role_grant where account = :account and role = :role
                and client is not distinct from :client and project is not distinct from :project
                """)
                .param("account", account)
                .param("role", role.word())
                .param("client", client, Types.OTHER)
                .param("project", project, Types.OTHER)
                .query(UUID.class)
                .single();
    }

    /// Takes a role back; at once, on every node, in every open browser. Nothing happens where it isn't held.
    @Transactional
    public void take(Caller by, UUID account, Role role, @Nullable UUID client, @Nullable UUID project) {
        int taken = jdbc.sql("""
                delete from identity.role_grant where account = :account and role = :role
                and client is not distinct from :client and project is not distinct from :project
                """)
                .param("account", account)
                .param("role", role.word())
                .param("client", client, Types.OTHER)
                .param("project", project, Types.OTHER)
                .update();
        if (taken == 0) return;
        keepAnAdministrator();
        tell(by, "role-taken", account, role, client, project);
    }

    @Transactional
    void take(Caller by, UUID account, UUID grant) {
        var taken = jdbc.sql("""
                delete from identity.role_grant where id = :grant and account = :account
                returning role, client, project
                """)
                .param("grant", grant)
                .param("account", account)
                .query((row, _) -> new Caller.Grant(
                        Role.of(row.getString("role")),
                        row.getObject("client", UUID.class),
                        row.getObject("project", UUID.class)))
                .optional()
                .orElseThrow(Problem::notFound);
        keepAnAdministrator();
        tell(by, "role-taken", account, taken.role(), taken.client(), taken.project());
    }

    /// A company without anybody who can let others in would be locked for good.
    void keepAnAdministrator() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('identity.administrators'))")
                .query(row -> {});
        boolean left = jdbc.sql("""
                select exists (
                    select from identity.role_grant g join identity.account a on a.id = g.account
                    where g.role = 'administrator' and g.client is null and g.project is null and a.disabled is null)
                """).query(Boolean.class).single();
        if (!left)
            throw Problem.of(
                            409,
                            "last-administrator",
                            "Nobody would be left to let others in",
                            "This is the last administrator of the company.")
                    .hint("Make somebody else an administrator first.");
    }

    private void tell(
            Caller by, String action, UUID account, Role role, @Nullable UUID client, @Nullable UUID project) {
        var detail = new LinkedHashMap<String, Object>();
        detail.put("role", role.word());
        if (client != null) detail.put("client", client);
        if (project != null) detail.put("project", project);
        events.publishEvent(new IdentityChanged(by, action, "account", account, project, account, detail));
    }

    /// The accounts that have the role in exactly this project.
    public List<AccountName> in(UUID project, Role role) {
        return jdbc.sql("""
                select a.id, a.name, a.person from identity.role_grant g join identity.account a on a.id = g.account
                where g.project = :project and g.role = :role and a.disabled is null order by g.since, g.id
                """)
                .param("project", project)
                .param("role", role.word())
                .query((row, _) -> new AccountName(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        Values.initials(row.getString("name")),
                        row.getObject("person", UUID.class)))
                .list();
    }

    /// Whether an account that can sign in sees the project.
    public boolean reaches(UUID account, UUID project) {
        return jdbc.sql("""
                select exists (
                    select from identity.role_grant g
                    join identity.account a on a.id = g.account and a.disabled is null
                    join identity.project_scope s on s.project = :project
                    where g.account = :account and g.role = any(:roles)
                        and (g.client is null and g.project is null or g.client = s.client or g.project = s.project))
                """)
                .param("project", project)
                .param("account", account)
                .param(
                        "roles",
                        Access.rolesWith(Permission.PROJECT_SEE).stream()
                                .map(Role::word)
                                .toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    List<Grant> of(UUID account) {
        return of(List.of(account)).getOrDefault(account, List.of());
    }

    Map<UUID, List<Grant>> of(Collection<UUID> accounts) {
        var all = new HashMap<UUID, List<Grant>>();
        jdbc.sql("""
                select g.id, g.account, g.role, g.client, g.project, coalesce(c.name, p.name) as name
                from identity.role_grant g
                left join identity.client c on c.id = g.client
                left join identity.project_scope p on p.project = g.project
                where g.account = any(:accounts)
                order by g.since, g.id
                """).param("accounts", accounts.toArray(UUID[]::new)).query(row -> {
            var client = row.getObject("client", UUID.class);
            var project = row.getObject("project", UUID.class);
            var grant = new Grant(
                    row.getObject("id", UUID.class),
                    Role.of(row.getString("role")),
                    project != null ? Scope.PROJECT : client != null ? Scope.CLIENT : Scope.COMPANY,
                    project != null ? project : client,
                    row.getString("name"));
            all.computeIfAbsent(row.getObject("account", UUID.class), _ -> new ArrayList<>())
                    .add(grant);
        });
        return all;
    }
}
