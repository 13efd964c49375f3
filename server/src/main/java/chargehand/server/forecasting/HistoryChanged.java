package chargehand.server.forecasting;

/// Finished work came in or was taken out, so that forecasts lean on something else. Published in the
/// transaction of the
/// change.
public record HistoryChanged() {}
