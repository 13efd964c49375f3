package chargehand.files.cv;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Paragraphs of a document's XML as lines, in reading order: tables row by row where they are tables, cell by cell
/// where they only place things on the page; a text box after the paragraph to which it is tied.
final class WordMarkup {
    /// What was deleted, and what another version of the same is for.
    private static final Set<String> SKIPPED =
            Set.of("Fallback", "del", "moveFrom", "instrText", "delText", "annotation", "tracked-changes");

    private static final int MOST_LEVELS = 400;

    private final Set<String> paragraphs;
    /// What is being written: the document, and within it cells and text boxes.
    private final Deque<List<String>> blocks = new ArrayDeque<>();
    private final Deque<StringBuilder> paragraph = new ArrayDeque<>();
    private final Deque<List<List<String>>> rows = new ArrayDeque<>();
    private final Deque<List<String>> boxes = new ArrayDeque<>();

    WordMarkup(String... paragraphs) {
        this.paragraphs = paragraphs.length == 0 ? Set.of("p") : Set.of(paragraphs);
    }

    String text(byte[] xml) throws XMLStreamException {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
        var document = new ArrayList<String>();
        blocks.push(document);
        int depth = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (SKIPPED.contains(reader.getLocalName())) skip(reader);
                    else {
                        if (++depth > MOST_LEVELS) throw new XMLStreamException("Too many levels.");
                        start(reader);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    end(reader.getLocalName());
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (isText && !paragraph.isEmpty()) paragraph.element().append(reader.getText());
                }
                default -> {}
            }
        }
        return document.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private boolean isText;

    private static void skip(XMLStreamReader reader) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) depth++;
            else if (event == XMLStreamConstants.END_ELEMENT) depth--;
        }
    }

    private void start(XMLStreamReader reader) {
        var name = reader.getLocalName();
        if (paragraphs.contains(name) && isOfText(reader)) {
            paragraph.push(new StringBuilder());
            boxes.push(new ArrayList<>());
            isText = paragraphs.size() > 1;
            return;
        }
        switch (name) {
            case "t" -> isText = true;
            case "tab" -> append(isOfRun(reader) ? "\t" : "");
            case "br", "cr", "line-break" -> append("\n");
            case "s" -> append(paragraphs.size() > 1 ? " " : "");
            case "noBreakHyphen" -> append("-");
            case "numPr" -> append(paragraph.isEmpty() || paragraph.element().isEmpty() ? "• " : "");
            case "txbxContent", "text-box" -> blocks.push(new ArrayList<>());
            case "tr", "table-row" -> rows.push(new ArrayList<>());
            case "tc", "table-cell" -> blocks.push(new ArrayList<>());
            default -> {}
        }
    }

    private static boolean isOfText(XMLStreamReader reader) {
        var uri = String.valueOf(reader.getNamespaceURI());
        return uri.contains("wordprocessingml") || uri.contains("opendocument:xmlns:text");
    }

    /// A tab that is typed, not one that a style sets up.
    private static boolean isOfRun(XMLStreamReader reader) {
        return reader.getAttributeCount() == 0;
    }

    private void append(String text) {
        if (!paragraph.isEmpty()) paragraph.element().append(text);
    }

    private void end(String name) {
        if (name.equals("t")) isText = false;
        else if (paragraphs.contains(name) && !paragraph.isEmpty()) endParagraph();
        else if (name.equals("txbxContent") || name.equals("text-box")) endBox();
        else if (name.equals("tc") || name.equals("table-cell")) endCell();
        else if (name.equals("tr") || name.equals("table-row")) endRow();
    }

    private void endParagraph() {
        var text = paragraph.pop().toString();
        if (!text.isBlank() && !text.strip().equals("•"))
            blocks.element().addAll(text.lines().toList());
        else if (!blocks.element().isEmpty() && blocks.size() == 1)
            blocks.element().add("");
        blocks.element().addAll(boxes.pop());
    }

    /// A text box belongs after the paragraph that it hangs on.
    private void endBox() {
        if (blocks.size() < 2) return;
        var box = blocks.pop();
        if (boxes.isEmpty()) blocks.element().addAll(box);
        else boxes.element().addAll(box);
    }

    private void endCell() {
        if (blocks.size() < 2) return;
        var cell = blocks.pop();
        if (rows.isEmpty()) blocks.element().addAll(cell);
        else rows.element().add(cell.stream().filter(line -> !line.isBlank()).toList());
    }

    private void endRow() {
        if (rows.isEmpty()) return;
        var cells = rows.pop().stream().filter(cell -> !cell.isEmpty()).toList();
        blocks.element().addAll(Cells.lines(cells));
    }
}
