package chargehand.server.reporting;

import chargehand.server.reporting.Update.Audience;
import chargehand.server.reporting.Update.Deed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether an audience's updates are released by themselves, and how it stands with the next one.
///
/// @param switchedOn by whom and when; absent while they are not
/// @param due the workday on which the next one goes out, or would; absent where there is no rhythm, or nobody to be
/// told
/// @param doubts why the one that is due waits for a person all the same
@Schema(name = "UpdateByItself")
record ByItself(
        Audience audience,
        @Nullable Deed switchedOn,
        @Nullable LocalDate due,
        List<Doubt> doubts) {

    /// @param kind `foreignDate`, `newer`, `unreckoned`, `stale`, `atRisk`, `moved`, `later`,
    /// `personalData` or `mayNot`
    /// @param names dates as they are written, tasks, promises, or whoever may not release any more
    @Schema(name = "UpdateDoubt")
    record Doubt(String kind, List<String> names) {}
}
