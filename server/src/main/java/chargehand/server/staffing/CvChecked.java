package chargehand.server.staffing;

import chargehand.engine.staffing.fit.Side;
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
/// @param weaker the side of which less is said to the criteria, musts counted double: `management` or `field`; absent
///     where both miss the same share, as when all is met, and where it isn't known which side a criterion is on
/// @param certificates that the text claims, of managing and of fields
/// @param years of work, by field
/// @param degrees that are finished
/// @param budgets that its person has answered for; the units are 0 where no amount is named
/// @param experience with tools and hardware
@Schema(name = "CvChecked")
record CvChecked(
        String state,
        String reason,
        String profile,
        int profileVersion,
        List<Found> criteria,
        @Nullable String weaker,
        List<Line> lines,
        List<Claimed> certificates,
        List<Years> years,
        List<Degree> degrees,
        List<Budget> budgets,
        List<Known> experience) {
    CvChecked {
        // Those that were checked before these were kept have none.
        certificates = Objects.requireNonNullElse(certificates, List.of());
        years = Objects.requireNonNullElse(years, List.of());
        degrees = Objects.requireNonNullElse(degrees, List.of());
        budgets = Objects.requireNonNullElse(budgets, List.of());
        experience = Objects.requireNonNullElse(experience, List.of());
    }

    /// Nothing could be found, and why.
    static CvChecked unread(String state, String reason) {
        var none = List.<Found>of();
        return new CvChecked(
                state, reason, "", 0, none, null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /// @param sentence what is asked for, in the reader's language
    /// @param asks the same as a profile's text says it; absent where it was checked before that was kept
    /// @param side `management` or `field`; absent where it was checked before that was kept
    /// @param finding `met`, `notMet`, `notFound` or `unclear`
    /// @param line that says so
    @Schema(name = "CvFinding")
    record Found(
            String id,
            boolean must,
            String sentence,
            @Nullable String asks,
            @Nullable String side,
            String finding,
            @Nullable Line line) {
        private Found in(Locale language) {
            if (asks == null) return this;
            try {
                var asked = ProfileText.criterion(id, must, asks);
                var side = Side.of(asked.requirement()).code();
                return new Found(id, must, CriterionWords.in(language).sentence(asked), asks, side, finding, line);
            } catch (ProfileText.NoProfile older) {
                return this;
            }
        }

        private Found with(UnaryOperator<Line> change) {
            return line == null ? this : new Found(id, must, sentence, asks, side, finding, change.apply(line));
        }
    }

    /// @param group what it is about: `project` for managing, else a field
    /// @param source where the issuer tells of it
    /// @param state `claimed`, or `unclear` where several issuers share the letters
    @Schema(name = "CvCertificate")
    record Claimed(String name, String issuer, String group, String source, String state, Line line) {
        private Claimed with(UnaryOperator<Line> change) {
            return new Claimed(name, issuer, group, source, state, change.apply(line));
        }
    }

    @Schema(name = "CvYears")
    record Years(String field, double years, Line line) {}

    /// @param level `associate`, `bachelor`, `master`, `doctor` or `other`
    /// @param field as written; absent if none is
    @Schema(name = "CvDegree")
    record Degree(String level, @Nullable String field, Line line) {}

    /// @param units whole units of the currency
    @Schema(name = "CvBudget")
    record Budget(long units, @Nullable String currency, Line line) {}

    @Schema(name = "CvExperience")
    record Known(String name, Line line) {}

    /// @param n from 1
    @Schema(name = "CvTextLine")
    record Line(int n, String text) {}

    /// The same, with what is asked for in another language.
    CvChecked in(Locale language) {
        var said = criteria.stream().map(each -> each.in(language)).toList();
        return new CvChecked(
                state,
                reason,
                profile,
                profileVersion,
                said,
                weaker(said),
                lines,
                certificates,
                years,
                degrees,
                budgets,
                experience);
    }

    private static @Nullable String weaker(List<Found> criteria) {
        if (criteria.stream().anyMatch(each -> each.side() == null)) return null;
        double management = missing(criteria, Side.MANAGEMENT);
        double field = missing(criteria, Side.FIELD);
        if (management == field) return null;
        return (management > field ? Side.MANAGEMENT : Side.FIELD).code();
    }

    /// Which share of a side is not met; musts count double.
    private static double missing(List<Found> criteria, Side side) {
        int all = 0;
        int missing = 0;
        for (var each : criteria) {
            if (!side.code().equals(each.side())) continue;
            int weight = each.must() ? 2 : 1;
            all += weight;
            if (!each.finding().equals("met")) missing += weight;
        }
        return all == 0 ? 0 : (double) missing / all;
    }

    /// The same with other lines: evidence goes with them.
    CvChecked with(UnaryOperator<Line> change) {
        return new CvChecked(
                state,
                reason,
                profile,
                profileVersion,
                each(criteria, found -> found.with(change)),
                weaker,
                each(lines, change),
                each(certificates, found -> found.with(change)),
                each(years, found -> new Years(found.field(), found.years(), change.apply(found.line()))),
                each(degrees, found -> new Degree(found.level(), found.field(), change.apply(found.line()))),
                each(budgets, found -> new Budget(found.units(), found.currency(), change.apply(found.line()))),
                each(experience, found -> new Known(found.name(), change.apply(found.line()))));
    }

    private static <T> List<T> each(List<T> all, UnaryOperator<T> change) {
        return all.stream().map(change).toList();
    }
}
