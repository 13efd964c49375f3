package chargehand.engine.staffing.cv;

import org.jspecify.annotations.Nullable;

/// A degree that is finished, as the CV says.
///
/// @param field as written; null if none is
/// @param institution as written; null if none is
public record Degree(
        DegreeLevel level, @Nullable String field, @Nullable String institution, CvLine line) {
    /// Which studies the field belongs to; a degree without a field belongs to none.
    public boolean isIn(Study study) {
        return field != null && study.covers(field);
    }
}
