package chargehand.server.identity;

import java.util.UUID;

/// Whom projects are done for.
///
/// @param projects how many of its projects the reader may see
public record Client(UUID id, String name, int projects, long version) {}
