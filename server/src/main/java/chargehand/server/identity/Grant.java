package chargehand.server.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A role that an account has somewhere.
///
/// @param grant by which it is taken back
/// @param id of the client or project; absent for the company
/// @param name of the client or project
record Grant(
        UUID grant,
        Role role,
        Scope scope,
        @Nullable UUID id,
        @Nullable String name) {}
