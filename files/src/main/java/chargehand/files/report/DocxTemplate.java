package chargehand.files.report;

import chargehand.files.UnreadableFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// A Word document in which `{{likely}}` stands where a value belongs; in body, heads and feet. A paragraph that holds
/// nothing but the name of a list comes once for each of its lines, in its own format.
///
/// It is taken apart within bounds and without following anything that it names: no entities, no macros.
public final class DocxTemplate {
    static final String BODY = "word/document.xml";
    private static final Pattern WRITTEN = Pattern.compile("word/(document|header\\d*|footer\\d*)\\.xml");
    private static final int MOST_PARTS = 200;
    private static final int MOST_BYTES = 16 << 20;
    private static final int MOST_WORDS = 1 << 20;

    private final Map<String, byte[]> parts;

    private DocxTemplate(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    /// @throws UnreadableFile for what is no such document, or too large
    public static DocxTemplate of(byte[] bytes) throws UnreadableFile {
        var parts = parts(bytes);
        if (!parts.containsKey(BODY)) throw unreadable("It is no Word document.");
        if (parts.keySet().stream()
                .anyMatch(each -> each.toLowerCase(java.util.Locale.ROOT).contains("vbaproject")))
            throw unreadable("It holds a macro.");
        var template = new DocxTemplate(parts);
        template.names();
        return template;
    }

    /// Ours, for who has none.
    public static DocxTemplate ours() {
        return new DocxTemplate(OurTemplate.parts());
    }

    private static Map<String, byte[]> parts(byte[] bytes) throws UnreadableFile {
        var parts = new LinkedHashMap<String, byte[]>();
        int left = MOST_BYTES;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory()) continue;
                var part = zip.readNBytes(left + 1);
                left -= part.length;
                boolean words = WRITTEN.matcher(entry.getName()).matches();
                if (left < 0 || parts.size() >= MOST_PARTS || words && part.length > MOST_WORDS)
                    throw unreadable("There is too much in it.");
                parts.put(entry.getName(), part);
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw unreadable("It is no Word document, or a broken one.");
        }
        return parts;
    }

    private static UnreadableFile unreadable(String sentence) {
        return new UnreadableFile(
                "template-unreadable", sentence, "Save it in Word or LibreOffice as DOCX and send that.");
    }

    /// What it names, in order.
    public Set<String> names() throws UnreadableFile {
        var names = new TreeSet<String>();
        for (var each : parts.entrySet())
            if (isWritten(each.getKey())) names.addAll(read(each.getValue()).names());
        return names;
    }

    private static boolean isWritten(String part) {
        return WRITTEN.matcher(part).matches();
    }

    private static WordPart read(byte[] part) throws UnreadableFile {
        try {
            return WordPart.read(part);
        } catch (IOException broken) {
            throw unreadable("Its text can't be read.");
        }
    }

    /// The same document with the page's values in it. Names that the page doesn't have stay as they are.
    public byte[] filled(ReportPage page) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var each : parts.entrySet()) {
                var entry = new ZipEntry(each.getKey());
                // Whatever it is, the same page gives the same bytes.
                entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
                zip.putNextEntry(entry);
                zip.write(isWritten(each.getKey()) ? read(each.getValue()).filled(page) : each.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (UnreadableFile impossible) {
            throw new IllegalStateException(impossible);
        }
        return out.toByteArray();
    }

    /// As a file, with the names where values will be: to begin one's own with.
    public byte[] bytes() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (var each : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    static List<String> sections() {
        return List.of("summary", "moved", "promises", "next", "decisions", "risks", "issues", "money");
    }
}
