package chargehand.server.planning;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A project: what is planned for a client, or for the company itself, and who answers for it.
///
/// @param client whom it is for, or null for the company itself
/// @param start when its calendar begins, and `finish` when it ends
/// @param version of its plan
/// @param done the share of its work that is finished, 0 to 1
/// @param draft null unless it only tries something out
public record Project(
        UUID id,
        String name,
        @Nullable ClientName client,
        String zone,
        Kind kind,
        Status status,
        @Nullable Accountable accountable,
        Instant start,
        @Nullable Instant finish,
        long version,
        double done,
        @Nullable DraftOf draft) {
    @Schema(name = "ProjectKind")
    public enum Kind {
        software,
        infrastructure,
        other
    }

    @Schema(name = "ProjectStatus")
    public enum Status {
        planned,
        running,
        finished
    }

    @Schema(name = "ClientName")
    public record ClientName(UUID id, String name) {}

    /// Of which project a plan is a draft.
    ///
    /// @param name of the draft
    @Schema(name = "DraftOf")
    public record DraftOf(UUID project, String name) {}

    /// Who answers for it today.
    ///
    /// @param acting standing in for the manager
    @Schema(name = "Accountable")
    public record Accountable(
            @Nullable UUID account, @Nullable UUID person, String name, Instant since, boolean acting) {}
}
