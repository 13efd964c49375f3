package chargehand.server.planning;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a project begins with.
///
/// @param zone the company's unless said
/// @param start nothing begins earlier; now unless said
@Schema(name = "NewProject")
record NewProjectBody(
        String name,
        @Nullable UUID client,
        @Nullable String zone,
        @Nullable Instant start,
        Project.@Nullable Kind kind) {}
