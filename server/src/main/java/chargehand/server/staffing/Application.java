package chargehand.server.staffing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody has applied to a vacancy.
///
/// @param file its name, if one was sent
@Schema(name = "JobApplication")
record Application(
        UUID id,
        UUID vacancy,
        String name,
        String email,
        @Nullable String message,
        @Nullable String file,
        Instant at) {}
