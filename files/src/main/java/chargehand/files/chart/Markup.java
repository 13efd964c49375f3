package chargehand.files.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

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
        return decimal(Math.round(value * 100), 100);
    }

    /// With one digit after the point, if it says anything.
    static String tenth(double value) {
        return decimal(Math.round(value * 10), 10);
    }

    static String thousandth(double value) {
        return decimal(Math.round(value * 1000), 1000);
    }

    private static String decimal(long parts, int ofOne) {
        long rest = Math.abs(parts) % ofOne;
        if (rest == 0) return Long.toString(parts / ofOne);
        var text = new StringBuilder(parts < 0 ? "-" : "")
                .append(Math.abs(parts) / ofOne)
                .append('.');
        for (int digit = ofOne / 10; rest > 0; rest %= digit, digit /= 10) text.append(rest / digit);
        return text.toString();
    }

    /// An outline as the `d` of an SVG path, to a tenth of a pixel.
    ///
    /// @param stretch what every x is multiplied by
    static String path(Outline outline, double stretch) {
        var path = new StringBuilder();
        var lastX = "";
        var lastY = "";
        for (var step : outline.steps())
            switch (step) {
                case Outline.Move(var x, var y) -> {
                    lastX = tenth(x * stretch);
                    lastY = tenth(y);
                    path.append('M').append(lastX).append(' ').append(lastY);
                }
                case Outline.Line(var toX, var toY) -> {
                    var x = tenth(toX * stretch);
                    var y = tenth(toY);
                    if (x.equals(lastX)) path.append('V').append(y);
                    else if (y.equals(lastY)) path.append('H').append(x);
                    else path.append('L').append(x).append(' ').append(y);
                    lastX = x;
                    lastY = y;
                }
                case Outline.Curve(var ax, var ay, var bx, var by, var x, var y) -> {
                    path.append('C').append(tenth(ax * stretch)).append(' ').append(tenth(ay));
                    path.append(' ').append(tenth(bx * stretch)).append(' ').append(tenth(by));
                    lastX = tenth(x * stretch);
                    lastY = tenth(y);
                    path.append(' ').append(lastX).append(' ').append(lastY);
                }
                case Outline.Close _ -> path.append('Z');
            }
        return path.toString();
    }

    /// The face of the typeface in which everything is set, whole, so that nothing has to be fetched.
    static String fontFace() {
        return "@font-face{font-family:\"IBM Plex Sans\";src:url(data:font/woff2;base64,"
                + Base64.getEncoder().encodeToString(bytes(FONT))
                + ") format(\"woff2\");font-weight:100 700;font-stretch:85% 100%;font-display:swap}";
    }

    /// The CSS rule of a pen.
    ///
    /// @param colour of the line, as CSS
    static String pen(Pen pen, String colour) {
        var dashes = new StringBuilder();
        for (var dash : pen.dashes()) dashes.append(dashes.isEmpty() ? "" : " ").append(number(dash));
        return ".%s{stroke:%s;stroke-width:%s;fill:none%s}"
                .formatted(
                        pen.css(), colour, number(pen.width()), dashes.isEmpty() ? "" : ";stroke-dasharray:" + dashes);
    }

    /// The signs, fades and hatches that drawings refer to.
    ///
    /// @param fixed whether colours are the light ones, not the page's variables
    static String definitions(boolean fixed) {
        var signs = Arrays.stream(Sign.values())
                .map(sign -> "<path id=\"%s\" d=\"%s\"/>".formatted(sign.id(), path(sign.outline(), 1)))
                .collect(Collectors.joining());
        var hatch = """
                <pattern id="holiday" width="5" height="5" patternUnits="userSpaceOnUse" \
                patternTransform="rotate(45)"><path d="M0 0V5" stroke="%s" stroke-width="2"/></pattern>""".formatted(colour(Tone.RULE, fixed));
        return """
                <svg class="defs" width="0" height="0" aria-hidden="true"><defs>%s%s%s%s%s</defs></svg>""".formatted(signs, hatch, fade(Tone.WORK, fixed), fade(Tone.CRITICAL, fixed), fade(Tone.INK, fixed));
    }

    private static String fade(Tone tone, boolean fixed) {
        return """
                <linearGradient id="fade-%1$s"><stop offset="0" stop-color="%2$s"/>\
                <stop offset="1" stop-color="%2$s" stop-opacity=".55"/></linearGradient>""".formatted(tone.css(), colour(tone, fixed));
    }

    private static String colour(Tone tone, boolean fixed) {
        return fixed ? tone.hex() : "var(--%s)".formatted(tone.css());
    }

    static String text(String resource) {
        return new String(bytes(resource), StandardCharsets.UTF_8);
    }

    /// One of the program's own files.
    static byte[] bytes(String name) {
        try (InputStream in = Markup.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException("The program lacks its own resource (%s).".formatted(name));
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isAllowed(int character) {
        return character == '\t'
                || character == '\n'
                || character >= 0x20 && character < 0xd800 && character != 0x7f
                || character > 0xdfff && character != 0xfffe && character != 0xffff;
    }
}
