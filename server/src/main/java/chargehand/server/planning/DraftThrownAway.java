package chargehand.server.planning;

import java.util.UUID;

/// A draft is gone, with all that was tried in it. Published in the transaction.
public record DraftThrownAway(UUID draft) {}
