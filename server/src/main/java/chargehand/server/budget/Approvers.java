package chargehand.server.budget;

import chargehand.server.budget.Limits.Limit;
import chargehand.server.identity.Recipients;
import chargehand.server.identity.Role;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who decides about what is above a limit.
@Component
class Approvers {
    private final Limits limits;
    private final Recipients recipients;

    Approvers(Limits limits, Recipients recipients) {
        this.limits = limits;
        this.recipients = recipients;
    }

    /// Those who may decide in a project.
    Set<UUID> able(UUID project) {
        var able = new HashSet<>(recipients.withRole(project, Role.OFFICIAL));
        able.addAll(recipients.withRole(project, Role.ADMINISTRATOR));
        return able;
    }

    /// Whom the limit names and who can; null where anybody may who is able.
    ///
    /// @param asked by whom it was entered, who doesn't decide it
    @Nullable
    UUID named(UUID project, UUID asked) {
        var named = limits.of(project).map(Limit::approver).orElse(null);
        return named == null || named.equals(asked) || !able(project).contains(named) ? null : named;
    }

    /// For whom it waits.
    Set<UUID> whom(UUID project, UUID asked) {
        var named = named(project, asked);
        if (named != null) return Set.of(named);
        var able = able(project);
        able.remove(asked);
        return able;
    }
}
