package chargehand.server.staffing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody has applied to a vacancy, or their CV was added to it. Who it is stays blank until a reviewer lifts that,
/// which is recorded.
///
/// @param number in the order in which they came, from 1
/// @param name and e-mail, message and file: absent while it is blank; empty where nobody has noted them
/// @param source `applied` on the vacancy's page, or `uploaded` by somebody who staffs projects
/// @param state `received`, `interview`, `accepted` or `declined`
/// @param cv `waiting` to be checked, `none`, or its state once it is
/// @param openedBy who lifted the blank
@Schema(name = "JobApplication")
record Application(
        UUID id,
        UUID vacancy,
        int number,
        @Nullable String name,
        @Nullable String email,
        @Nullable String message,
        @Nullable String file,
        String source,
        String state,
        String cv,
        @Nullable String openedBy,
        Instant at) {
    Application blank() {
        return openedBy != null
                ? this
                : new Application(id, vacancy, number, null, null, null, null, source, state, cv, null, at);
    }
}
