package chargehand.files.cv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDPage;
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
    /// With fewer, and a picture over most of it, a page is a picture, too: what is written on it is a head or a foot.
    private static final int FEW_CHARACTERS = 250;

    private static final double WHOLE_PAGE = 0.45;

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
        var pictures = new ArrayList<Integer>();
        int read = Math.min(pages, MOST_PAGES);
        for (int i = 0; i < read; i++) {
            var glyphs = new Glyphs(document, i);
            var lines = PageLayout.lines(glyphs.segments());
            if (isPicture(document.getPage(i), lines, glyphs.pictured())) pictures.add(i + 1);
            lines.forEach(line -> text.append(line).append('\n'));
        }
        boolean nothingElse = pictures.size() == read || Glyphs.letters(text) < FEWEST_CHARACTERS;
        if (nothingElse && !pictures.isEmpty())
            return Extracted.without(
                    CvFile.State.PICTURE, "Its pages are pictures. Read it yourself, or ask for one with text.");
        return Extracted.read(text.toString(), reason(pages, read, pictures));
    }

    /// A scanned page may have its number, or a name, above or below in letters; a page of text may have a picture of
    /// somebody, or one behind all of it.
    private static boolean isPicture(PDPage page, List<String> lines, double pictured) throws IOException {
        long letters = Glyphs.letters(String.join("", lines));
        if (letters < FEWEST_CHARACTERS) return pictured > 0 || hasPicture(page.getResources(), 0);
        var box = page.getCropBox();
        return letters < FEW_CHARACTERS && pictured > WHOLE_PAGE * box.getWidth() * box.getHeight();
    }

    private static String reason(int pages, int read, List<Integer> pictures) {
        var said = new ArrayList<String>();
        if (read < pages) said.add("Only the first %d of its %d pages were read.".formatted(read, pages));
        if (pictures.size() == 1)
            said.add("Page %d of its %d is a picture, in which only a person can read."
                    .formatted(pictures.getFirst(), pages));
        if (pictures.size() > 1)
            said.add("Pages %s of its %d are pictures, in which only a person can read."
                    .formatted(listed(pictures), pages));
        return String.join(" ", said);
    }

    private static String listed(List<Integer> pages) {
        var names = pages.stream().map(String::valueOf).toList();
        return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
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
