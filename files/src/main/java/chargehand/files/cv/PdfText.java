package chargehand.files.cv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.jspecify.annotations.Nullable;

/// The text of a PDF in reading order; of a Europass PDF the XML that it carries.
final class PdfText {
    private static final int MOST_PAGES = 40;
    /// With fewer letters a page is no text with a picture but a picture with a text.
    private static final int FEWEST_CHARACTERS = 40;

    static {
        FontMappers.set(new OneFont());
    }

    private PdfText() {}

    static Extracted of(byte[] bytes) throws IOException {
        try (var document = Loader.loadPDF(bytes)) {
            var attached = attachedEuropass(document);
            if (attached != null) return EuropassText.of(attached);
            return text(document);
        } catch (InvalidPasswordException protectedByOne) {
            return Extracted.without(CvFile.State.ENCRYPTED, "It is protected by a password. Ask for one without.");
        }
    }

    private static Extracted text(PDDocument document) throws IOException {
        int pages = document.getNumberOfPages();
        if (pages == 0) return Extracted.without(CvFile.State.EMPTY, "It has no page.");
        var text = new StringBuilder();
        int pictures = 0;
        int read = Math.min(pages, MOST_PAGES);
        for (int i = 0; i < read; i++) {
            var lines = PageLayout.lines(new Glyphs(document, i).segments());
            long letters = lines.stream()
                    .mapToLong(line ->
                            line.chars().filter(Character::isLetterOrDigit).count())
                    .sum();
            if (letters < FEWEST_CHARACTERS && hasPicture(document.getPage(i).getResources(), 0)) pictures++;
            lines.forEach(line -> text.append(line).append('\n'));
        }
        if (letters(text) < FEWEST_CHARACTERS && pictures > 0)
            return Extracted.without(
                    CvFile.State.PICTURE, "Its pages are pictures. Read it yourself, or ask for one with text.");
        return Extracted.read(text.toString(), reason(pages, read, pictures));
    }

    private static long letters(CharSequence text) {
        return text.chars().filter(Character::isLetterOrDigit).count();
    }

    private static String reason(int pages, int read, int pictures) {
        if (read < pages) return "Only the first %d of its %d pages were read.".formatted(read, pages);
        return pictures == 0 ? "" : "%d of its %d pages are pictures, which were not read.".formatted(pictures, pages);
    }

    private static boolean hasPicture(@Nullable PDResources resources, int depth) throws IOException {
        if (resources == null || depth > 4) return false;
        for (COSName name : resources.getXObjectNames()) {
            if (resources.isImageXObject(name)) return true;
            if (resources.getXObject(name) instanceof PDFormXObject form && hasPicture(form.getResources(), depth + 1))
                return true;
        }
        return false;
    }

    private static byte @Nullable [] attachedEuropass(PDDocument document) throws IOException {
        for (var file : attachments(document)) {
            var embedded =
                    file.getEmbeddedFileUnicode() == null ? file.getEmbeddedFile() : file.getEmbeddedFileUnicode();
            if (embedded == null) continue;
            try (var content = embedded.createInputStream()) {
                var bytes = content.readNBytes(8 * 1024 * 1024);
                if (EuropassText.isOne(new String(bytes, StandardCharsets.UTF_8))) return bytes;
            }
        }
        return null;
    }

    private static List<PDComplexFileSpecification> attachments(PDDocument document) throws IOException {
        var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        var tree = names.getEmbeddedFiles();
        var files = new ArrayList<PDComplexFileSpecification>();
        if (tree == null) return files;
        if (tree.getNames() != null) files.addAll(tree.getNames().values());
        if (tree.getKids() != null)
            for (var kid : tree.getKids())
                if (kid.getNames() != null) files.addAll(kid.getNames().values());
        return files;
    }
}
