package chargehand.files.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// IBM Plex Sans in its two weights, as pictures and paper are set in it; measures text the same on every
/// machine.
///
/// It knows Latin, Greek and Cyrillic. Other scripts and emoji come out as [#MISSING] there; pages and SVG show them
/// in the reader's own fonts.
final class Typeface {
    static final String REGULAR = "/chargehand/fonts/IBMPlexSans-Regular.ttf";
    static final String SEMI_BOLD = "/chargehand/fonts/IBMPlexSans-SemiBold.ttf";
    static final String MISSING = "?";
    private static final String ELLIPSIS = "…";

    private final TrueTypeFont regular = parse(REGULAR);
    private final TrueTypeFont semiBold = parse(SEMI_BOLD);

    /// In pixels, for a size in pixels.
    double width(String text, double size, boolean bold) {
        try {
            var font = bold ? semiBold : regular;
            var glyphs = glyphs(font);
            double units = 0;
            for (int character : text.codePoints().toArray())
                units += font.getAdvanceWidth(glyphs.getGlyphId(character));
            return units * size / font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The text, or its beginning and an ellipsis if it is wider than that.
    String fitted(String text, double width, double size, boolean bold) {
        if (width(text, size, bold) <= width) return text;
        var characters = text.codePoints().toArray();
        int low = 0;
        int high = characters.length;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (width(begin(characters, middle), size, bold) <= width) low = middle;
            else high = middle - 1;
        }
        return begin(characters, low);
    }

    /// The text with every character that the typeface lacks replaced.
    String printable(String text) {
        var printable = new StringBuilder();
        text.codePoints()
                .forEach(character -> printable.append(knows(character) ? Character.toString(character) : MISSING));
        return printable.toString();
    }

    static byte[] bytes(boolean bold) {
        return Markup.bytes(bold ? SEMI_BOLD : REGULAR);
    }

    private boolean knows(int character) {
        return glyphs(regular).getGlyphId(character) != 0 && glyphs(semiBold).getGlyphId(character) != 0;
    }

    private static CmapLookup glyphs(TrueTypeFont font) {
        try {
            return font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String begin(int[] characters, int length) {
        return new String(characters, 0, length).stripTrailing() + ELLIPSIS;
    }

    private static TrueTypeFont parse(String resource) {
        try {
            return new TTFParser().parse(new RandomAccessReadBuffer(Markup.bytes(resource)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
