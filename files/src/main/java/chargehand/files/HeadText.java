package chargehand.files;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// The first bytes of a file as text, good enough to tell what it is: by its byte order mark, else by where
/// the zeros of UTF-16 stand, else byte by byte.
final class HeadText {
    private HeadText() {}

    static String of(byte[] head) {
        var text = new String(head, charset(head));
        if (text.startsWith("\uFEFF")) return text.substring(1);
        return text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3) : text;
    }

    private static Charset charset(byte[] head) {
        if (head.length < 2) return StandardCharsets.ISO_8859_1;
        int first = head[0] & 0xFF;
        int second = head[1] & 0xFF;
        if (first == 0xFE && second == 0xFF || first == 0 && second != 0) return StandardCharsets.UTF_16BE;
        if (first == 0xFF && second == 0xFE || first != 0 && second == 0) return StandardCharsets.UTF_16LE;
        return StandardCharsets.ISO_8859_1;
    }
}
