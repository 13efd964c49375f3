package chargehand.server.interchange;

import chargehand.files.UnreadableFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The cells of the first sheet of an XLSX file, as text. No formulas, styles or links are looked at, no entity is
/// resolved, and no more is unpacked than a table of people can need.
final class XlsxRows {
    private static final int MOST_UNPACKED = 64 * 1024 * 1024;
    private static final int MOST_PARTS = 2_000;
    private static final int MOST_COLUMNS = 1_000;
    private static final int MOST_CELLS = 1_000_000;

    private final Map<String, byte[]> parts = new HashMap<>();
    private final List<String> shared = new ArrayList<>();
    private int cells;

    private XlsxRows() {}

    /// @param line as the program counts it, from 1
    record Row(int line, List<String> cells) {
        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    static boolean is(byte[] file) {
        return file.length > 4 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
    }

    /// The rows that hold something.
    ///
    /// @throws UnreadableFile if it is no workbook, damaged, or unpacks to more than it may
    static List<Row> of(byte[] file) throws UnreadableFile {
        var workbook = new XlsxRows();
        try {
            workbook.unpack(file);
            return workbook.rows();
        } catch (IOException | XMLStreamException | NumberFormatException damaged) {
            throw damaged();
        }
    }

    private static UnreadableFile damaged() {
        return new UnreadableFile(
                "file-damaged",
                "The file is no Excel workbook, or is cut off or damaged.",
                "Save it again as .xlsx, or as CSV.");
    }

    private void unpack(byte[] file) throws IOException, UnreadableFile {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            int left = MOST_UNPACKED;
            int count = 0;
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var bytes = zip.readNBytes(left);
                left -= bytes.length;
                if (++count > MOST_PARTS || left <= 0)
                    throw new UnreadableFile(
                            "file-too-complex",
                            "The workbook unpacks to more than 64 MB.",
                            "Save the table of people alone, without pictures.");
                if (entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels"))
                    parts.put(entry.getName(), bytes);
            }
        }
    }

    private List<Row> rows() throws XMLStreamException, UnreadableFile {
        if (!parts.containsKey("xl/workbook.xml")) throw damaged();
        if (parts.containsKey("xl/sharedStrings.xml")) readShared();
        var sheet = parts.get(firstSheet());
        if (sheet == null) throw damaged();
        return rows(sheet);
    }

    private String firstSheet() throws XMLStreamException {
        var reader = reader("xl/workbook.xml");
        var relation = "";
        while (relation.isEmpty() && reader.hasNext())
            if (reader.next() == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("sheet")) relation = attribute(reader, "id");
        if (!parts.containsKey("xl/_rels/workbook.xml.rels")) return "xl/worksheets/sheet1.xml";
        var relations = reader("xl/_rels/workbook.xml.rels");
        while (relations.hasNext()) {
            if (relations.next() != XMLStreamConstants.START_ELEMENT) continue;
            if (!attribute(relations, "Id").equals(relation)) continue;
            var target = attribute(relations, "Target");
            return target.startsWith("/") ? target.substring(1) : "xl/" + target;
        }
        return "xl/worksheets/sheet1.xml";
    }

    private XMLStreamReader reader(String part) throws XMLStreamException {
        return reader(parts.getOrDefault(part, new byte[0]));
    }

    private static XMLStreamReader reader(byte[] part) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory.createXMLStreamReader(new ByteArrayInputStream(part));
    }

    private static String attribute(XMLStreamReader reader, String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++)
            if (reader.getAttributeLocalName(i).equals(name)
                    // <sheet r:id="…" sheetId="…">: the relation's is the one of a namespace.
                    && (!name.equals("id") || reader.getAttributeNamespace(i) != null))
                return reader.getAttributeValue(i);
        return "";
    }

    private void readShared() throws XMLStreamException {
        var reader = reader("xl/sharedStrings.xml");
        while (reader.hasNext())
            if (reader.next() == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("si")) shared.add(texts(reader, "si"));
    }

    /// All `<t>` up to the end of the element, but not those of how Japanese is pronounced.
    private static String texts(XMLStreamReader reader, String element) throws XMLStreamException {
        var text = new StringBuilder();
        boolean pronounced = false;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                if (reader.getLocalName().equals(element)) break;
                if (reader.getLocalName().equals("rPh")) pronounced = false;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (reader.getLocalName().equals("rPh")) pronounced = true;
                if (reader.getLocalName().equals("t") && !pronounced) text.append(reader.getElementText());
            }
        }
        return text.toString();
    }

    private List<Row> rows(byte[] sheet) throws XMLStreamException, UnreadableFile {
        var rows = new ArrayList<Row>();
        var reader = reader(sheet);
        int line = 0;
        while (reader.hasNext()) {
            if (reader.next() != XMLStreamConstants.START_ELEMENT
                    || !reader.getLocalName().equals("row")) continue;
            var written = attribute(reader, "r");
            line = written.isEmpty() ? line + 1 : Integer.parseInt(written);
            var row = new Row(line, cells(reader));
            if (!row.isBlank()) rows.add(row);
        }
        return rows;
    }

    private List<String> cells(XMLStreamReader reader) throws XMLStreamException, UnreadableFile {
        var row = new ArrayList<String>();
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("row")) break;
            if (event != XMLStreamConstants.START_ELEMENT
                    || !reader.getLocalName().equals("c")) continue;
            int column = column(attribute(reader, "r"), row.size());
            if (column >= MOST_COLUMNS || ++cells > MOST_CELLS)
                throw new UnreadableFile(
                        "file-too-complex",
                        "The sheet has more cells than a table of people can need.",
                        "Keep the columns that are read, and a row a person.");
            while (row.size() < column) row.add("");
            row.add(cell(reader, attribute(reader, "t")));
        }
        return row;
    }

    private static int column(String reference, int next) {
        int column = 0;
        for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++)
            column = column * 26 + Character.toUpperCase(reference.charAt(i)) - 'A' + 1;
        return reference.isEmpty() ? next : column - 1;
    }

    private String cell(XMLStreamReader reader, String type) throws XMLStreamException {
        var value = "";
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("c")) break;
            if (event != XMLStreamConstants.START_ELEMENT) continue;
            if (reader.getLocalName().equals("is")) value = texts(reader, "is");
            if (reader.getLocalName().equals("v")) value = reader.getElementText();
        }
        if (!type.equals("s")) return value;
        int place = Integer.parseInt(value.strip());
        return place >= 0 && place < shared.size() ? shared.get(place) : "";
    }
}
