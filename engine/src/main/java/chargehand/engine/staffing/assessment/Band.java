package chargehand.engine.staffing.assessment;

/// How complex a project is to manage, by the sum of the seven factors of CIFTER.
public enum Band {
    SIMPLE("simple", 7, 11, Seniority.ENTRY),
    /// Global 1
    MODERATE("moderate", 12, 18, Seniority.EXPERIENCED),
    /// Global 2
    VERY_COMPLEX("veryComplex", 19, 25, Seniority.SENIOR),
    /// above Global 2
    EXTREME("extreme", 26, 28, Seniority.PRINCIPAL);

    private final String code;
    private final int least;
    private final int most;
    private final Seniority seniority;

    Band(String code, int least, int most, Seniority seniority) {
        this.code = code;
        this.least = least;
        this.most = most;
        this.seniority = seniority;
    }

    /// @param total 7 to 28
    public static Band of(int total) {
        for (var band : values()) if (total >= band.least && total <= band.most) return band;
        throw new IllegalArgumentException("The total (%d) of seven factors must be 7 to 28.".formatted(total));
    }

    /// Stable, as programs read it.
    public String code() {
        return code;
    }

    public int least() {
        return least;
    }

    public int most() {
        return most;
    }

    /// How senior the manager should be, whichever kind.
    public Seniority seniority() {
        return seniority;
    }

    public boolean isVeryComplex() {
        return this == VERY_COMPLEX || this == EXTREME;
    }
}
