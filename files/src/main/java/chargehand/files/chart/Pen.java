package chargehand.files.chart;

/// How a line is drawn: its colour, its width in pixels and its dashes.
enum Pen {
    /// done with 80 % by here
    TICK(Tone.INK, 1.5),
    SUMMARY(Tone.INK, 1.2),
    PROJECT(Tone.INK, 1.8),
    NAIL(Tone.INK, 2),
    POLE(Tone.INK, 1.25),
    SLACK(Tone.INK_3, 1.3, 1.5f, 2.5f),
    SLACK_STOP(Tone.INK_3, 1.3),
    LINK(Tone.RULE_STRONG, 1),
    LINK_HOLDING(Tone.INK_3, 1.5),
    LINK_CRITICAL(Tone.CRITICAL, 1.5),
    LINK_BROKEN(Tone.LATE, 1.5, 4, 2),
    RULE(Tone.RULE, 1),
    ROW_RULE(Tone.RULE_SOFT, 1),
    FRAME(Tone.RULE_STRONG, 1),
    TODAY(Tone.ACCENT, 1.25),
    /// of the whole project, through the whole chart
    PROMISE(Tone.INK, 1, 1, 4);

    private final Tone tone;
    private final double width;
    private final float[] dashes;

    Pen(Tone tone, double width, float... dashes) {
        this.tone = tone;
        this.width = width;
        this.dashes = dashes;
    }

    static Pen of(Route.Hold hold) {
        return switch (hold) {
            case FREE -> LINK;
            case HOLDING -> LINK_HOLDING;
            case CRITICAL -> LINK_CRITICAL;
            case BROKEN -> LINK_BROKEN;
        };
    }

    Tone tone() {
        return tone;
    }

    double width() {
        return width;
    }

    /// Lengths of dashes and gaps by turns; none for a whole line.
    float[] dashes() {
        return dashes.clone();
    }

    /// A short class name, unique among pens.
    String css() {
        return "p" + ordinal();
    }
}
