package chargehand.server.reporting;

import chargehand.server.delivery.ChangeView;
import chargehand.server.delivery.DeliverableView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a client sees: their projects, and of these what was released.
@Schema(name = "Portal")
record Portal(Instant now, List<Project> projects) {
    /// @param update the last that was released; absent before the first
    /// @param newer whether the plan has changed since, so that a newer state awaits release
    /// @param acknowledged whether the reader has said that they have read it
    /// @param asked what we need from the client, as it is now
    /// @param changes what the client wished for or was offered
    /// @param deliverables those that were shown to the client
    /// @param documents that the client was shown, or has handed in
    /// @param satisfaction the milestone that the reader is asked two questions about, where there is one
    @Schema(name = "PortalProject")
    record Project(
            UUID id,
            String name,
            @Nullable Released update,
            boolean newer,
            boolean acknowledged,
            List<Asked> asked,
            List<Question> questions,
            List<ChangeView.OfClient> changes,
            List<DeliverableView> deliverables,
            List<ProjectDocument.Shown> documents,
            Satisfaction.@Nullable Asked satisfaction) {}

    /// @param switchedOn who had switched on that it is released by itself; absent where a person released it
    @Schema(name = "PortalUpdate")
    record Released(
            UUID id,
            Update.Facts facts,
            Update.Words words,
            Instant released,
            String by,
            @Nullable String switchedOn) {}

    @Schema(name = "PortalAsked")
    record Asked(UUID need, String what, @Nullable LocalDate due, boolean overdue, boolean met) {}
}
