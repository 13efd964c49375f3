package chargehand.server.staffing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a CV says to a profile, criterion by criterion, and the text that it says so in.
///
/// @param state `read`, `picture`, `encrypted`, `broken` or `empty`
/// @param reason why there is no text, or what is special about the file; may be empty
/// @param profile that it was held against, and its version
@Schema(name = "CvChecked")
record CvChecked(
        String state, String reason, String profile, int profileVersion, List<Found> criteria, List<Line> lines) {

    /// @param finding `met`, `notMet`, `notFound` or `unclear`
    /// @param line that says so
    @Schema(name = "CvFinding")
    record Found(
            String id,
            boolean must,
            String sentence,
            String finding,
            @Nullable Line line) {}

    /// @param n from 1
    @Schema(name = "CvTextLine")
    record Line(int n, String text) {}

    /// The same with other lines: evidence goes with them.
    CvChecked with(java.util.function.UnaryOperator<Line> change) {
        return new CvChecked(
                state,
                reason,
                profile,
                profileVersion,
                criteria.stream()
                        .map(each -> new Found(
                                each.id(),
                                each.must(),
                                each.sentence(),
                                each.finding(),
                                each.line() == null ? null : change.apply(each.line())))
                        .toList(),
                lines.stream().map(change).toList());
    }
}
