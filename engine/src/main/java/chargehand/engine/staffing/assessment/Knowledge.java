package chargehand.engine.staffing.assessment;

/// How much of the field the manager has to know, by complexity and size.
public enum Knowledge {
    /// a bachelor's or associate's degree in the field, or as much learned at work
    ELEMENTARY("elementary"),
    /// and some years of work close to it
    WORKING("working"),
    /// and has done such work oneself
    ADVANCED("advanced"),
    /// full study of the field, and years of hands-on work
    IN_DEPTH("inDepth");

    private final String code;

    Knowledge(String code) {
        this.code = code;
    }

    /// Stable, as programs read it.
    public String code() {
        return code;
    }

    /// @param scope the mean of the levels of scope, 1 to 4
    static Knowledge of(Band band, int scope) {
        int sum = band.ordinal() + scope - 1;
        if (sum <= 1) return ELEMENTARY;
        if (sum <= 3) return WORKING;
        return sum == 4 ? ADVANCED : IN_DEPTH;
    }
}
