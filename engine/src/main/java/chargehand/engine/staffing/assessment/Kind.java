package chargehand.engine.staffing.assessment;

/// A kind of manager.
public enum Kind {
    PROJECT_MANAGER("projectManager"),
    TECHNICAL_SOFTWARE("technicalSoftware"),
    TECHNICAL_INFRASTRUCTURE("technicalInfrastructure");

    private final String code;

    Kind(String code) {
        this.code = code;
    }

    /// Stable, as programs read it.
    public String code() {
        return code;
    }

    public boolean isTechnical() {
        return this != PROJECT_MANAGER;
    }
}
