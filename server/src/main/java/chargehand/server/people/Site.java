package chargehand.server.people;

import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where people work, and so which days are holidays for them.
///
/// @param country as ISO 3166 has it: "DE"
/// @param region a part of the country with holidays of its own: "BY"; or null
/// @param zone null for the company's
public record Site(
        UUID id,
        String name,
        String country,
        @Nullable String region,
        @Nullable ZoneId zone) {}
