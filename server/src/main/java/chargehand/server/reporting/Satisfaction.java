package chargehand.server.reporting;

import chargehand.server.reporting.Update.Deed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody of the client answered when a milestone was reached.
///
/// @param milestone the task, and its name as it was then
/// @param work how satisfied they are with what was done, 1 to 5; `told` with how they were kept informed
@Schema(name = "Satisfaction")
record Satisfaction(
        UUID project, String milestone, String milestoneName, Deed answered, int work, int told, String words) {
    /// A milestone of which the reader was told that it is reached, and has not said how satisfied they are.
    @Schema(name = "SatisfactionAsked")
    record Asked(String milestone, String name, Instant reached) {}

    @Schema(name = "SatisfactionWrite")
    record Write(
            @Nullable Integer work,
            @Nullable Integer told,
            @Nullable String words) {}
}
