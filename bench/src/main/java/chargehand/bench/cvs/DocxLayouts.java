package chargehand.bench.cvs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// CVs as DOCX: paragraphs, tables, text boxes, tabs.
final class DocxLayouts {
    private static final String SPACES = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
            + " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
            + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";

    private DocxLayouts() {}

    static byte[] plain(MadeUpCv cv) throws IOException {
        return file(paragraphs(Layout.lines(cv)));
    }

    /// Dates in the first column, all else in the second.
    static byte[] table(MadeUpCv cv) throws IOException {
        var body = new StringBuilder(paragraphs(cv.head()));
        for (var part : cv.parts()) {
            body.append(paragraph(part.heading())).append("<w:tbl>");
            for (var entry : part.entries()) {
                var right = entry.titles().isEmpty() ? "" : paragraph(String.join(", ", entry.titles()));
                body.append("<w:tr>%s%s</w:tr>"
                        .formatted(cell(paragraph(entry.dates())), cell(right + paragraphs(entry.lines()))));
            }
            body.append("</w:tbl>");
        }
        return file(body.toString());
    }

    /// Each section in a text box, as templates of word processors have them.
    static byte[] boxes(MadeUpCv cv) throws IOException {
        var body = new StringBuilder(paragraphs(cv.head()));
        for (var part : cv.parts()) {
            var lines =
                    Layout.lines(new MadeUpCv(cv.language(), cv.person(), cv.headline(), List.of(part), cv.truth()));
            body.append(box(paragraphs(lines.subList(cv.head().size() + 1, lines.size()))));
        }
        return file(body.toString());
    }

    /// Title, tab, dates.
    static byte[] tabs(MadeUpCv cv) throws IOException {
        var body = new StringBuilder(paragraphs(cv.head()));
        for (var part : cv.parts()) {
            body.append(paragraph(part.heading()));
            for (var entry : part.entries()) {
                if (!entry.titles().isEmpty())
                    body.append("<w:p><w:r><w:t>%s</w:t><w:tab/><w:tab/><w:t>%s</w:t></w:r></w:p>"
                            .formatted(escaped(String.join(", ", entry.titles())), escaped(entry.dates())));
                body.append(entry.lines().stream()
                        .map(line ->
                                "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/></w:numPr></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>"
                                        .formatted(escaped(line)))
                        .collect(Collectors.joining()));
            }
        }
        return file(body.toString());
    }

    private static String paragraphs(List<String> lines) {
        Function<String, String> each = DocxLayouts::paragraph;
        return lines.stream().map(each).collect(Collectors.joining());
    }

    private static String paragraph(String text) {
        return "<w:p><w:r><w:t xml:space=\"preserve\">%s</w:t></w:r></w:p>".formatted(escaped(text));
    }

    private static String cell(String content) {
        return "<w:tc>" + content + "</w:tc>";
    }

    /// Twice in the file, as Word writes it: for itself and for older programs.
    private static String box(String content) {
        return ("<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor><wps:txbx><w:txbxContent>%1$s"
                        + "</w:txbxContent></wps:txbx></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>%1$s"
                        + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>")
                .formatted(content);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static byte[] file(String body) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var archive = new ZipOutputStream(bytes)) {
            add(
                    archive,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
            add(archive, "word/document.xml", "<w:document%s><w:body>%s</w:body></w:document>".formatted(SPACES, body));
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream archive, String name, String text) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTime(0);
        archive.putNextEntry(entry);
        archive.write(text.getBytes(StandardCharsets.UTF_8));
        archive.closeEntry();
    }
}
