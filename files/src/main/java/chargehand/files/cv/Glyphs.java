package chargehand.files.cv;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/// The letters of one page, joined to segments as they were drawn and as they stand beside each other; and how much of
/// the page pictures cover.
final class Glyphs extends PDFTextStripper {
    /// More letters than this no page of a CV has.
    private static final int MOST = 40_000;
    /// In widths of a blank: from here on two words, from here on two cells.
    private static final double WORD_GAP = 0.45;

    private static final double CELL_GAP = 2.6;

    private final List<Segment> segments = new ArrayList<>();
    private final Set<String> drawn = new HashSet<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable TextPosition last;
    private double left;
    private int count;
    private double pictured;

    Glyphs(PDDocument document, int page) throws IOException {
        addOperator(new DrawnObject(this));
        addOperator(new InlinePicture(this));
        setStartPage(page + 1);
        setEndPage(page + 1);
        writeText(document, new OutputStreamWriter(OutputStream.nullOutputStream(), StandardCharsets.UTF_8));
        close();
    }

    /// From top to bottom, those of a line from left to right.
    List<Segment> segments() {
        segments.sort(Comparator.comparingDouble(Segment::y).thenComparingDouble(Segment::left));
        return joined();
    }

    /// Letters and digits.
    static long letters(CharSequence text) {
        return text.chars().filter(Character::isLetterOrDigit).count();
    }

    /// Square points that pictures cover, those that lie on each other counted each; 0 where there are none.
    double pictured() {
        return pictured;
    }

    /// A picture fills the unit square of where it is drawn.
    private void addPicture() {
        var place = getGraphicsState().getCurrentTransformationMatrix();
        pictured += Math.abs(place.getScaleX() * place.getScaleY() - place.getShearX() * place.getShearY());
    }

    private static final class DrawnObject extends DrawObject {
        private final Glyphs page;

        DrawnObject(Glyphs page) {
            super(page);
            this.page = page;
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) throws IOException {
            boolean picture = operands.size() == 1
                    && operands.getFirst() instanceof COSName name
                    && page.getResources() != null
                    && page.getResources().isImageXObject(name);
            if (picture) page.addPicture();
            else super.process(operator, operands);
        }
    }

    private static final class InlinePicture extends OperatorProcessor {
        private final Glyphs page;

        InlinePicture(Glyphs page) {
            super(page);
            this.page = page;
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) {
            page.addPicture();
        }

        @Override
        public String getName() {
            return OperatorName.BEGIN_INLINE_IMAGE;
        }
    }

    @Override
    protected void processTextPosition(TextPosition glyph) {
        var letter = glyph.getUnicode();
        if (letter == null || letter.isEmpty() || ++count > MOST) return;
        // Bold is often drawn twice.
        var place = letter + Math.round(glyph.getXDirAdj() / 1.5) + "/" + Math.round(glyph.getYDirAdj() / 1.5);
        if (!letter.isBlank() && !drawn.add(place)) return;
        if (last != null && !follows(last, glyph)) close();
        if (last == null) left = glyph.getXDirAdj();
        else if (gap(last, glyph) > WORD_GAP * blank(glyph) && !text.isEmpty() && text.charAt(text.length() - 1) != ' ')
            text.append(' ');
        text.append(letter.isBlank() ? " " : letter);
        last = glyph;
    }

    private static double gap(TextPosition before, TextPosition after) {
        return after.getXDirAdj() - before.getXDirAdj() - before.getWidthDirAdj();
    }

    private static double blank(TextPosition glyph) {
        double size = size(glyph);
        double blank = glyph.getWidthOfSpace();
        return blank > 0.1 * size && blank < 0.6 * size ? blank : 0.28 * size;
    }

    private static double size(TextPosition glyph) {
        double size = Math.abs(glyph.getYScale());
        return size > 1 ? size : Math.max(4, glyph.getFontSizeInPt());
    }

    private static boolean follows(TextPosition before, TextPosition after) {
        double size = size(after);
        double gap = gap(before, after);
        return before.getDir() == after.getDir()
                && Math.abs(before.getYDirAdj() - after.getYDirAdj()) < 0.25 * size
                && gap < CELL_GAP * blank(after)
                && gap > -0.5 * size;
    }

    private void close() {
        var end = last;
        // Blanks alone may be what keeps two cells apart.
        if (end != null && !text.toString().isBlank()) {
            double trailing = text.length() - text.toString().stripTrailing().length();
            double right = end.getXDirAdj() + end.getWidthDirAdj() - trailing * blank(end) * 0.9;
            segments.add(
                    new Segment(text.toString().strip(), left, Math.max(left + 1, right), end.getYDirAdj(), size(end)));
        }
        text.setLength(0);
        last = null;
    }

    /// Neighbours on a line that were drawn in another order are one segment as well.
    private List<Segment> joined() {
        var all = new ArrayList<Segment>();
        for (var each : segments) {
            int at = all.size() - 1;
            while (at >= 0 && all.get(at).y() > each.y() - each.size() && !isBefore(all.get(at), each)) at--;
            if (at >= 0 && isBefore(all.get(at), each)) all.set(at, join(all.get(at), each));
            else all.add(each);
        }
        return all;
    }

    private static boolean isBefore(Segment one, Segment other) {
        double gap = other.left() - one.right();
        return one.isOnLineOf(other) && gap > -0.35 * other.size() && gap < 0.28 * CELL_GAP * other.size();
    }

    private static Segment join(Segment one, Segment other) {
        boolean apart = other.left() - one.right() > 0.1 * other.size()
                || one.text().endsWith(",")
                || one.text().endsWith(":");
        return new Segment(
                one.text() + (apart ? " " : "") + other.text(),
                one.left(),
                Math.max(one.right(), other.right()),
                one.y(),
                Math.max(one.size(), other.size()));
    }
}
