package chargehand.files.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.files.Planned;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfDocumentTest {
    @Test
    void holdsEveryTaskAsText() throws IOException {
        var app = Harbour.patientApp();

        try (var document = Loader.loadPDF(pdf(app, PdfDocument.Paper.A4))) {
            var text = new PDFTextStripper().getText(document).replace('\u00a0', ' ');
            for (var task : app.plan().tasks()) assertTrue(text.contains(task.name()), task.name());
            assertTrue(text.contains("Thu 1 April 2027"));
            assertEquals(1, document.getNumberOfPages());
        }
    }

    @Test
    void repeatsHeadsAndAxisOnEveryPage() throws IOException {
        try (var document = Loader.loadPDF(pdf(Harbour.large(100), PdfDocument.Paper.A3))) {
            int pages = document.getNumberOfPages();
            assertEquals(3, pages);
            for (int page = 1; page <= pages; page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                var text = stripper.getText(document).replace('\u00a0', ' ');
                assertTrue(text.contains("Likely by") && text.contains("February"), text);
                assertTrue(text.contains("page %d of 3".formatted(page)), text);
            }
        }
    }

    @Test
    void printsNamesThatItsTypefaceLacks() throws IOException {
        try (var document = Loader.loadPDF(pdf(Harbour.named("مرحبا 😀 Ωμέγα Привет"), PdfDocument.Paper.A4))) {
            var text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("????? ? Ωμέγα Привет"), text);
        }
    }

    @Test
    void hasAPageForAnEmptyPlan() throws IOException {
        try (var document = Loader.loadPDF(pdf(Harbour.empty(), PdfDocument.Paper.A4))) {
            assertEquals(1, document.getNumberOfPages());
        }
    }

    @Test
    void givesTheSameBytesAgain() throws IOException {
        assertArrayEquals(
                pdf(Harbour.patientApp(), PdfDocument.Paper.A4), pdf(Harbour.patientApp(), PdfDocument.Paper.A4));
    }

    private static byte[] pdf(Planned planned, PdfDocument.Paper paper) throws IOException {
        var out = new ByteArrayOutputStream();
        new PdfDocument(paper).write(planned, out);
        return out.toByteArray();
    }
}
