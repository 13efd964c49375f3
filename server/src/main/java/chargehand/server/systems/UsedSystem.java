package chargehand.server.systems;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that a project makes, runs on, or is worked with.
///
/// @param field the field of expertise, or skill, that it asks for
/// @param asset what it is in the register of what is run
/// @param runsOn others of the project on which it runs, or with which it is worked; never in a circle
/// @param knownBy persons of whom somebody said that they know it
/// @param tasks those of the plan that are about it; some may be gone
record UsedSystem(
        UUID id,
        UUID project,
        Kind kind,
        String name,
        String about,
        @Nullable String field,
        @Nullable UUID asset,
        @Nullable String link,
        List<UUID> runsOn,
        List<UUID> knownBy,
        List<String> tasks,
        long version) {
    UsedSystem {
        runsOn = List.copyOf(runsOn);
        knownBy = List.copyOf(knownBy);
        tasks = List.copyOf(tasks);
    }

    @Schema(name = "SystemKind")
    enum Kind {
        component,
        environment,
        tool
    }
}
