package chargehand.server.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An account as others read it.
///
/// @param person the person in `people` behind it, or null
public record AccountName(
        UUID id, String name, String initials, @Nullable UUID person) {}
