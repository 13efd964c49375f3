package chargehand.engine.staffing.assessment;

/// What a question is about.
public enum Heading {
    /// how hard it is to manage
    COMPLEXITY("complexity"),
    /// how much there is of it
    SCOPE("scope"),
    /// how much of it is decided inside the technology
    FOCUS("focus");

    private final String code;

    Heading(String code) {
        this.code = code;
    }

    /// Stable, as programs read it.
    public String code() {
        return code;
    }
}
