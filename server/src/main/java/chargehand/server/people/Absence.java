package chargehand.server.people;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Days on which somebody is away; both belong to it.
///
/// @param kind as "leave" or "sick", and `note`: for the person, their lead and the company's officials alone
public record Absence(
        UUID id,
        UUID person,
        LocalDate from,
        LocalDate to,
        @Nullable String kind,
        @Nullable String note) {}
