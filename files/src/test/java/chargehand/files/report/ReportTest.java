package chargehand.files.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.files.UnreadableFile;
import chargehand.files.chart.ReportDocument;
import chargehand.files.report.ReportPage.Colour;
import chargehand.files.report.ReportPage.Fact;
import chargehand.files.report.ReportPage.Section;
import chargehand.files.report.ReportPage.Status;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A page of words as PDF, and in Word documents.
class ReportTest {
    private static final String WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static ReportPage page(int lines) {
        var risks = IntStream.range(0, lines).mapToObj(i -> "Risk " + i).toList();
        return new ReportPage(
                "en",
                "Move <& more>",
                "for Waterworks",
                new Status("At risk", Colour.RISK),
                List.of(new Fact("planned", "Planned finish", "5 March 2027", "")),
                List.of(new Section("risks", "Risks", risks), new Section("money", "Money", List.of())),
                "As of today");
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            assertEquals(1, document.getNumberOfPages());
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void isOnePageHoweverMuchThereIsAndCountsWhatHasNoRoom() throws IOException {
        var little = text(ReportDocument.pdf(page(3), "and {count} more"));
        var much = text(ReportDocument.pdf(page(200), "and {count} more"));

        assertTrue(little.contains("Risk 2") && little.contains("At risk") && little.contains("5 March 2027"), little);
        assertFalse(little.contains("Money"), "a section without lines");
        assertFalse(little.contains("more\n"), little);
        assertTrue(much.matches("(?s).*and \\d+ more.*As of today.*"), much);
        assertArrayEquals(ReportDocument.pdf(page(3), ""), ReportDocument.pdf(page(3), ""));
    }

    @Test
    void hasAsManyPagesAsItTakesWhereAllIsToldAndDrawsEachPromiseWithItsChance() throws IOException {
        var now = Instant.parse("2027-02-01T08:00:00Z");
        var moments = IntStream.range(1, 7)
                .mapToObj(i -> now.plus(Duration.ofDays(i * 9L)))
                .toList();
        var rows = IntStream.range(0, 30)
                .mapToObj(i -> new DatesChart.Row(
                        "Date " + i,
                        List.of("promised", "likely"),
                        moments.get(2),
                        i == 3,
                        moments,
                        moments.get(i % 6),
                        i))
                .toList();
        var chart = new DatesChart(now, "as of now", ZoneOffset.UTC, rows);

        var pdf = ReportDocument.whole(page(200), chart);

        try (var document = Loader.loadPDF(pdf)) {
            var text = new PDFTextStripper().getText(document);
            for (var each : List.of("Risk 199", "Date 29", "29 %", "Mar 27", "as of now", "1 / "))
                assertTrue(text.replace('\u00a0', ' ').contains(each), each + " in " + text);
            assertTrue(document.getNumberOfPages() > 5, "pages");
        }
        assertArrayEquals(pdf, ReportDocument.whole(page(200), chart));
    }

    @Test
    void ourTemplateNamesNothingThatThePageDoesNotKnow() throws Exception {
        var filled = body(DocxTemplate.ours().filled(page(2)));

        assertTrue(filled.contains("Move &lt;&amp; more&gt;") && filled.contains(">Risk 1<"), filled);
        assertTrue(filled.contains(Colour.RISK.hex()), "the status in its colour");
        assertArrayEquals(
                DocxTemplate.ours().filled(page(2)), DocxTemplate.ours().filled(page(2)));
    }

    @Test
    void findsANameThatWordHasTakenApartAndKeepsWhatStandsAround() throws Exception {
        var template = template("""
                <w:p><w:r><w:rPr><w:b/></w:rPr><w:t>By {{pla</w:t></w:r><w:r><w:t>nn</w:t></w:r>\
                <w:r><w:t>ed}}, {{unknown}} and {{title}}!</w:t></w:r></w:p>""");

        assertEquals(new TreeSet<>(List.of("planned", "title", "unknown")), template.names());
        var filled = body(template.filled(page(0))).replaceAll("<[^>]+>", "");
        assertEquals("By 5 March 2027, {{unknown}} and Move &lt;&amp; more&gt;!", filled);
    }

    @Test
    void repeatsAParagraphForEachLineOfAListAndSaysThatThereIsNone() throws Exception {
        var template = template("""
                <w:p><w:pPr><w:pStyle w:val="List"/></w:pPr><w:r><w:t>{{risks}}</w:t></w:r></w:p>\
                <w:p><w:r><w:t>Risks: {{risks}}; money: {{money}}</w:t></w:r></w:p>""");

        var filled = body(template.filled(page(3)));

        assertEquals(3, filled.split("w:val=\"List\"", -1).length - 1, filled);
        assertTrue(filled.contains("Risks: Risk 0; Risk 1; Risk 2; money: –"), filled);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not xml at all",
                "<!DOCTYPE x [<!ENTITY a \"b\">]><w:document xmlns:w=\"" + WORDS + "\"><w:p>&a;</w:p></w:document>",
                "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><w:document xmlns:w=\"" + WORDS + "\"/>"
            })
    void refusesABodyThatIsBrokenOrNamesEntities(String body) {
        assertThrows(
                UnreadableFile.class,
                () -> DocxTemplate.of(zip(Map.of(DocxTemplate.BODY, body.getBytes(StandardCharsets.UTF_8)))));
    }

    @Test
    void refusesWhatIsNoDocumentHoldsAMacroOrGrowsTooLarge() throws IOException {
        var body = document("").getBytes(StandardCharsets.UTF_8);
        var macro = zip(Map.of(DocxTemplate.BODY, body, "word/vbaProject.bin", new byte[4]));
        var bomb = zip(Map.of(DocxTemplate.BODY, body, "word/media/image1.bin", new byte[20 << 20]));

        for (var refused : List.of("PK".getBytes(StandardCharsets.UTF_8), zip(Map.of("a", body)), macro, bomb))
            assertThrows(UnreadableFile.class, () -> DocxTemplate.of(refused));
    }

    private static DocxTemplate template(String paragraphs) throws Exception {
        return DocxTemplate.of(
                zip(Map.of(DocxTemplate.BODY, document(paragraphs).getBytes(StandardCharsets.UTF_8))));
    }

    private static String document(String paragraphs) {
        return "<w:document xmlns:w=\"%s\"><w:body>%s</w:body></w:document>".formatted(WORDS, paragraphs);
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var each : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
            }
        }
        return out.toByteArray();
    }

    private static String body(byte[] docx) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                if (entry.getName().equals(DocxTemplate.BODY))
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8)
                            .replaceFirst("^<\\?xml[^>]*>\\s*", "");
        }
        throw new AssertionError("no body");
    }
}
