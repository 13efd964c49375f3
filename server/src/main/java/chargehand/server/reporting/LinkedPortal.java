package chargehand.server.reporting;

import chargehand.server.delivery.DeliverableView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a link opens: what was released of its one project. No questions, prices or offers, which are between client
/// and company.
///
/// @param whom the link was made for, and `until` when it opens
/// @param update the last that was released to the client; absent before the first
/// @param newer whether the plan has changed since
@Schema(name = "LinkedPortal")
record LinkedPortal(
        Instant now,
        String company,
        String whom,
        Instant until,
        String name,
        Portal.@Nullable Released update,
        boolean newer,
        List<DeliverableView> deliverables) {}
