package chargehand.server.people;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// @param site null for the whole company
/// @param to the last day, or null for one day
public record ShutdownWrite(
        @Nullable UUID site,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String name) {}
