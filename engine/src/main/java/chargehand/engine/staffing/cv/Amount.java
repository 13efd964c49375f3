package chargehand.engine.staffing.cv;

/// Money in a text.
///
/// @param units whole units of the currency, the largest that is named: "1–2 million" is two million
/// @param currency ISO code; USD for a dollar sign alone
public record Amount(long units, String currency) {}
