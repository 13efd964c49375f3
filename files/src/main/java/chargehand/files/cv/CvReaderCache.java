package chargehand.files.cv;

import chargehand.files.child.PrivateFolder;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/// Run once by the build: reads a PDF, a DOCX and a text without limits, so that the JVM can write down which classes
/// the reader of CVs loads. Without that, or with an old one, all works as well, only later.
public final class CvReaderCache {
    private static final String LINE = "Certified ScrumMaster, 2019";

    private CvReaderCache() {}

    static void main() throws IOException, InterruptedException {
        try (var folder = PrivateFolder.create()) {
            var reader = new ProcessBuilder(CvReader.COMMAND.training(folder.path(), List.of()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (var files = new DataOutputStream(reader.getOutputStream())) {
                for (var file : List.of(pdf(), docx(), LINE.getBytes(StandardCharsets.UTF_8))) {
                    files.writeInt(file.length);
                    files.write(file);
                }
            }
            System.exit(reader.waitFor());
        }
    }

    private static byte[] pdf() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            try (var stream = new PDPageContentStream(document, page)) {
                stream.beginText();
                stream.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
                stream.newLineAtOffset(60, 700);
                stream.showText(LINE);
                stream.endText();
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] docx() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write("""
                    <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>\
                    <w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body></w:document>""".formatted(LINE).getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
