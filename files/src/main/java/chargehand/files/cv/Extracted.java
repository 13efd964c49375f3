package chargehand.files.cv;

import java.nio.charset.StandardCharsets;

/// What the child answers about a file: state and reason on a line each, then the text.
record Extracted(CvFile.State state, String reason, String text) {
    /// More text than this no CV has; the rest is left out.
    static final int MOST_CHARACTERS = 400_000;

    static Extracted read(String text) {
        return read(text, "");
    }

    static Extracted read(String text, String reason) {
        if (text.isBlank()) return new Extracted(CvFile.State.EMPTY, "There is no text in it.", "");
        if (text.length() <= MOST_CHARACTERS) return new Extracted(CvFile.State.READ, reason, text);
        return new Extracted(
                CvFile.State.READ,
                "Only the first %d characters were read.".formatted(MOST_CHARACTERS),
                text.substring(0, MOST_CHARACTERS));
    }

    static Extracted without(CvFile.State state, String reason) {
        return new Extracted(state, reason, "");
    }

    byte[] bytes() {
        return "%s\n%s\n%s".formatted(state, reason.replace('\n', ' '), text).getBytes(StandardCharsets.UTF_8);
    }

    /// @throws IllegalArgumentException if that is no answer
    static Extracted of(byte[] bytes) {
        var parts = new String(bytes, StandardCharsets.UTF_8).split("\n", 3);
        if (parts.length < 3) throw new IllegalArgumentException("An answer has three parts.");
        return new Extracted(CvFile.State.valueOf(parts[0]), parts[1], parts[2]);
    }

    CvFile file() {
        return state == CvFile.State.READ ? CvFile.read(reason, text) : CvFile.without(state, reason);
    }
}
