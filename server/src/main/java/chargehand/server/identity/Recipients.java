package chargehand.server.identity;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// To whom something can be told, and whether they may still hear it.
@Component
public class Recipients {
    private final JdbcClient jdbc;

    Recipients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param email where their mail goes, or null if nobody said
    /// @param language `en` or `de`
    public record Recipient(
            UUID account, String name, @Nullable String email, String language) {}

    /// Those of the accounts that can sign in.
    public List<Recipient> of(Collection<UUID> accounts) {
        return jdbc.sql("""
                select id, name, email, language from identity.account
                where id = any(:ids) and disabled is null order by id
                """)
                .param("ids", accounts.toArray(UUID[]::new))
                .query((row, _) -> new Recipient(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("language")))
                .list();
    }

    /// The client's people: who sees the portal of a project and nothing behind it.
    public List<UUID> clientsOf(UUID project) {
        return jdbc.sql("""
                select distinct g.account from identity.role_grant g
                join identity.account a on a.id = g.account and a.disabled is null
                join identity.project_scope s on s.project = :project
                where g.role = 'client' and (g.client = s.client or g.project = s.project)
                """)
                .param("project", project)
                .query((row, _) -> row.getObject("account", UUID.class))
                .list();
    }

    /// Of these projects those in which an account is one of the client's people.
    public Set<UUID> asClientIn(UUID account, Collection<UUID> projects) {
        return Set.copyOf(jdbc.sql("""
                select distinct s.project from identity.role_grant g
                join identity.account a on a.id = g.account and a.disabled is null
                join identity.project_scope s on s.project = any(cast(:projects as uuid[]))
                where g.account = :account and g.role = 'client' and (g.client = s.client or g.project = s.project)
                """)
                .param("account", account)
                .param("projects", projects.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    /// Those who have the role in the company, in the project's client, or in the project; a subcontractor in the
    /// project alone.
    public List<UUID> withRole(UUID project, Role role) {
        return jdbc.sql("""
                select distinct g.account from identity.role_grant g
                join identity.account a on a.id = g.account and a.disabled is null
                join identity.project_scope s on s.project = :project
                where g.role = :role
                    and (g.client is null and g.project is null or g.client = s.client or g.project = s.project)
                order by 1
                """)
                .param("project", project)
                .param("role", role.word())
                .query((row, _) -> row.getObject("account", UUID.class))
                .list();
    }

    /// Those who have the role in the whole company.
    public List<UUID> companyWide(Role role) {
        return jdbc.sql("""
                select distinct g.account from identity.role_grant g
                join identity.account a on a.id = g.account and a.disabled is null
                where g.role = :role and g.client is null and g.project is null
                order by 1
                """)
                .param("role", role.word())
                .query((row, _) -> row.getObject("account", UUID.class))
                .list();
    }

    /// Whether an account that can sign in sees the project at all, if only what was released of it.
    public boolean sees(UUID account, UUID project) {
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
                .param("roles", roles(Permission.PROJECT_SEE, Permission.PORTAL_SEE))
                .query(Boolean.class)
                .single();
    }

    /// Whether an account that can sign in plans the project, and so may release what is told of it.
    public boolean mayPlan(UUID account, UUID project) {
        return !whoMay(Permission.PLAN_EDIT, List.of(account), project).isEmpty();
    }

    /// Those of the accounts that can sign in and have the permission in the project.
    public Set<UUID> whoMay(Permission permission, Collection<UUID> accounts, UUID project) {
        return Set.copyOf(jdbc.sql("""
                select distinct g.account from identity.role_grant g
                join identity.account a on a.id = g.account and a.disabled is null
                join identity.project_scope s on s.project = :project
                where g.account = any(:accounts) and g.role = any(:roles)
                    and (g.client is null and g.project is null or g.client = s.client or g.project = s.project)
                """)
                .param("project", project)
                .param("accounts", accounts.toArray(UUID[]::new))
                .param("roles", roles(permission))
                .query((row, _) -> row.getObject("account", UUID.class))
                .list());
    }

    private static String[] roles(Permission... permissions) {
        Set<String> roles = Stream.of(permissions)
                .flatMap(each -> Access.rolesWith(each).stream())
                .map(Role::word)
                .collect(Collectors.toSet());
        return roles.toArray(String[]::new);
    }
}
