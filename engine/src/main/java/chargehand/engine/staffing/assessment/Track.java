package chargehand.engine.staffing.assessment;

/// In which field a technical manager would have to be at home.
public enum Track {
    SOFTWARE("software", Kind.TECHNICAL_SOFTWARE),
    INFRASTRUCTURE("infrastructure", Kind.TECHNICAL_INFRASTRUCTURE);

    private final String code;
    private final Kind technical;

    Track(String code, Kind technical) {
        this.code = code;
        this.technical = technical;
    }

    /// Stable, as programs read it.
    public String code() {
        return code;
    }

    public Kind technical() {
        return technical;
    }

    static Track of(Answers answers) {
        return answers.level(Question.FIELD) == 1 ? SOFTWARE : INFRASTRUCTURE;
    }
}
