package chargehand.engine.staffing.assessment;

/// Why the outcome is what it is.
public enum Basis {
    /// the focus alone reaches what decides
    TECHNICAL("technical"),
    /// some focus on technology, and very complex as well
    COMPLEX_AND_TECHNICAL("complexAndTechnical"),
    /// very complex, but hardly anything is decided inside the technology
    COMPLEX_ONLY("complexOnly"),
    /// some focus on technology, not enough to decide
    BETWEEN("between"),
    /// neither technical nor very complex
    NEITHER("neither");

    private final String code;

    Basis(String code) {
        this.code = code;
    }

    /// Stable, as programs read it.
    public String code() {
        return code;
    }
}
