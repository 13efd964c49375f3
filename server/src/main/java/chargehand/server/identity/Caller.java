package chargehand.server.identity;

import java.util.EnumSet;
import java.util.HashSet;
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

    /// A role within the company (both null), a client (no project), or a project.
    ///
    /// @param client also of a project, where it has one
    public record Grant(
            Role role, @Nullable UUID client, @Nullable UUID project) {}

    /// Where this caller has the permission.
    public Visibility where(Permission permission) {
        var roles = Access.rolesWith(permission);
        var clients = new HashSet<UUID>();
        var projects = new HashSet<UUID>();
        for (var grant : grants) {
            if (!roles.contains(grant.role()) || !permission.isGivenBy(grant)) continue;
            if (grant.project() != null) projects.add(grant.project());
            else if (grant.client() != null) clients.add(grant.client());
            else return Visibility.ALL;
        }
        return new Visibility(false, clients, projects);
    }

    /// Whether it has the permission anywhere.
    public boolean may(Permission permission) {
        return permission == Permission.SELF || !where(permission).isEmpty();
    }

    public boolean may(Permission permission, UUID project, @Nullable UUID client) {
        return where(permission).has(project, client);
    }

    /// Whether it has the permission in all of a client, or with null in the whole company. A role in one project of
    /// the client is not enough.
    public boolean mayIn(Permission permission, @Nullable UUID client) {
        var where = where(permission);
        return where.company() || (client != null && where.clients().contains(client));
    }

    public boolean has(Role role) {
        return grants.stream().anyMatch(each -> each.role() == role);
    }

    /// All permissions that this caller has anywhere.
    public Set<Permission> permissions() {
        var all = EnumSet.noneOf(Permission.class);
        for (var permission : Permission.values()) if (may(permission)) all.add(permission);
        return all;
    }

    /// Whether it may know that the client is there.
    public boolean sees(UUID client) {
        var known = knownClients();
        return known.company() || known.clients().contains(client);
    }

    /// The clients of whom it may know that they are there: those of its own grants, and those of its projects.
    Visibility knownClients() {
        var where = where(Permission.CLIENTS_SEE);
        var clients = new HashSet<>(where.clients());
        for (var grant : grants)
            if (grant.client() != null
                    && grant.project() != null
                    && where.projects().contains(grant.project())) clients.add(grant.client());
        return new Visibility(where.company(), clients, Set.of());
    }
}
