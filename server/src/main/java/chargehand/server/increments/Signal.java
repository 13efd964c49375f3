package chargehand.server.increments;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A fact that a code host told.
///
/// @param task whose it is, or null for the project as a whole
/// @param source who told: Forgejo, Gitea, GitHub or Git
/// @param ref the branch or tag, or the environment of a deployment
/// @param at when it was heard, by the clock of this server
@Schema(name = "Signal")
record Signal(
        UUID id,
        @Nullable String task,
        Kind kind,
        String source,
        @Nullable String ref,
        @Nullable String title,
        @Nullable String url,
        @Nullable String who,
        @Nullable String commit,
        Instant at) {
    /// `waits`: a review is wanted; `changes`: one asked for changes.
    @Schema(name = "SignalKind")
    enum Kind {
        branch,
        commit,
        waits,
        approved,
        changes,
        merged,
        closed,
        failed,
        passed,
        released,
        deployed,
        deployFailed
    }
}
