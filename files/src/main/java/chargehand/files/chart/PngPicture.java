package chargehand.files.chart;

import chargehand.files.PlanWriter;
import chargehand.files.Planned;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;

/// The table and its chart as one PNG picture in the light colours, without a display.
///
/// It has two pixels for each of the layout's, so that it is sharp on any screen, but never more than [#MOST_PIXELS]
/// in all: a plan of more than some 600 tasks comes out smaller, one of 10,000 too small to be read. Send a page then.
public final class PngPicture implements PlanWriter {
    static final double MOST_PIXELS = 45_000_000;
    private static final double SHARP = 2;

    private final double width;

    /// 2880 pixels wide.
    public PngPicture() {
        this(1440);
    }

    /// @param width of the layout, at least 1000; the picture is twice as wide
    public PngPicture(int width) {
        if (width < 1000)
            throw new IllegalArgumentException("A picture of a plan can't be %s pixels wide.".formatted(width));
        this.width = width;
    }

    @Override
    public void write(Planned planned, OutputStream out) throws IOException {
        var whole = new WholeSheet(planned, width);
        double scale = Math.min(SHARP, Math.sqrt(MOST_PIXELS / (width * whole.height())));
        var image = new BufferedImage(
                (int) Math.ceil(width * scale), (int) Math.ceil(whole.height() * scale), BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.scale(scale, scale);
        whole.paint(new PngPainter(graphics, new Typeface()));
        graphics.dispose();
        if (!ImageIO.write(image, "png", out)) throw new IOException("This Java can't write PNG pictures.");
        out.flush();
    }
}
