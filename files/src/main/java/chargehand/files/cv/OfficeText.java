package chargehand.files.cv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamException;

/// The text of a DOCX, or an ODT: headers, the document, footers.
final class OfficeText {
    private static final int MOST_UNPACKED = 24 * 1024 * 1024;
    private static final int MOST_ENTRIES = 2_000;
    private static final int FEWEST_CHARACTERS = 40;
    private static final int FEW_CHARACTERS = 250;
    private static final Pattern EXTENT =
            Pattern.compile("<wp:extent\\b[^>]*?\\bcx=\"(\\d{1,12})\"[^>]*?\\bcy=\"(\\d{1,12})\"");
    /// 12 and 15 centimetres, in the units of the format.
    private static final long PAGE_WIDTH = 12 * 360_000L;

    private static final long PAGE_HEIGHT = 15 * 360_000L;

    private OfficeText() {}

    static Extracted of(byte[] bytes) throws IOException {
        var parts = parts(bytes);
        try {
            if (parts.containsKey("word/document.xml")) return docx(parts);
            if (parts.containsKey("content.xml")) return odt(parts);
        } catch (XMLStreamException damage) {
            throw new IOException(damage);
        }
        return Extracted.without(
                CvFile.State.BROKEN, "It is an archive, or another kind of Office document. Ask for a PDF or DOCX.");
    }

    private static Extracted odt(Map<String, byte[]> parts) throws XMLStreamException {
        var text = new WordMarkup("p", "h").text(parts.getOrDefault("content.xml", new byte[0]));
        boolean pictures = parts.keySet().stream().anyMatch(each -> each.startsWith("Pictures/"));
        if (pictures && Glyphs.letters(text) < FEWEST_CHARACTERS)
            return Extracted.without(
                    CvFile.State.PICTURE, "Its pages are pictures. Read it yourself, or ask for one with text.");
        return Extracted.read(text);
    }

    private static Extracted docx(Map<String, byte[]> parts) throws XMLStreamException {
        var text = new StringBuilder();
        for (var each : new TreeMap<>(parts).entrySet())
            if (each.getKey().matches("word/header\\d*\\.xml")) text.append(new WordMarkup().text(each.getValue()));
        text.append(new WordMarkup().text(parts.getOrDefault("word/document.xml", new byte[0])));
        for (var each : new TreeMap<>(parts).entrySet())
            if (each.getKey().matches("word/footer\\d*\\.xml")) text.append(new WordMarkup().text(each.getValue()));
        boolean pictures = parts.keySet().stream().anyMatch(each -> each.startsWith("word/media/"));
        long pages = pagesOfPicture(parts.getOrDefault("word/document.xml", new byte[0]));
        long letters = Glyphs.letters(text);
        if (pictures && (letters < FEWEST_CHARACTERS || pages > 0 && letters < pages * FEW_CHARACTERS))
            return Extracted.without(
                    CvFile.State.PICTURE, "Its pages are pictures. Read it yourself, or ask for one with text.");
        var said = new ArrayList<String>();
        if (parts.containsKey("word/vbaProject.bin")) said.add("It carries macros; they were not run.");
        if (pictures && pages == 1) said.add("One page of it is a picture, in which only a person can read.");
        if (pictures && pages > 1)
            said.add("%d pages of it are pictures, in which only a person can read.".formatted(pages));
        return Extracted.read(text.toString(), String.join(" ", said));
    }

    /// How many pictures are as large as a page: scans, and neither a portrait nor a letterhead.
    private static long pagesOfPicture(byte[] document) {
        return EXTENT.matcher(new String(document, StandardCharsets.UTF_8))
                .results()
                .filter(each ->
                        Long.parseLong(each.group(1)) >= PAGE_WIDTH && Long.parseLong(each.group(2)) >= PAGE_HEIGHT)
                .count();
    }

    /// What is needed of the archive. Whatever its directory says, no more is unpacked than a CV may have.
    private static Map<String, byte[]> parts(byte[] bytes) throws IOException {
        var parts = new HashMap<String, byte[]>();
        int left = MOST_UNPACKED;
        int entries = 0;
        try (var archive = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                if (++entries > MOST_ENTRIES) throw new IOException("Too many parts.");
                var name = entry.getName();
                boolean text = name.matches("word/(?:document|header\\d*|footer\\d*)\\.xml|content\\.xml");
                var part = text ? archive.readNBytes(left + 1) : new byte[0];
                left -= part.length;
                if (left < 0) throw new IOException("Unpacked, it is larger than a CV may be.");
                parts.put(name, part);
                if (!text) skip(archive);
            }
        }
        return parts;
    }

    private static void skip(ZipInputStream archive) throws IOException {
        var buffer = new byte[64 * 1024];
        long read = 0;
        for (int n = archive.read(buffer); n >= 0; n = archive.read(buffer)) {
            read += n;
            if (read > 8L * MOST_UNPACKED) throw new IOException("Unpacked, it is larger than a CV may be.");
        }
    }
}
