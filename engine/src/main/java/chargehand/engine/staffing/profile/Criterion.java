package chargehand.engine.staffing.profile;

import java.util.Locale;

/// One thing that a profile asks for.
///
/// @param id stable within its profile: `field-degree`
/// @param must else it should be there
public record Criterion(String id, boolean must, Requirement requirement) {
    /// As people read it, in English; [CriterionWords] knows other languages.
    public String sentence() {
        return CriterionWords.in(Locale.ENGLISH).sentence(this);
    }
}
