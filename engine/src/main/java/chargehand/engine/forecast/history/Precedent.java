package chargehand.engine.forecast.history;

/// Finished work on which a forecast leans.
///
/// @param weight its share of all that the forecast leans on, 0 to 1
public record Precedent(FinishedWork work, double weight) {}
