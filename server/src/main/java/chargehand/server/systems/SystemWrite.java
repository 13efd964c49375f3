package chargehand.server.systems;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A system as it is written, whole.
///
/// @param field the field of expertise, or skill, that it asks for
/// @param asset what it is in the register of what is run
/// @param runsOn others of the project on which it runs, or with which it is worked
/// @param knownBy persons who know it
/// @param tasks those of the plan that are about it
@Schema(name = "SystemWrite")
public record SystemWrite(
        @Nullable String kind,
        @Nullable String name,
        @Nullable String about,
        @Nullable String field,
        @Nullable UUID asset,
        @Nullable String link,
        @Nullable List<UUID> runsOn,
        @Nullable List<UUID> knownBy,
        @Nullable List<String> tasks) {}
