package chargehand.files.cv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// What a file is, by what is in it.
enum CvKind {
    PDF("PDF", "pdf"),
    ZIP("DOCX", "docx", "docm", "dotx", "odt"),
    OLE2("Word", "doc", "dot"),
    RTF("RTF", "rtf"),
    HTML("HTML", "html", "htm"),
    XML("Europass", "xml"),
    JSON("JSON Resume", "json"),
    TEXT("text", "txt", "text", "md"),
    PICTURE("picture", "png", "jpg", "jpeg", "gif", "tif", "tiff", "bmp", "webp"),
    EMPTY("empty"),
    UNKNOWN("unknown");

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int HEAD = 2048;
    private static final List<String> PICTURES =
            List.of("89504e470d0a", "ffd8ff", "47494638", "49492a00", "4d4d002a", "424d");

    private final String format;
    private final List<String> extensions;

    CvKind(String format, String... extensions) {
        this.format = format;
        this.extensions = List.of(extensions);
    }

    /// As people call it.
    String format() {
        return format;
    }

    boolean hasExtension(String extension) {
        return extensions.contains(extension.toLowerCase(Locale.ROOT));
    }

    static boolean isKnownExtension(String extension) {
        return Arrays.stream(values()).anyMatch(each -> each.hasExtension(extension));
    }

    static CvKind of(byte[] bytes) {
        var head = Arrays.copyOf(bytes, Math.min(bytes.length, HEAD));
        var latin = new String(head, StandardCharsets.ISO_8859_1);
        if (latin.isBlank() && bytes.length <= HEAD) return EMPTY;
        // Some programs put a line of their own before it.
        if (latin.substring(0, Math.min(1024, latin.length())).contains("%PDF-")) return PDF;
        if (latin.startsWith("PK\3\4")) return ZIP;
        if (starts(head, "d0cf11e0a1b11ae1")) return OLE2;
        if (PICTURES.stream().anyMatch(each -> starts(head, each))) return PICTURE;
        if (latin.startsWith("RIFF") && latin.startsWith("WEBP", 8)) return PICTURE;
        if (latin.startsWith("{\\rtf")) return RTF;
        return ofText(decoded(head).strip(), bytes);
    }

    private static CvKind ofText(String start, byte[] bytes) {
        if (start.indexOf('\0') >= 0 || strange(start) > start.length() / 10) return UNKNOWN;
        var small = start.toLowerCase(Locale.ROOT);
        if (small.startsWith("<!doctype html") || small.startsWith("<html") || small.startsWith("<head")) return HTML;
        if (small.startsWith("<?xml") && small.contains("<html")) return HTML;
        if (start.startsWith("<?xml") || start.startsWith("<Candidate") || start.startsWith("<SkillsPassport"))
            return XML;
        if (start.startsWith("{") && decoded(bytes).strip().endsWith("}")) return JSON;
        return TEXT;
    }

    private static long strange(String text) {
        return text.chars()
                .filter(c -> c < ' ' && !Character.isWhitespace(c) || c == '\uFFFD')
                .count();
    }

    private static boolean starts(byte[] head, String hex) {
        var magic = HexFormat.of().parseHex(hex);
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }

    /// As its byte order mark says, else UTF-8, else what Windows writes.
    static String decoded(byte[] bytes) {
        if (starts(bytes, "fffe")) return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        if (starts(bytes, "feff")) return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        int from = starts(bytes, "efbbbf") ? 3 : 0;
        for (int cut = 0; cut < 4 && from + cut <= bytes.length; cut++) {
            // The head of a text may end within a character.
            if (cut > 0 && bytes.length != HEAD) break;
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes, from, bytes.length - from - cut))
                        .toString();
            } catch (CharacterCodingException notUtf8) {
                continue;
            }
        }
        return new String(bytes, from, bytes.length - from, WINDOWS);
    }
}
