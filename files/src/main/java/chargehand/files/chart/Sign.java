package chargehand.files.chart;

/// A mark that keeps its shape however the time axis is stretched, drawn around the point where it stands.
enum Sign {
    DIAMOND("d", Outline.closed(0, -6, 6, 0, 0, 6, -6, 0)),
    /// the cloth of a promise's flag; its pole is a line
    PENNANT("p", Outline.closed(0, 0, 8, 0, 5.5, 3.5, 8, 7, 0, 7)),
    NAIL_HEAD("n", Outline.closed(-3, 0, -2.1, -2.1, 0, -3, 2.1, -2.1, 3, 0, 2.1, 2.1, 0, 3, -2.1, 2.1)),
    ARROW_RIGHT("r", Outline.closed(0, 0, -5, -3, -5, 3)),
    ARROW_LEFT("l", Outline.closed(0, 0, 5, -3, 5, 3)),
    ARROW_DOWN("v", Outline.closed(0, 0, -3, -5, 3, -5)),
    ARROW_UP("u", Outline.closed(0, 0, -3, 5, 3, 5));

    private final String id;
    private final Outline outline;

    Sign(String id, Outline outline) {
        this.id = id;
        this.outline = outline;
    }

    /// Short and unique, for references within a file.
    String id() {
        return id;
    }

    Outline outline() {
        return outline;
    }
}
