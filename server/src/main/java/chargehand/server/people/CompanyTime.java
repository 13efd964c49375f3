package chargehand.server.people;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// What holds for whom nothing else was said.
///
/// @param country whose holidays are kept, as ISO 3166 has it, or null for none
record CompanyTime(
        ZoneId zone, @Nullable String country, @Nullable String region, Week week) {
    static final CompanyTime UNSAID = new CompanyTime(ZoneId.of("Etc/UTC"), null, null, Week.OFFICE_HOURS);
}
