package chargehand.server.systems;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A system of a project, with who knows it and what is still to be done about it.
///
/// @param asset what it is in the register; null for those who may not see that
/// @param knows who knows it, those first who work in the project
/// @param elsewhere others of the company who have the expertise; none for those who may not see all people
/// @param tasks those that are about it, in the order of the plan
@Schema(name = "UsedSystem")
record SystemView(
        UUID id,
        UsedSystem.Kind kind,
        String name,
        String about,
        @Nullable String field,
        @Nullable AssetView asset,
        @Nullable String link,
        List<UUID> runsOn,
        List<KnowerView> knows,
        List<KnowerView> elsewhere,
        List<TaskView> tasks,
        long version) {

    /// @param ends the earliest of its ends, and `due` when its replacement has to be begun
    @Schema(name = "SystemAsset")
    record AssetView(
            UUID id,
            String name,
            @Nullable String line,
            @Nullable LocalDate ends,
            @Nullable LocalDate due) {}

    /// @param said somebody said so; else it follows from the expertise
    /// @param level of the skill, 1 to 5, where somebody said
    /// @param here works in this project
    @Schema(name = "SystemKnower")
    record KnowerView(
            UUID person,
            String name,
            boolean said,
            @Nullable Integer level,
            boolean here) {}

    /// @param who works on it
    /// @param strangers those of them who don't know the system, where it isn't done and nobody of them does
    @Schema(name = "SystemTask")
    record TaskView(String task, String name, boolean done, Instant finish, List<String> who, List<String> strangers) {}

    /// @param fields what the company's people know, to choose from
    @Schema(name = "UsedSystems")
    record All(List<SystemView> items, List<String> fields) {}
}
