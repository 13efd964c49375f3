package chargehand.engine.staffing.assessment;

/// How experienced the manager should be. It follows from the band, not from how technical the project is.
public enum Seniority {
    /// may lead a project for the first time, with somebody to ask
    ENTRY("entry", 80),
    /// has led a few
    EXPERIENCED("experienced", 100),
    /// has led complex ones for years
    SENIOR("senior", 125),
    /// has led programmes; a project of that kind may better be several
    PRINCIPAL("principal", 150);

    private final String code;
    private final int rate;

    Seniority(String code, int rate) {
        this.code = code;
        this.rate = rate;
    }

    /// Stable, as programs read it.
    public String code() {
        return code;
    }

    /// Of the day's cost of an experienced one, in percent: assumed.
    int rate() {
        return rate;
    }
}
