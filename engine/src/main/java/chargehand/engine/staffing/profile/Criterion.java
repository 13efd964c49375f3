package chargehand.engine.staffing.profile;

/// One thing that a profile asks for.
///
/// @param id stable within its profile: `field-degree`
/// @param must else it should be there
public record Criterion(String id, boolean must, Requirement requirement) {
    /// As people read it.
    public String sentence() {
        return "%s have %s."
                .formatted(must ? "Must" : "Should", requirement.words().replace("; or ", ", or "));
    }
}
