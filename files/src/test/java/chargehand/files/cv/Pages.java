package chargehand.files.cv;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/// Documents for tests.
final class Pages {
    /// Text at a place of a page; points from the lower left.
    record Text(double x, double y, String text) {}

    private Pages() {}

    static byte[] pdf(Text... texts) throws IOException {
        try (var document = new PDDocument()) {
            add(document, texts);
            return bytes(document);
        }
    }

    static byte[] pdfOfPages(int pages) throws IOException {
        try (var document = new PDDocument()) {
            for (int i = 0; i < pages; i++)
                add(document, new Text(60, 700, "PMP on page %d, and more words than a picture has".formatted(i + 1)));
            return bytes(document);
        }
    }

    static byte[] protectedPdf() throws IOException {
        try (var document = new PDDocument()) {
            add(document, new Text(60, 700, "PMP"));
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            return bytes(document);
        }
    }

    static byte[] picturePdf() throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            try (var stream = new PDPageContentStream(document, page)) {
                stream.drawImage(
                        LosslessFactory.createFromImage(
                                document, new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB)),
                        0,
                        0,
                        400,
                        400);
            }
            return bytes(document);
        }
    }

    /// Pages one after the other: `t` of text, `p` a scan with a line above it, `b` text before a picture of all of it.
    static byte[] mixedPdf(String kinds) throws IOException {
        try (var document = new PDDocument()) {
            var picture =
                    LosslessFactory.createFromImage(document, new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB));
            for (int i = 0; i < kinds.length(); i++) {
                var page = new PDPage();
                document.addPage(page);
                boolean scan = kinds.charAt(i) == 'p';
                if (kinds.charAt(i) != 't')
                    try (var stream = new PDPageContentStream(document, page)) {
                        stream.drawImage(picture, 20, 20, 560, 700);
                    }
                write(document, page, new Text(60, 760, "Ada Brook, curriculum vitae, 12 May 2026, page " + (i + 1)));
                if (!scan)
                    for (int line = 0; line < 12; line++)
                        write(document, page, new Text(60, 700 - 20 * line, "Led the move of forty servers to Wharf."));
            }
            return bytes(document);
        }
    }

    private static void add(PDDocument document, Text... texts) throws IOException {
        var page = new PDPage();
        document.addPage(page);
        write(document, page, texts);
    }

    private static void write(PDDocument document, PDPage page, Text... texts) throws IOException {
        try (var stream = new PDPageContentStream(document, page, AppendMode.APPEND, true)) {
            for (var each : texts) {
                stream.beginText();
                stream.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
                stream.newLineAtOffset((float) each.x(), (float) each.y());
                stream.showText(each.text());
                stream.endText();
            }
        }
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    /// @param body what is within `w:body`
    static byte[] docx(String body, String... more) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var archive = new ZipOutputStream(bytes)) {
            add(
                    archive,
                    "word/document.xml",
                    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"m\"><w:body>%s</w:body></w:document>"
                            .formatted(body)
                            .getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i + 1 < more.length; i += 2)
                add(archive, more[i], more[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /// A megabyte of nothing, a thousand times over, in one part.
    static byte[] bomb() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var archive = new ZipOutputStream(bytes)) {
            archive.putNextEntry(new ZipEntry("word/document.xml"));
            var megabyte = new byte[1 << 20];
            for (int i = 0; i < 1000; i++) archive.write(megabyte);
            archive.closeEntry();
        }
        return bytes.toByteArray();
    }

    static String paragraph(String text) {
        return "<w:p><w:r><w:t>%s</w:t></w:r></w:p>".formatted(text);
    }

    private static void add(ZipOutputStream archive, String name, byte[] content) throws IOException {
        archive.putNextEntry(new ZipEntry(name));
        archive.write(content);
        archive.closeEntry();
    }
}
