package chargehand.server.identity;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who calls: an account with its grants as they are at this moment. Controllers take it as an argument.
///
/// @param person the person in `people` whose account it is, or null
public record Caller(UUID account, String name, @Nullable UUID person, List<Grant> grants) {
    /// The server itself, which may everything: at start, in the background, when the demo is laid out.
    public static final Caller SYSTEM =
            new Caller(new UUID(0, 0), "Chargehand", null, List.of(new Grant(Role.ADMINISTRATOR, null, null)));

    public Caller {
        grants = List.copyOf(grants);
    }

    /// A role within the company (both null), a client, or a project.
    public record Grant(
            Role role, @Nullable UUID client, @Nullable UUID project) {}

    /// Where this caller has the permission.
    public Visibility where(Permission permission) {
        var roles = Access.rolesWith(permission);
        var clients = new java.util.HashSet<UUID>();
        var projects = new java.util.HashSet<UUID>();
        for (var grant : grants) {
            if (!roles.contains(grant.role())) continue;
            if (grant.project() != null) projects.add(grant.project());
            else if (grant.client() != null) clients.add(grant.client());
            else return Visibility.ALL;
        }
        return new Visibility(false, clients, projects);
    }

    public boolean may(Permission permission) {
        var where = where(permission);
        return where.company()
                || !where.clients().isEmpty()
                || !where.projects().isEmpty();
    }

    public boolean may(Permission permission, UUID project, @Nullable UUID client) {
        var where = where(permission);
        return where.company()
                || where.projects().contains(project)
                || (client != null && where.clients().contains(client));
    }

    public boolean has(Role role) {
        return grants.stream().anyMatch(each -> each.role() == role);
    }

    /// All permissions that this caller has anywhere.
    public Set<Permission> permissions() {
        var all = java.util.EnumSet.noneOf(Permission.class);
        for (var permission : Permission.values()) if (may(permission)) all.add(permission);
        return all;
    }
}
