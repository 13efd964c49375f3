package chargehand.engine.staffing.assessment;

/// A kind of manager.
public enum Kind {
    PROJECT_MANAGER("projectManager", "management"),
    TECHNICAL_SOFTWARE("technicalSoftware", "software"),
    TECHNICAL_INFRASTRUCTURE("technicalInfrastructure", "infrastructure");

    private final String code;
    private final String profile;

    Kind(String code, String profile) {
        this.code = code;
        this.profile = profile;
    }

    /// Stable, as programs read it.
    public String code() {
        return code;
    }

    /// The name of the profile that says what a manager of this kind needs.
    public String profile() {
        return profile;
    }

    public boolean isTechnical() {
        return this != PROJECT_MANAGER;
    }
}
