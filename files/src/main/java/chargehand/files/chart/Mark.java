package chargehand.files.chart;

/// One thing to paint. Painters know these and nothing of plans; what comes later lies on top.
sealed interface Mark {
    /// A rectangle, its corners rounded by `radius`.
    record Block(double x, double y, double width, double height, double radius, Tone tone) implements Mark {}

    /// A filled shape; a fading one thins out to the right, from opaque to 55 %.
    record Area(Outline outline, Tone tone, boolean fading) implements Mark {}

    record Stroke(Outline outline, Pen pen) implements Mark {}

    /// A rectangle of diagonal lines.
    record Hatch(double x, double y, double width, double height, Tone tone) implements Mark {}

    /// @param rim whether a thin line of the sheet's colour parts it from what lies behind
    record Placed(Sign sign, double x, double y, Tone tone, boolean rim) implements Mark {}

    /// @param y the base line
    record Label(double x, double y, String text, double size, boolean bold, Anchor anchor, Tone tone)
            implements Mark {}

    enum Anchor {
        START,
        MIDDLE,
        END
    }
}
