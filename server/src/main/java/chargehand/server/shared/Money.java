package chargehand.server.shared;

/// An amount in minor units (cents) of a currency (ISO 4217).
public record Money(long minor, String currency) {}
