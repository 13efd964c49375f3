package chargehand.engine.staffing.profile;

import chargehand.engine.staffing.cv.CvLine;
import org.jspecify.annotations.Nullable;

/// What a CV says to one criterion.
///
/// @param line that says so; null if nothing was found. With NOT_FOUND it may be what comes nearest.
public record CriterionFinding(
        Criterion criterion, Finding finding, @Nullable CvLine line) {
    public enum Finding {
        MET("met"),
        /// the text says something that contradicts
        NOT_MET("notMet"),
        /// the text says nothing about it, which does not mean that it isn't so
        NOT_FOUND("notFound"),
        /// the text says something, but not enough: ask
        UNCLEAR("unclear");

        private final String code;

        Finding(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
