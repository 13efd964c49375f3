package chargehand.engine.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A word or a number of a line.
///
/// @param gap what stands between it and the one before; empty if nothing does
/// @param depth how many brackets it stands in
/// @param slip a letter of it was wrong, and has been put right
record LineToken(String text, boolean number, String gap, int depth, boolean slip) {
    private static final Pattern TOKEN = Pattern.compile("\\p{L}+|\\d+(?:\\.\\d+)*");
    private static final Pattern BREAK =
            Pattern.compile("[,;|()\\[\\]{}=<>→•\"'\\n\\t]|\\s[-–—/]+\\s|:(?=\\s)|\\s\\+\\s");

    /// @param line in lower case
    static List<LineToken> of(String line) {
        var tokens = new ArrayList<LineToken>();
        var matcher = TOKEN.matcher(line);
        int end = 0;
        int depth = 0;
        while (matcher.find()) {
            var gap = line.substring(end, matcher.start());
            for (int i = 0; i < gap.length(); i++)
                if (gap.charAt(i) == '(') depth++;
                else if (gap.charAt(i) == ')' && depth > 0) depth--;
            tokens.add(new LineToken(
                    matcher.group(), Character.isDigit(matcher.group().charAt(0)), gap, depth, false));
            end = matcher.end();
        }
        return tokens;
    }

    LineToken meaning(String word) {
        return new LineToken(word, number, gap, depth, true);
    }

    boolean glued() {
        return gap.isEmpty();
    }

    /// Something else begins here: after a comma, a bracket, a dash.
    boolean breaks() {
        return BREAK.matcher(gap).find();
    }
}
