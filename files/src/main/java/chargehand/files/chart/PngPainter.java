package chargehand.files.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/// Draws marks into an image.
final class PngPainter implements Painter {
    private static final int FADED = 140;
    private static final double HATCH_STEP = 5 * Math.sqrt(2);

    private final Graphics2D graphics;
    private final Typeface typeface;
    private final Font regular = font(false);
    private final Font semiBold = font(true);

    PngPainter(Graphics2D graphics, Typeface typeface) {
        this.graphics = graphics;
        this.typeface = typeface;
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    @Override
    public void paint(Mark mark) {
        switch (mark) {
            case Mark.Block block -> {
                graphics.setColor(colour(block.tone()));
                double arc = 2 * block.radius();
                graphics.fill(
                        new RoundRectangle2D.Double(block.x(), block.y(), block.width(), block.height(), arc, arc));
            }
            case Mark.Area area -> area(area);
            case Mark.Stroke(var outline, var pen) -> {
                graphics.setColor(colour(pen.tone()));
                graphics.setStroke(stroke(pen));
                graphics.draw(path(outline));
            }
            case Mark.Hatch hatch -> hatch(hatch);
            case Mark.Placed placed -> {
                var path = path(placed.sign().outline().moved(placed.x(), placed.y()));
                if (placed.rim()) rim(path);
                graphics.setColor(colour(placed.tone()));
                graphics.fill(path);
            }
            case Mark.Label label -> label(label);
        }
    }

    private void area(Mark.Area area) {
        var colour = colour(area.tone());
        if (area.fading()) {
            var faded = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), FADED);
            graphics.setPaint(new GradientPaint(
                    (float) area.outline().left(),
                    0,
                    colour,
                    (float) area.outline().right(),
                    0,
                    faded));
        } else graphics.setColor(colour);
        graphics.fill(path(area.outline()));
    }

    private void hatch(Mark.Hatch hatch) {
        var clip = graphics.getClip();
        graphics.clip(new Rectangle2D.Double(hatch.x(), hatch.y(), hatch.width(), hatch.height()));
        graphics.setColor(colour(hatch.tone()));
        graphics.setStroke(new BasicStroke(2));
        double bottom = hatch.y() + hatch.height();
        for (double x = hatch.x() - hatch.height(); x < hatch.x() + hatch.width(); x += HATCH_STEP)
            graphics.draw(path(Outline.through(x, bottom, x + hatch.height(), hatch.y())));
        graphics.setClip(clip);
    }

    private void rim(Path2D path) {
        graphics.setColor(colour(Tone.SHEET));
        graphics.setStroke(new BasicStroke(2.4f));
        graphics.draw(path);
    }

    private void label(Mark.Label label) {
        var text = typeface.printable(label.text());
        double wide = typeface.width(text, label.size(), label.bold());
        double x = switch (label.anchor()) {
            case START -> label.x();
            case MIDDLE -> label.x() - wide / 2;
            case END -> label.x() - wide;
        };
        graphics.setColor(colour(label.tone()));
        graphics.setFont((label.bold() ? semiBold : regular).deriveFont((float) label.size()));
        graphics.drawString(text, (float) x, (float) label.y());
    }

    private static BasicStroke stroke(Pen pen) {
        var dashes = pen.dashes();
        return new BasicStroke(
                (float) pen.width(),
                BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_MITER,
                10,
                dashes.length == 0 ? null : dashes,
                0);
    }

    private static Path2D path(Outline outline) {
        var path = new Path2D.Double();
        for (var step : outline.steps())
            switch (step) {
                case Outline.Move(var x, var y) -> path.moveTo(x, y);
                case Outline.Line(var x, var y) -> path.lineTo(x, y);
                case Outline.Curve(var ax, var ay, var bx, var by, var x, var y) -> path.curveTo(ax, ay, bx, by, x, y);
                case Outline.Close _ -> path.closePath();
            }
        return path;
    }

    private static Font font(boolean bold) {
        try {
            return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(Typeface.bytes(bold)));
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("The program's own font can't be read.", e);
        }
    }

    private static Color colour(Tone tone) {
        return new Color(tone.light());
    }
}
