package chargehand.server.increments;

import io.swagger.v3.oas.annotations.media.Schema;

/// How far work is, whatever a board calls its columns.
@Schema(name = "BoardStage")
enum Stage {
    ready,
    work,
    review,
    done;

    /// Whether what stands here has been begun and is not done.
    boolean isUnderWay() {
        return this == work || this == review;
    }
}
