package chargehand.server.forecasting;

import java.util.UUID;

/// A plan's calendar was simulated, and what came of it is kept.
///
/// @param version of the plan that was simulated
public record ForecastMade(UUID project, long version) {}
