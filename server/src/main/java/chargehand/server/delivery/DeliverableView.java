package chargehand.server.delivery;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A deliverable as its client sees it: what was agreed, and whether it is there. When it comes is told
/// by updates.
@Schema(name = "ClientDeliverable")
public record DeliverableView(
        UUID id,
        String name,
        String about,
        Deliverable.State state,
        List<Deliverable.Criterion> criteria,
        @Nullable String reason,
        @Nullable Instant handed,
        @Nullable String acceptedBy,
        @Nullable Instant accepted) {
    static DeliverableView of(Deliverable deliverable) {
        var handed = deliverable.handed();
        var accepted = deliverable.accepted();
        return new DeliverableView(
                deliverable.id(),
                deliverable.name(),
                deliverable.about(),
                deliverable.state(),
                deliverable.criteria(),
                deliverable.reason(),
                handed == null ? null : handed.at(),
                accepted == null ? null : accepted.name(),
                accepted == null ? null : accepted.at());
    }

    /// The same for somebody else than the client: why it was sent back, and who accepted it, is the client's own.
    public DeliverableView forOthers() {
        return new DeliverableView(id, name, about, state, criteria, null, handed, null, accepted);
    }
}
