package chargehand.files.cv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Files that are no CVs, or want to be more than that: each has a state and a reason, and the next is read.
class HostileCvsTest {
    /// Memory ends the greedy file, also on a machine that is too busy to fill it in the usual time.
    private static final CvFiles CVS = new CvFiles(1, Duration.ofMinutes(1));

    @AfterAll
    static void endTheReader() {
        CVS.close();
    }

    @Test
    void hasAStateAndAReasonForEach() throws IOException {
        has(CvFile.State.EMPTY, "holds nothing", new byte[0], "cv.pdf");
        has(CvFile.State.EMPTY, "holds nothing", "  \n ".getBytes(StandardCharsets.UTF_8), "cv.txt");
        has(CvFile.State.ENCRYPTED, "password", Pages.protectedPdf(), "cv.pdf");
        has(CvFile.State.PICTURE, "pictures", Pages.picturePdf(), "cv.pdf");
        has(CvFile.State.PICTURE, "picture", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0}, "cv.jpg");
        has(CvFile.State.BROKEN, "damaged", Arrays.copyOf(Pages.pdfOfPages(3), 300), "cv.pdf");
        has(CvFile.State.BROKEN, "damaged", Pages.bomb(), "cv.docx");
        has(CvFile.State.BROKEN, "archive", archive(), "cv.zip");
        has(CvFile.State.BROKEN, "no PDF", new byte[] {0, 1, 2, 3, 0, 9}, "cv.exe");
        has(CvFile.State.READ, "first 40 of its 500 pages", Pages.pdfOfPages(500), "cv.pdf");
        has(CvFile.State.READ, "macros", Pages.docx(Pages.paragraph("PMP"), "word/vbaProject.bin", "x"), "cv.docm");
        has(CvFile.State.READ, "ends in .docx, but it is a PDF", Pages.pdfOfPages(1), "cv.docx");
        has(CvFile.State.READ, "", Pages.docx(Pages.paragraph("מנהל פרויקטים, PMP")), "cv.docx");
    }

    @Test
    void readsNoEntityOfAnXml() throws IOException {
        var entity =
                "<?xml version=\"1.0\"?><!DOCTYPE c [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Candidate xmlns=\"http://www.europass.eu/1.0\">&e;</Candidate>";

        has(CvFile.State.BROKEN, "damaged", entity.getBytes(StandardCharsets.UTF_8), "cv.xml");
    }

    @Test
    void goesOnAfterAFileThatKillsItsReader() throws IOException {
        has(CvFile.State.READ, "", Pages.pdfOfPages(1), "before.pdf");

        has(CvFile.State.BROKEN, "more memory", greedy(), "greedy.pdf");

        has(CvFile.State.READ, "", Pages.pdfOfPages(1), "after.pdf");
    }

    @Test
    void survivesWhateverIsCutOutOrPutIn() throws IOException {
        var random = new Random(7);
        for (var each : Map.of("cv.pdf", Pages.pdfOfPages(2), "cv.docx", Pages.docx(Pages.paragraph("PMP")))
                .entrySet())
            for (int i = 0; i < 40; i++) {
                var bytes = each.getValue().clone();
                for (int k = 0; k < 12; k++) bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                var read =
                        CVS.read(Arrays.copyOf(bytes, bytes.length - random.nextInt(bytes.length / 2)), each.getKey());
                assertTrue(read.state() == CvFile.State.READ || !read.reason().isBlank(), each.getKey() + " " + i);
            }
    }

    @Test
    void saysWhereThereIsNoFile() throws IOException {
        assertEquals(CvFile.State.BROKEN, CVS.read(Path.of("nowhere.pdf")).state());
        assertEquals(CvFile.State.BROKEN, CVS.read(Path.of(".")).state());
    }

    private static void has(CvFile.State state, String reason, byte[] bytes, String name) throws IOException {
        var read = CVS.read(bytes, name);

        assertEquals(state, read.state(), name + ": " + read.reason());
        assertTrue(read.reason().contains(reason), name + ": " + read.reason());
        assertTrue(state == CvFile.State.READ || !read.reason().isBlank(), name);
        assertEquals(state == CvFile.State.READ, read.text().characters() > 0, name);
    }

    private static byte[] archive() throws IOException {
        var docx = new String(Pages.docx(""), StandardCharsets.ISO_8859_1);
        return docx.replace("word/document.xml", "other/things.data").getBytes(StandardCharsets.ISO_8859_1);
    }

    /// A page whose content, unpacked, is more than the reader has memory.
    private static byte[] greedy() throws IOException {
        var packed = new java.io.ByteArrayOutputStream();
        try (var deflater = new java.util.zip.DeflaterOutputStream(packed)) {
            var megabyte = new byte[1 << 20];
            Arrays.fill(megabyte, (byte) 'a');
            // One string, which has to be in memory as a whole: more than the reader may have, however fast it is.
            deflater.write('(');
            for (int i = 0; i < 800; i++) deflater.write(megabyte);
        }
        var file = new java.io.ByteArrayOutputStream();
        file.write(
                ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>endobj\n4 0 obj<</Filter/FlateDecode/Length %d>>stream\n"
                                        .formatted(packed.size()))
                        .getBytes(StandardCharsets.ISO_8859_1));
        packed.writeTo(file);
        file.write("\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF".getBytes(StandardCharsets.ISO_8859_1));
        return file.toByteArray();
    }
}
