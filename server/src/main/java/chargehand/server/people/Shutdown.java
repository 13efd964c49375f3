package chargehand.server.people;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Days on which nobody of a site works, or nobody of the company; both days belong to it.
///
/// @param site null for the whole company
public record Shutdown(UUID id, @Nullable UUID site, LocalDate from, LocalDate to, String name) {}
