package chargehand.server.staffing;

import java.util.UUID;

/// Somebody has applied, or their CV was added. Published in the transaction that keeps it.
record ApplicationReceived(UUID application) {}
