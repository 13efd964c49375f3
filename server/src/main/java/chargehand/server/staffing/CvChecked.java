package chargehand.server.staffing;

import chargehand.engine.staffing.profile.CriterionWords;
import chargehand.engine.staffing.profile.ProfileText;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What a CV says to a profile, criterion by criterion, and the text that it says so in.
///
/// @param state `read`, `picture`, `encrypted`, `broken` or `empty`
/// @param reason why there is no text, or what is special about the file; may be empty
/// @param profile that it was held against, and its version
/// @param certificates that the text claims, of managing and of fields
/// @param years of work, by field
@Schema(name = "CvChecked")
record CvChecked(
        String state,
        String reason,
        String profile,
        int profileVersion,
        List<Found> criteria,
        List<Line> lines,
        List<Claimed> certificates,
        List<Years> years) {
    CvChecked {
        // Those that were checked before certificates and years were kept have none.
        certificates = Objects.requireNonNullElse(certificates, List.of());
        years = Objects.requireNonNullElse(years, List.of());
    }

    /// Nothing could be found, and why.
    static CvChecked unread(String state, String reason) {
        return new CvChecked(state, reason, "", 0, List.of(), List.of(), List.of(), List.of());
    }

    /// @param sentence what is asked for, in the reader's language
    /// @param asks the same as a profile's text says it; absent where it was checked before that was kept
    /// @param finding `met`, `notMet`, `notFound` or `unclear`
    /// @param line that says so
    @Schema(name = "CvFinding")
    record Found(
            String id,
            boolean must,
            String sentence,
            @Nullable String asks,
            String finding,
            @Nullable Line line) {
        private Found in(Locale language) {
            if (asks == null) return this;
            try {
                var asked = ProfileText.criterion(id, must, asks);
                return new Found(id, must, CriterionWords.in(language).sentence(asked), asks, finding, line);
            } catch (ProfileText.NoProfile older) {
                return this;
            }
        }
    }

    /// @param group what it is about: `project` for managing, else a field
    /// @param source where the issuer tells of it
    /// @param state `claimed`, or `unclear` where several issuers share the letters
    @Schema(name = "CvCertificate")
    record Claimed(String name, String issuer, String group, String source, String state, Line line) {}

    @Schema(name = "CvYears")
    record Years(String field, double years, Line line) {}

    /// @param n from 1
    @Schema(name = "CvTextLine")
    record Line(int n, String text) {}

    /// The same, with what is asked for in another language.
    CvChecked in(Locale language) {
        var said = criteria.stream().map(each -> each.in(language)).toList();
        return new CvChecked(state, reason, profile, profileVersion, said, lines, certificates, years);
    }

    /// The same with other lines: evidence goes with them.
    CvChecked with(UnaryOperator<Line> change) {
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
                                each.asks(),
                                each.finding(),
                                each.line() == null ? null : change.apply(each.line())))
                        .toList(),
                lines.stream().map(change).toList(),
                certificates.stream()
                        .map(each -> new Claimed(
                                each.name(),
                                each.issuer(),
                                each.group(),
                                each.source(),
                                each.state(),
                                change.apply(each.line())))
                        .toList(),
                years.stream()
                        .map(each -> new Years(each.field(), each.years(), change.apply(each.line())))
                        .toList());
    }
}
