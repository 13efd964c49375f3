package chargehand.files.chart;

import static chargehand.files.chart.GanttLayout.ROW;

import chargehand.files.PlanWriter;
import chargehand.files.Planned;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/// The table and its chart on paper, as vectors and text that can be searched: across, as many pages as the rows need,
/// the heads and the time axis repeated on each, the project's dates on the first.
public final class PdfDocument implements PlanWriter {
    /// What it is printed on.
    public enum Paper {
        A4(PDRectangle.A4, 1440),
        A3(PDRectangle.A3, 1700);

        private final PDRectangle size;
        private final double sheetWidth;

        Paper(PDRectangle upright, double sheetWidth) {
            size = new PDRectangle(upright.getHeight(), upright.getWidth());
            this.sheetWidth = sheetWidth;
        }

        private float scale() {
            return (float) ((size.getWidth() - 2 * MARGIN) / sheetWidth);
        }

        /// How much there is from top to bottom, in pixels of the sheet.
        private double room() {
            return (size.getHeight() - 2 * MARGIN) / scale();
        }
    }

    private static final float MARGIN = 28;
    /// Whatever it is, the same one gives the same bytes.
    private static final long DOCUMENT_ID = 1;

    private final Paper paper;

    /// On A4, which any printer has.
    public PdfDocument() {
        this(Paper.A4);
    }

    public PdfDocument(Paper paper) {
        this.paper = paper;
    }

    @Override
    public void write(Planned planned, OutputStream out) throws IOException {
        var typeface = new Typeface();
        var sheet = new Sheet(planned, paper.sheetWidth, typeface);
        try (var document = new PDDocument()) {
            document.setDocumentId(DOCUMENT_ID);
            document.getDocumentInformation().setTitle(planned.plan().name());
            document.getDocumentCatalog().setLanguage("en");
            pages(document, planned, sheet, typeface);
            document.save(out);
        }
        out.flush();
    }

    private void pages(PDDocument document, Planned planned, Sheet sheet, Typeface typeface) throws IOException {
        var masthead = new Masthead(planned, sheet, typeface);
        int onFirst = (int) ((paper.room() - Masthead.TITLE - Sheet.HEADER - Masthead.FOOTER) / ROW);
        int onOthers = (int) ((paper.room() - Sheet.HEADER - Masthead.FOOTER) / ROW);
        int pages = 1 + Math.ceilDiv(Math.max(0, sheet.rows() - onFirst), onOthers);
        PdfPainter painter = null;
        int from = 0;
        for (int page = 1; page <= pages; page++) {
            int to = Math.min(sheet.rows(), from + (page == 1 ? onFirst : onOthers));
            try (var content = page(document)) {
                if (painter == null) painter = new PdfPainter(document, typeface, content);
                painter.turnTo(content);
                double y = 0;
                if (page == 1) {
                    WholeSheet.paint(painter, masthead.title());
                    y = Masthead.TITLE;
                }
                if (sheet.rows() > 0) {
                    WholeSheet.paint(painter, sheet.header(y));
                    WholeSheet.paint(painter, sheet.body(from, to, y + Sheet.HEADER));
                }
                WholeSheet.paint(
                        painter,
                        masthead.footer(paper.room() - Masthead.FOOTER, "page %s of %s".formatted(page, pages)));
            }
            from = to;
        }
    }

    private PDPageContentStream page(PDDocument document) throws IOException {
        var page = new PDPage(paper.size);
        document.addPage(page);
        var content = new PDPageContentStream(document, page);
        content.transform(new Matrix(paper.scale(), 0, 0, -paper.scale(), MARGIN, paper.size.getHeight() - MARGIN));
        return content;
    }
}
