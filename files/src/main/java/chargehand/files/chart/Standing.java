package chargehand.files.chart;

/// How a promise stands.
enum Standing {
    SAFE,
    AT_RISK,
    LATE;

    static final int SAFE_FROM = 75;
    static final int LATE_BELOW = 20;

    static Standing of(int percent) {
        if (percent >= SAFE_FROM) return SAFE;
        return percent >= LATE_BELOW ? AT_RISK : LATE;
    }

    Tone fill() {
        return switch (this) {
            case SAFE -> Tone.INK;
            case AT_RISK -> Tone.RISK_FILL;
            case LATE -> Tone.LATE;
        };
    }
}
