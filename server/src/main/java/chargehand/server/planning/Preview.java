package chargehand.server.planning;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What changes would do. Nothing is stored.
///
/// @param finish of the whole project then
/// @param alsoMoved how many tasks would stand elsewhere beside those that the changes name, summaries aside
/// @param moved the first 200 in display order that would stand elsewhere, summaries included
/// @param findings that would be there then and are not now
/// @param others time of people that other projects have and this one would work in, too
@Schema(name = "Preview")
record Preview(Instant finish, int alsoMoved, List<Move> moved, List<FindingView> findings, List<Other> others) {
    @Schema(name = "Move")
    record Move(String task, Instant start, Instant finish, PlanView.Dates was) {}

    @Schema(name = "OthersTime")
    record Other(UUID person, Instant from, Instant to) {}
}
