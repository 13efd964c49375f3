package chargehand.files.mpxj;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// An XML file and its encoding, for a reader that wants to be told: by the byte order mark, else by the
/// zeros of UTF-16, else as the file declares, else UTF-8.
final class XmlText {
    private static final int DECLARATION = 512;
    private static final Pattern ENCODING =
            Pattern.compile("^<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

    private final BufferedInputStream content;
    private final Charset charset;

    XmlText(InputStream content) throws IOException {
        this.content = new BufferedInputStream(content, DECLARATION);
        this.content.mark(DECLARATION);
        var head = this.content.readNBytes(DECLARATION);
        this.content.reset();
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) this.content.skipNBytes(3);
        this.charset = charset(head);
    }

    /// Without a byte order mark, or with one that the charset takes for itself.
    InputStream content() {
        return content;
    }

    Charset charset() {
        return charset;
    }

    private static Charset charset(byte[] head) {
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) return StandardCharsets.UTF_8;
        if (startsWith(head, 0xFE, 0xFF) || startsWith(head, 0xFF, 0xFE)) return StandardCharsets.UTF_16;
        if (startsWith(head, 0, '<')) return StandardCharsets.UTF_16BE;
        if (startsWith(head, '<', 0)) return StandardCharsets.UTF_16LE;
        var declared = ENCODING.matcher(new String(head, StandardCharsets.ISO_8859_1));
        return declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
    }

    private static boolean startsWith(byte[] head, int... mark) {
        if (head.length < mark.length) return false;
        for (int i = 0; i < mark.length; i++) if ((head[i] & 0xFF) != mark[i]) return false;
        return true;
    }
}
