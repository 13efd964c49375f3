package chargehand.files.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/// One part of a Word document that holds text: its paragraphs, and the names in them. Word parts the text of a
/// paragraph into runs wherever it likes, also within a name.
final class WordPart {
    private static final String WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final Pattern NAME = Pattern.compile("\\{\\{\\s*([a-zA-Z][\\w.]*)\\s*}}");
    private static final String NOTHING = "–";

    private final Document document;

    private WordPart(Document document) {
        this.document = document;
    }

    static WordPart read(byte[] xml) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setXIncludeAware(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return new WordPart(builder.parse(new ByteArrayInputStream(xml)));
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        } catch (SAXException broken) {
            throw new IOException(broken);
        }
    }

    Set<String> names() {
        var names = new TreeSet<String>();
        for (var each : paragraphs())
            NAME.matcher(text(texts(each))).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    private List<Element> paragraphs() {
        return elements(document.getDocumentElement(), "p");
    }

    private static List<Element> elements(Element within, String name) {
        var all = within.getElementsByTagNameNS(WORDS, name);
        var elements = new ArrayList<Element>();
        for (int i = 0; i < all.getLength(); i++) elements.add((Element) all.item(i));
        return elements;
    }

    /// The pieces of text of this paragraph, and not of one within it, as in a text box.
    private static List<Element> texts(Element paragraph) {
        return elements(paragraph, "t").stream()
                .filter(each -> paragraphOf(each) == paragraph)
                .toList();
    }

    private static Node paragraphOf(Node node) {
        var up = node.getParentNode();
        while (!"p".equals(up.getLocalName()) || !WORDS.equals(up.getNamespaceURI())) up = up.getParentNode();
        return up;
    }

    private static String text(List<Element> texts) {
        var all = new StringBuilder();
        for (var each : texts) all.append(each.getTextContent());
        return all.toString();
    }

    byte[] filled(ReportPage page) {
        for (var each : paragraphs()) fill(each, page);
        try {
            var factory = TransformerFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            var out = new ByteArrayOutputStream();
            document.setXmlStandalone(true);
            factory.newTransformer().transform(new DOMSource(document), new StreamResult(out));
            return out.toByteArray();
        } catch (TransformerException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void fill(Element paragraph, ReportPage page) {
        var values = page.values();
        var whole = NAME.matcher(text(texts(paragraph)).strip());
        var lines = whole.matches() ? values.get(whole.group(1)) : null;
        if (lines != null && lines.size() > 1) repeat(paragraph, page, lines);
        else replace(paragraph, page, name -> said(values.get(name)));
    }

    private static void repeat(Element paragraph, ReportPage page, List<String> lines) {
        var after = paragraph.getNextSibling();
        for (var line : lines.subList(1, lines.size())) {
            var copy = (Element) paragraph.cloneNode(true);
            paragraph.getParentNode().insertBefore(copy, after);
            replace(copy, page, _ -> line);
        }
        replace(paragraph, page, _ -> lines.getFirst());
    }

    private static @Nullable String said(@Nullable List<String> lines) {
        if (lines == null) return null;
        return lines.isEmpty() ? NOTHING : String.join("; ", lines);
    }

    private interface Saying {
        /// @return null for what the page doesn't have
        @Nullable
        String of(String name);
    }

    /// From the last to the first, so that places before stay where they are.
    private static void replace(Element paragraph, ReportPage page, Saying saying) {
        var texts = texts(paragraph);
        var found = NAME.matcher(text(texts)).results().toList();
        for (var each : found.reversed()) {
            var value = saying.of(each.group(1));
            if (value == null) continue;
            var first = put(texts, each, value);
            if (each.group(1).equals("status")) colour(first, page);
        }
    }

    /// Into the piece in which the name begins; the others lose what they have of it.
    private static Element put(List<Element> texts, MatchResult found, String value) {
        int start = 0;
        Element first = texts.getFirst();
        boolean said = false;
        for (var each : texts) {
            var text = each.getTextContent();
            int from = Math.clamp(found.start() - start, 0, text.length());
            int to = Math.clamp(found.end() - start, 0, text.length());
            start += text.length();
            if (from >= to) continue;
            each.setTextContent(text.substring(0, from) + (said ? "" : value) + text.substring(to));
            each.setAttributeNS(XMLConstants.XML_NS_URI, "xml:space", "preserve");
            if (!said) first = each;
            said = true;
        }
        return first;
    }

    private static void colour(Element text, ReportPage page) {
        var status = page.status();
        if (status == null || status.colour() == null) return;
        var run = (Element) text.getParentNode();
        var known = elements(run, "rPr");
        var format = known.isEmpty() ? run.getOwnerDocument().createElementNS(WORDS, "w:rPr") : known.getFirst();
        if (known.isEmpty()) run.insertBefore(format, run.getFirstChild());
        for (var each : elements(format, "color")) format.removeChild(each);
        var colour = run.getOwnerDocument().createElementNS(WORDS, "w:color");
        colour.setAttributeNS(WORDS, "w:val", status.colour().hex());
        // Word wants it before the size and after what makes it bold.
        var size = elements(format, "sz");
        format.insertBefore(colour, size.isEmpty() ? null : size.getFirst());
    }
}
