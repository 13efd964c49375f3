package chargehand.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Tells what a file is from its first bytes, before any reader sees it.
final class Sniffing {
    static final int MOST_BYTES = 64 * 1024;

    private static final byte[] OLE2 = HexFormat.of().parseHex("d0cf11e0a1b11ae1");
    private static final Map<String, String> OTHERS = others();

    private Sniffing() {}

    /// The first bytes, at most [#MOST_BYTES]; the stream stands at its beginning again.
    static byte[] head(BufferedInputStream content) throws IOException {
        content.mark(MOST_BYTES);
        var head = content.readNBytes(MOST_BYTES);
        content.reset();
        return head;
    }

    /// @param file for messages alone
    static FileKind kind(byte[] head, Path file) throws UnreadableFile {
        if (startsWith(head, OLE2)) return FileKind.MICROSOFT_PROJECT;
        var other = other(head);
        if (other.isPresent()) throw unknown(file, "is " + other.get());
        var text = HeadText.of(head);
        if (text.startsWith("ERMHDR")) return FileKind.PRIMAVERA_XER;
        if (text.indexOf('\0') >= 0) throw unknown(file, "holds binary data of a kind that is not known");
        var start = text.stripLeading();
        if (start.isEmpty() && head.length < MOST_BYTES)
            throw new UnreadableFile(
                    "file-empty",
                    "%s holds nothing but blanks.".formatted(file),
                    "Check that it was saved or downloaded completely.");
        if (start.startsWith("<")) return XmlProlog.of(start, file).kind(file);
        if (start.startsWith("{") || start.startsWith("[")) return FileKind.JSON;
        if (looksDelimited(start)) return FileKind.CSV;
        throw unknown(file, "is no project file of a known kind");
    }

    /// The last part of the name, in the name's own letters; empty if there is none.
    static String extension(Path file) {
        var name = String.valueOf(file.getFileName());
        var dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }

    static UnreadableFile unknown(Path file, String what) {
        return new UnreadableFile(
                "file-kind-unknown",
                "%s %s.".formatted(file, what),
                "Give a plan as .mpp, Microsoft Project or Primavera .xml, .xer, .gan, .json or .csv.");
    }

    private static boolean looksDelimited(String text) {
        var line = text.lines().findFirst().orElse("");
        return line.indexOf(',') >= 0 || line.indexOf(';') >= 0 || line.indexOf('\t') >= 0;
    }

    private static Optional<String> other(byte[] head) {
        return OTHERS.entrySet().stream()
                .filter(each -> startsWith(head, each.getKey().getBytes(StandardCharsets.ISO_8859_1)))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean startsWith(byte[] head, byte[] magic) {
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }

    private static Map<String, String> others() {
        var others = new LinkedHashMap<String, String>();
        others.put("PK\3\4", "a ZIP archive or an Office document");
        others.put("PK\5\6", "an empty ZIP archive");
        others.put("SQLite format 3\0", "an SQLite database");
        others.put("\0\1\0\0Standard", "an Access database");
        others.put("%PDF-", "a PDF document");
        others.put("\u0089PNG", "a picture (PNG)");
        others.put("\u00ff\u00d8\u00ff", "a picture (JPEG)");
        others.put("GIF8", "a picture (GIF)");
        others.put("\u001f\u008b", "a gzip archive");
        others.put("7z\u00bc\u00af", "a 7z archive");
        others.put("Rar!", "a RAR archive");
        others.put("{\\rtf", "a text document (RTF)");
        others.put("MPX,", "an MPX file of Microsoft Project 98 or older");
        others.put("MPX;", "an MPX file of Microsoft Project 98 or older");
        others.put("\u007fELF", "a program");
        others.put("BEGIN:VCALENDAR", "an iCalendar file");
        return others;
    }
}
