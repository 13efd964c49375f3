package chargehand.engine.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A version as a line or a catalogue writes it: `12.2`, `2008 r2 sp1`, `12c r2`.
///
/// @param parts of its number
/// @param marks what sets versions of the same number apart: `r`, `sp`, `tl`
/// @param letter right behind the number, as in `19c`; empty if there is none
record Version(List<Integer> parts, Map<String, Integer> marks, String letter) {
    private static final List<String> LETTERS = List.of("c", "g", "i", "ai");

    /// @param end the index behind its last token
    record Read(Version version, int end) {}

    /// Reads the version whose number stands at an index; null if it is no number of a version.
    static @Nullable Read at(List<LineToken> tokens, int index) {
        var parts = new ArrayList<Integer>();
        for (var part : tokens.get(index).text().split("\\.")) {
            if (part.length() > 9) return null;
            parts.add(Integer.parseInt(part));
        }
        var marks = new TreeMap<String, Integer>();
        var letter = "";
        int at = index + 1;
        if (at < tokens.size()
                && tokens.get(at).glued()
                && LETTERS.contains(tokens.get(at).text()))
            letter = tokens.get(at++).text();
        while (at < tokens.size() && !endsBefore(tokens.get(at))) {
            var word = tokens.get(at).text();
            var next = at + 1 < tokens.size() ? tokens.get(at + 1) : null;
            if (word.equals("rtm") || word.equals("ga")) marks.put("sp", 0);
            else if (next != null && next.number() && isMark(word, next)) {
                marks.put(word.equals("release") ? "r" : word, whole(next.text()));
                at++;
            } else break;
            at++;
        }
        return new Read(new Version(List.copyOf(parts), marks, letter), at);
    }

    /// "2016 (SP2)" goes on in the bracket.
    private static boolean endsBefore(LineToken token) {
        boolean inBracket =
                token.gap().matches("[ ()]+") && List.of("sp", "rtm").contains(token.text());
        return token.breaks() && !inBracket;
    }

    private static boolean isMark(String word, LineToken next) {
        if (next.breaks()) return false;
        return switch (word) {
            case "sp", "tl" -> true;
            case "r" -> next.glued();
            case "release" -> next.text().length() == 1;
            default -> false;
        };
    }

    private static int whole(String number) {
        var first = number.split("\\.", 2)[0];
        return first.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(first);
    }

    /// What a catalogue calls a cycle; null if that is no number with marks.
    static @Nullable Version named(String name) {
        var tokens = LineToken.of(name.replace('-', ' '));
        if (tokens.isEmpty() || !tokens.getFirst().number()) return null;
        var read = at(tokens, 0);
        return read != null && read.end() == tokens.size() ? read.version() : null;
    }

    /// Whether this one, of a line, begins with the number of that one, of a catalogue.
    boolean startsWith(Version cycle) {
        return parts.size() >= cycle.parts.size()
                && parts.subList(0, cycle.parts.size()).equals(cycle.parts);
    }

    /// Whether that one, of a catalogue, goes on where this one ends.
    boolean isBeginningOf(Version cycle) {
        return cycle.parts.size() > parts.size()
                && cycle.parts.subList(0, parts.size()).equals(parts);
    }

    boolean endsInZeroesAfter(Version shorter) {
        return parts.subList(shorter.parts.size(), parts.size()).stream().allMatch(each -> each == 0);
    }
}
