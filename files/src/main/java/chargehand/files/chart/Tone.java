package chargehand.files.chart;

/// What a colour means, with its value in light and in dark. Paper and pictures take the light one.
enum Tone {
    PAPER("paper", 0xf1f4f3, 0x0b1011),
    SHEET("sheet", 0xfcfdfc, 0x11181a),
    HOVER("hover", 0xeaefed, 0x1b2527),
    CHOSEN("chosen", 0xdff0f0, 0x12303a),
    INK("ink", 0x13201e, 0xe8efed),
    INK_2("ink-2", 0x44534f, 0xb7c4c0),
    INK_3("ink-3", 0x5b6a66, 0x93a29d),
    RULE("rule", 0xd3dbd8, 0x2b3739),
    RULE_SOFT("rule-soft", 0xe4eae8, 0x1e282a),
    RULE_STRONG("rule-strong", 0x76857f, 0x6b7b78),
    WORK("work", 0x7a8c87, 0x677b78),
    DONE("work-done", 0x44544f, 0xb3c3be),
    ACCENT("accent", 0x0b6371, 0x66c7d1),
    ON_ACCENT("on-accent", 0xffffff, 0x07181b),
    CRITICAL("critical", 0xb0361b, 0xff8a69),
    CRITICAL_WASH("critical-wash", 0xfbe9e3, 0x38201a),
    LATE("late", 0x97114f, 0xff82b4),
    RISK("risk", 0x805100, 0xefb548),
    RISK_FILL("risk-fill", 0xc17f00, 0xd99f2e);

    private final String css;
    private final int light;
    private final int dark;

    Tone(String css, int light, int dark) {
        this.css = css;
        this.light = light;
        this.dark = dark;
    }

    /// The name of its CSS variable, without the dashes before it.
    String css() {
        return css;
    }

    /// `0xRRGGBB`.
    int light() {
        return light;
    }

    /// `0xRRGGBB`.
    int dark() {
        return dark;
    }

    /// As a browser reads it: `#13201e`.
    String hex() {
        return hex(light);
    }

    String darkHex() {
        return hex(dark);
    }

    private static String hex(int rgb) {
        return "#%06x".formatted(rgb);
    }
}
