package chargehand.files.cv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// The text of an XLSX: all its sheets row by row, cells parted by tabs, days as `2027-02-01`; then its
/// remarks. What formulas came to is text, too; nothing is reckoned.
final class SheetText {
    private static final int MOST_UNPACKED = 24 * 1024 * 1024;
    private static final int MOST_ENTRIES = 2_000;
    /// Some programs count from 1904.
    private static final LocalDate FIRST = LocalDate.of(1899, 12, 30);

    private static final LocalDate FIRST_1904 = LocalDate.of(1904, 1, 1);
    private static final long LAST_DAY = 2_958_465;

    private final Map<String, byte[]> parts;
    private final List<String> shared = new ArrayList<>();
    private final Set<Integer> days = new HashSet<>();
    private final StringBuilder text = new StringBuilder();
    private LocalDate first = FIRST;

    private SheetText(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    /// Null if it is another kind of archive.
    static @Nullable Extracted of(byte[] bytes) throws IOException {
        var parts = parts(bytes);
        if (!parts.containsKey("xl/workbook.xml")) return null;
        try {
            return Extracted.read(new SheetText(parts).read());
        } catch (XMLStreamException | NumberFormatException damage) {
            throw new IOException(damage);
        }
    }

    private static Map<String, byte[]> parts(byte[] bytes) throws IOException {
        var parts = new TreeMap<String, byte[]>();
        int left = MOST_UNPACKED;
        int entries = 0;
        try (var archive = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                var part = archive.readNBytes(left + 1);
                left -= part.length;
                if (++entries > MOST_ENTRIES || left < 0) throw new IOException("Unpacked, it is too large.");
                if (entry.getName().matches("xl/.*\\.xml")) parts.put(entry.getName(), part);
            }
        }
        return parts;
    }

    private String read() throws XMLStreamException {
        each("xl/workbook.xml", "workbookPr", reader -> {
            var counted = reader.getAttributeValue(null, "date1904");
            if ("1".equals(counted) || "true".equals(counted)) first = FIRST_1904;
        });
        each("xl/sharedStrings.xml", "si", reader -> shared.add(texts(reader, "si")));
        readStyles();
        for (var part : parts.keySet()) if (part.matches("xl/worksheets/[^/]+\\.xml")) each(part, "row", this::row);
        for (var part : parts.keySet())
            if (part.matches("xl/(?:comments|threadedComments/)[^/]*\\.xml"))
                each(part, "comment", reader -> line(texts(reader, "comment")));
        return text.toString();
    }

    private interface Element {
        void at(XMLStreamReader reader) throws XMLStreamException;
    }

    private void each(String part, String name, Element element) throws XMLStreamException {
        var bytes = parts.get(part);
        if (bytes == null) return;
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        var reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
        while (reader.hasNext() && text.length() < Extracted.MOST_CHARACTERS)
            if (reader.next() == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals(name)) element.at(reader);
    }

    /// All that is written up to the end of the element.
    private static String texts(XMLStreamReader reader, String element) throws XMLStreamException {
        var text = new StringBuilder();
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals(element)) break;
            if (event == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("t")) text.append(reader.getElementText());
        }
        return text.toString();
    }

    private void line(String line) {
        if (!line.isBlank()) text.append(line).append('\n');
    }

    /// Which styles of cells show a number as a day.
    private void readStyles() throws XMLStreamException {
        var formats = new HashSet<>(
                Set.of("14", "15", "16", "17", "22", "27", "28", "29", "30", "31", "36", "50", "57", "58"));
        each("xl/styles.xml", "numFmt", reader -> {
            var code = String.valueOf(reader.getAttributeValue(null, "formatCode"));
            if (code.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]", "").matches("(?i).*[yj].*"))
                formats.add(String.valueOf(reader.getAttributeValue(null, "numFmtId")));
        });
        each("xl/styles.xml", "cellXfs", reader -> {
            int style = 0;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.END_ELEMENT
                        && reader.getLocalName().equals("cellXfs")) break;
                if (event != XMLStreamConstants.START_ELEMENT
                        || !reader.getLocalName().equals("xf")) continue;
                if (formats.contains(String.valueOf(reader.getAttributeValue(null, "numFmtId")))) days.add(style);
                style++;
            }
        });
    }

    private void row(XMLStreamReader reader) throws XMLStreamException {
        var row = new ArrayList<String>();
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("row")) break;
            if (event == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("c")) row.add(cell(reader));
        }
        line(String.join("\t", row));
    }

    private String cell(XMLStreamReader reader) throws XMLStreamException {
        var type = reader.getAttributeValue(null, "t");
        var style = reader.getAttributeValue(null, "s");
        var value = "";
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("c")) break;
            if (event != XMLStreamConstants.START_ELEMENT) continue;
            if (reader.getLocalName().equals("is")) value = texts(reader, "is");
            if (reader.getLocalName().equals("v"))
                value = reader.getElementText().strip();
        }
        if ("s".equals(type)) return shared(value);
        boolean number = type == null || type.equals("n");
        return number && style != null && days.contains(Integer.parseInt(style)) ? day(value) : value;
    }

    private String shared(String place) {
        int number = Integer.parseInt(place);
        return number >= 0 && number < shared.size() ? shared.get(number) : "";
    }

    private String day(String number) {
        if (number.isEmpty()) return "";
        double day = Double.parseDouble(number);
        return day >= 0 && day <= LAST_DAY ? first.plusDays((long) day).toString() : number;
    }
}
