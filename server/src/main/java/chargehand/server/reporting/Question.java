package chargehand.server.reporting;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that a client asks about a project.
///
/// @param answer absent while nobody has answered
@Schema(name = "ClientQuestion")
public record Question(
        UUID id,
        UUID project,
        String text,
        Update.Deed asked,
        @Nullable String answer,
        Update.@Nullable Deed answered) {}
