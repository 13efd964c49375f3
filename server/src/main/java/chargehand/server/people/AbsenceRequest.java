package chargehand.server.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody asks to be away; both days belong to it.
///
/// @param answer why it was declined
/// @param absence what it became when it was granted
record AbsenceRequest(
        UUID id,
        UUID person,
        LocalDate from,
        LocalDate to,
        @Nullable String kind,
        @Nullable String note,
        State state,
        @Nullable String answer,
        @Nullable UUID absence,
        UUID askedBy,
        String askedName,
        Instant asked,
        @Nullable String decidedName,
        @Nullable Instant decided) {
    enum State {
        open,
        granted,
        declined,
        withdrawn
    }
}
