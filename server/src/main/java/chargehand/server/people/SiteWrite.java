package chargehand.server.people;

import org.jspecify.annotations.Nullable;

/// @param country as ISO 3166 has it: "DE"
/// @param region as "BY", or null
/// @param zone as "Europe/Berlin", or null for the company's
public record SiteWrite(
        @Nullable String name,
        @Nullable String country,
        @Nullable String region,
        @Nullable String zone) {}
