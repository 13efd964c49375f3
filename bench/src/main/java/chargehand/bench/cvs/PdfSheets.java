package chargehand.bench.cvs;

import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/// Writes lines of text at places of PDF pages.
final class PdfSheets implements AutoCloseable {
    static final double TOP = 790;
    private static final double BOTTOM = 50;

    private final PDDocument document = new PDDocument();
    private final PDFont plain = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
    private final PDFont bold = new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD);
    private final List<PDPage> pages = new ArrayList<>();

    /// A place in a column that grows downwards over pages.
    final class Column {
        private final double x;
        private final double width;
        private int page;
        private double y;

        Column(double x, double width, int page, double y) {
            this.x = x;
            this.width = width;
            this.page = page;
            this.y = y;
        }

        double y() {
            return y;
        }

        int page() {
            return page;
        }

        /// Wrapped at the column's width.
        void write(String text, double size, boolean heavy) throws IOException {
            for (var line : wrapped(text, size, width)) {
                room(size);
                put(page, x, y, line, size, heavy);
                y -= size * 1.3;
            }
        }

        /// A date, and beside it what it is about.
        void write(String left, String right, double size, double indent) throws IOException {
            room(size);
            put(page, x, y, left, size, false);
            boolean first = true;
            for (var line : wrapped(right, size, width - indent)) {
                if (!first) room(size);
                put(page, x + indent, y, line, size, first);
                y -= size * 1.3;
                first = false;
            }
        }

        void atRight(String left, String right, double size) throws IOException {
            room(size);
            put(page, x, y, left, size, true);
            put(page, x + width - width(right, size), y, right, size, false);
            y -= size * 1.3;
        }

        void skip(double points) {
            y -= points;
        }

        private void room(double size) {
            if (y - size > BOTTOM) return;
            page++;
            y = TOP;
        }
    }

    Column column(double x, double width, int page, double y) {
        return new Column(x, width, page, y);
    }

    private double width(String text, double size) throws IOException {
        return plain.getStringWidth(encodable(text)) / 1000 * size;
    }

    private List<String> wrapped(String text, double size, double width) throws IOException {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split(" ")) {
            if (!line.isEmpty() && width(line + " " + word, size) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private void put(int page, double x, double y, String text, double size, boolean heavy) throws IOException {
        while (pages.size() <= page) {
            var added = new PDPage(PDRectangle.A4);
            pages.add(added);
            document.addPage(added);
        }
        try (var stream =
                new PDPageContentStream(document, pages.get(page), PDPageContentStream.AppendMode.APPEND, true)) {
            stream.beginText();
            stream.setFont(heavy ? bold : plain, (float) size);
            stream.newLineAtOffset((float) x, (float) y);
            stream.showText(encodable(text));
            stream.endText();
        }
    }

    private static String encodable(String text) {
        return text.replace("‑", "-").replace("・", "·");
    }

    /// All of it as one picture, as a scanner makes it.
    void picture(List<String> lines) throws IOException {
        var image = new BufferedImage(827, 1169, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.setColor(Color.BLACK);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        int y = 60;
        for (var line : lines) pen.drawString(line, 50, y += 18);
        pen.dispose();
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (var stream = new PDPageContentStream(document, page)) {
            stream.drawImage(
                    LosslessFactory.createFromImage(document, image),
                    0,
                    0,
                    PDRectangle.A4.getWidth(),
                    PDRectangle.A4.getHeight());
        }
    }

    PDDocument document() {
        return document;
    }

    byte[] bytes() throws IOException {
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
