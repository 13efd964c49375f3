package chargehand.engine.staffing.assessment;

/// What comes out of an assessment.
public enum Outcome {
    PROJECT_MANAGER("projectManager"),
    TECHNICAL_SOFTWARE("technicalSoftware"),
    TECHNICAL_INFRASTRUCTURE("technicalInfrastructure"),
    /// Both can be argued for; a person decides with both sides before them.
    CLOSE_CALL("closeCall");

    private final String code;

    Outcome(String code) {
        this.code = code;
    }

    /// Stable, as programs read it.
    public String code() {
        return code;
    }

    static Outcome of(Kind kind) {
        return switch (kind) {
            case PROJECT_MANAGER -> PROJECT_MANAGER;
            case TECHNICAL_SOFTWARE -> TECHNICAL_SOFTWARE;
            case TECHNICAL_INFRASTRUCTURE -> TECHNICAL_INFRASTRUCTURE;
        };
    }
}
