package chargehand.files.ical;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Breaks long lines as RFC 5545 wants it: after at most 75 bytes of UTF-8, never within a character.
final class Folding {
    private static final int MOST_BYTES = 75;
    private static final byte[] FOLD = {'\r', '\n', ' '};

    private Folding() {}

    /// @param text lines that end with CR and LF
    static byte[] folded(String text) {
        var folded = new ByteArrayOutputStream();
        int width = 0;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            var letter = text.substring(i, text.offsetByCodePoints(i, 1)).getBytes(StandardCharsets.UTF_8);
            boolean ends = letter[0] == '\r' || letter[0] == '\n';
            if (!ends && width + letter.length > MOST_BYTES) {
                folded.writeBytes(FOLD);
                width = 1;
            }
            folded.writeBytes(letter);
            width = ends ? 0 : width + letter.length;
        }
        return folded.toByteArray();
    }
}
