package chargehand.engine.staffing.cv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A CV as one string to look through, line by line, in which signs that look alike are alike. Each place knows its
/// line. All characters stand where they stood, so that a place here is a place there.
final class Flow {
    /// A word: letters and digits, with the plus of Network+ or the sharp of C#.
    record Token(String word, String written, int start, int end, int line) {
        boolean isCapitals() {
            return written.equals(written.toUpperCase(Locale.ROOT));
        }
    }

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['][\\p{L}]+)?(?:[+#]+(?![\\p{L}\\p{N}]))?");

    private final CvText text;
    private final String folded;
    private final int[] starts;
    private final List<Token> tokens = new ArrayList<>();

    Flow(CvText text) {
        this.text = text;
        starts = new int[text.lines().size()];
        var all = new StringBuilder();
        for (int i = 0; i < starts.length; i++) {
            starts[i] = all.length();
            all.append(folded(text.lines().get(i).text())).append('\n');
        }
        folded = all.toString();
        var words = WORD.matcher(folded);
        while (words.find())
            tokens.add(new Token(
                    words.group().toLowerCase(Locale.ROOT),
                    words.group(),
                    words.start(),
                    words.end(),
                    lineAt(words.start())));
    }

    private static String folded(String line) {
        var result = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) result.append(folded(line.charAt(i)));
        return result.toString();
    }

    static char folded(char c) {
        return switch (c) {
            case '‐', '‑', '‒', '–', '—', '―', '−', '－', '﹣', '─', '→', '➔' -> '-';
            case '‘', '’', '‚', '´', '`', 'ʼ' -> '\'';
            case '“', '”', '„', '«', '»' -> '"';
            case '®', '™', '©', '℠' -> ' ';
            case '●', '▪', '■', '◦', '○', '·', '∙', '‣', '➢', '►', '✓', '✔', '❖', '⁃', '◆' -> '•';
            default -> c >= '\uF000' && c <= '\uF0FF' ? '•' : c;
        };
    }

    String folded() {
        return folded;
    }

    List<Token> tokens() {
        return tokens;
    }

    int lines() {
        return starts.length;
    }

    /// Counts from 0.
    String line(int line) {
        return folded.substring(starts[line], end(line));
    }

    boolean isBlank(int line) {
        return end(line) == starts[line];
    }

    int start(int line) {
        return starts[line];
    }

    /// Where its line break is.
    int end(int line) {
        return line + 1 < starts.length ? starts[line + 1] - 1 : folded.length() - 1;
    }

    int lineAt(int place) {
        int found = Arrays.binarySearch(starts, place);
        return found >= 0 ? found : -found - 2;
    }

    /// What is written from one place to another, with all of the lines in which they are.
    CvLine evidence(int from, int toExclusive) {
        int first = lineAt(from);
        int last = lineAt(Math.max(from, toExclusive - 1));
        var joined = new StringBuilder(text.lines().get(first).text());
        for (int i = first + 1; i <= last; i++)
            joined.append(' ').append(text.lines().get(i).text());
        return new CvLine(text.lines().get(first).n(), joined.toString().strip());
    }

    CvLine evidence(int line) {
        return text.lines().get(line);
    }
}
