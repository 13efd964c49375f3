package chargehand.files.chart;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.function.PDFunctionType2;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.shading.PDShadingType2;
import org.apache.pdfbox.util.Matrix;

/// Draws marks as vectors and text on the pages of a PDF document, one page after another.
final class PdfPainter implements Painter {
    private static final double FADED = 0.55;
    private static final double HATCH_STEP = 5 * Math.sqrt(2);

    private final Typeface typeface;
    private final PDFont regular;
    private final PDFont semiBold;
    private PDPageContentStream page;

    PdfPainter(PDDocument document, Typeface typeface, PDPageContentStream first) throws IOException {
        this.typeface = typeface;
        regular = PDType0Font.load(document, new ByteArrayInputStream(Typeface.bytes(false)));
        semiBold = PDType0Font.load(document, new ByteArrayInputStream(Typeface.bytes(true)));
        page = first;
    }

    /// What is painted from now on goes onto that page, whose origin is at its upper left and whose y grows
    /// downwards.
    void turnTo(PDPageContentStream next) {
        page = next;
    }

    @Override
    public void paint(Mark mark) throws IOException {
        switch (mark) {
            case Mark.Block block -> {
                page.setNonStrokingColor(colour(block.tone()));
                page.addRect((float) block.x(), (float) block.y(), (float) block.width(), (float) block.height());
                page.fill();
            }
            case Mark.Area area -> area(area);
            case Mark.Stroke(var outline, var pen) -> stroke(outline, pen);
            case Mark.Hatch hatch -> hatch(hatch);
            case Mark.Placed placed -> {
                var outline = placed.sign().outline().moved(placed.x(), placed.y());
                if (placed.rim()) rim(outline);
                fill(outline, placed.tone());
            }
            case Mark.Label label -> label(label);
        }
    }

    private void area(Mark.Area area) throws IOException {
        if (!area.fading()) {
            fill(area.outline(), area.tone());
            return;
        }
        page.saveGraphicsState();
        trace(area.outline());
        page.clip();
        page.shadingFill(fade(area));
        page.restoreGraphicsState();
    }

    /// From the tone to the same mixed with the sheet, for transparency makes old printers slow.
    private static PDShadingType2 fade(Mark.Area area) {
        var function = new COSDictionary();
        function.setInt(COSName.FUNCTION_TYPE, 2);
        function.setItem(COSName.DOMAIN, numbers(0, 1));
        function.setItem(COSName.C0, components(area.tone(), 1));
        function.setItem(COSName.C1, components(area.tone(), FADED));
        function.setItem(COSName.N, COSInteger.ONE);
        var shading = new PDShadingType2(new COSDictionary());
        shading.setShadingType(2);
        shading.setColorSpace(PDDeviceRGB.INSTANCE);
        shading.setCoords(numbers(area.outline().left(), 0, area.outline().right(), 0));
        shading.setFunction(new PDFunctionType2(function));
        return shading;
    }

    private void stroke(Outline outline, Pen pen) throws IOException {
        page.setStrokingColor(colour(pen.tone()));
        page.setLineWidth((float) pen.width());
        page.setLineDashPattern(pen.dashes(), 0);
        trace(outline);
        page.stroke();
    }

    private void hatch(Mark.Hatch hatch) throws IOException {
        page.saveGraphicsState();
        page.addRect((float) hatch.x(), (float) hatch.y(), (float) hatch.width(), (float) hatch.height());
        page.clip();
        page.setStrokingColor(colour(hatch.tone()));
        page.setLineWidth(2);
        page.setLineDashPattern(new float[0], 0);
        for (double x = hatch.x() - hatch.height(); x < hatch.x() + hatch.width(); x += HATCH_STEP) {
            page.moveTo((float) x, (float) (hatch.y() + hatch.height()));
            page.lineTo((float) (x + hatch.height()), (float) hatch.y());
        }
        page.stroke();
        page.restoreGraphicsState();
    }

    private void rim(Outline outline) throws IOException {
        page.setStrokingColor(colour(Tone.SHEET));
        page.setLineWidth(2.4f);
        page.setLineDashPattern(new float[0], 0);
        trace(outline);
        page.stroke();
    }

    private void fill(Outline outline, Tone tone) throws IOException {
        page.setNonStrokingColor(colour(tone));
        trace(outline);
        page.fill();
    }

    private void label(Mark.Label label) throws IOException {
        var text = typeface.printable(label.text());
        double wide = typeface.width(text, label.size(), label.bold());
        double x = switch (label.anchor()) {
            case START -> label.x();
            case MIDDLE -> label.x() - wide / 2;
            case END -> label.x() - wide;
        };
        page.beginText();
        page.setFont(label.bold() ? semiBold : regular, (float) label.size());
        page.setNonStrokingColor(colour(label.tone()));
        page.setTextMatrix(new Matrix(1, 0, 0, -1, (float) x, (float) label.y()));
        page.showText(text);
        page.endText();
    }

    private void trace(Outline outline) throws IOException {
        for (var step : outline.steps())
            switch (step) {
                case Outline.Move(var x, var y) -> page.moveTo((float) x, (float) y);
                case Outline.Line(var x, var y) -> page.lineTo((float) x, (float) y);
                case Outline.Curve(var ax, var ay, var bx, var by, var x, var y) ->
                    page.curveTo((float) ax, (float) ay, (float) bx, (float) by, (float) x, (float) y);
                case Outline.Close _ -> page.closePath();
            }
    }

    private static COSArray components(Tone tone, double opacity) {
        var colour = colour(tone);
        var sheet = colour(Tone.SHEET);
        return numbers(
                mixed(colour.getRed(), sheet.getRed(), opacity),
                mixed(colour.getGreen(), sheet.getGreen(), opacity),
                mixed(colour.getBlue(), sheet.getBlue(), opacity));
    }

    private static double mixed(int above, int below, double opacity) {
        return (above * opacity + below * (1 - opacity)) / 255;
    }

    private static COSArray numbers(double... values) {
        var numbers = new COSArray();
        for (double value : values) numbers.add(new COSFloat((float) value));
        return numbers;
    }

    private static Color colour(Tone tone) {
        return new Color(tone.light());
    }
}
