package chargehand.files.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// What HTML and SVG have in common: text made harmless, numbers made short, and the font.
final class Markup {
    private static final String FONT = "/chargehand/fonts/ibm-plex-sans-latin-wdth-normal.woff2";

    private Markup() {}

    /// Safe as text and within double quotes. Characters that XML forbids become U+FFFD.
    static String escape(String text) {
        var safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isAllowed(character) ? character : 0xfffd);
            }
        });
        return safe.toString();
    }

    /// With at most two digits after the point, and none that say nothing: `12`, `0.5`.
    static String number(double value) {
        long hundredths = Math.round(value * 100);
        if (hundredths % 100 == 0) return Long.toString(hundredths / 100);
        var sign = hundredths < 0 ? "-" : "";
        long rest = Math.abs(hundredths);
        var digits = rest % 10 == 0 ? Long.toString(rest % 100 / 10) : "%02d".formatted(rest % 100);
        return sign + rest / 100 + "." + digits;
    }

    /// An outline as the `d` of an SVG path.
    ///
    /// @param stretch what every x is multiplied by
    static String path(Outline outline, double stretch) {
        var path = new StringBuilder();
        for (var step : outline.steps())
            switch (step) {
                case Outline.Move(var x, var y) -> path.append('M').append(pair(x * stretch, y));
                case Outline.Line(var x, var y) -> path.append('L').append(pair(x * stretch, y));
                case Outline.Curve(var ax, var ay, var bx, var by, var x, var y) ->
                    path.append('C')
                            .append(pair(ax * stretch, ay))
                            .append(' ')
                            .append(pair(bx * stretch, by))
                            .append(' ')
                            .append(pair(x * stretch, y));
                case Outline.Close _ -> path.append('Z');
            }
        return path.toString();
    }

    /// The face of the typeface in which everything is set, whole, so that nothing has to be fetched.
    static String fontFace() {
        return "@font-face{font-family:\"IBM Plex Sans\";src:url(data:font/woff2;base64,"
                + Base64.getEncoder().encodeToString(resource(FONT))
                + ") format(\"woff2\");font-weight:100 700;font-stretch:85% 100%;font-display:swap}";
    }

    static String text(String resource) {
        return new String(resource(resource), StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) {
        try (InputStream in = Markup.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException("The program lacks its own resource (%s).".formatted(name));
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pair(double x, double y) {
        return number(x) + (y < 0 ? "" : " ") + number(y);
    }

    private static boolean isAllowed(int character) {
        return character == '\t'
                || character == '\n'
                || character >= 0x20 && character < 0xd800 && character != 0x7f
                || character > 0xdfff && character != 0xfffe && character != 0xffff;
    }
}
