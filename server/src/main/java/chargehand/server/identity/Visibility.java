package chargehand.server.identity;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a caller may do a thing: in the whole company, or in these clients and projects. Queries of lists filter by
/// it: `(:all or p.client = any(:clients) or p.id = any(:projects))`.
public record Visibility(boolean company, Set<UUID> clients, Set<UUID> projects) {
    public static final Visibility ALL = new Visibility(true, Set.of(), Set.of());
    public static final Visibility NONE = new Visibility(false, Set.of(), Set.of());

    public Visibility {
        clients = Set.copyOf(clients);
        projects = Set.copyOf(projects);
    }

    public boolean isEmpty() {
        return !company && clients.isEmpty() && projects.isEmpty();
    }

    /// @param client that the project belongs to, or null if it is the company's own
    public boolean has(UUID project, @Nullable UUID client) {
        return company || projects.contains(project) || (client != null && clients.contains(client));
    }

    public UUID[] clientArray() {
        return clients.toArray(UUID[]::new);
    }

    public UUID[] projectArray() {
        return projects.toArray(UUID[]::new);
    }
}
