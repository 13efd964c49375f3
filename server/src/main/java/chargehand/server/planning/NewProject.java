package chargehand.server.planning;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a project is made with, besides its plan.
///
/// @param id its own, or null for one of the server's
/// @param client whom it is for, or null for the company itself
public record NewProject(@Nullable UUID id, @Nullable UUID client, Project.Kind kind) {
    public NewProject(@Nullable UUID client, Project.Kind kind) {
        this(null, client, kind);
    }
}
