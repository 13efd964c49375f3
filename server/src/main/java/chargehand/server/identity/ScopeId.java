package chargehand.server.identity;

import chargehand.server.shared.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A scope and what it is, as it comes from outside.
record ScopeId(@Nullable UUID client, @Nullable UUID project) {
    static ScopeId of(Scope scope, @Nullable UUID id) {
        if (scope == Scope.COMPANY) return new ScopeId(null, null);
        if (id == null) throw Problem.invalid("id", "Which client or project is missing.");
        return scope == Scope.CLIENT ? new ScopeId(id, null) : new ScopeId(null, id);
    }
}
