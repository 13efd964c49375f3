package chargehand.server.forecasting;

import java.util.UUID;

/// A promise was given, moved or withdrawn. Published in its transaction.
record PromiseChanged(UUID project) {}
