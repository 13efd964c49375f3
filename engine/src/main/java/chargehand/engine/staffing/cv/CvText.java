package chargehand.engine.staffing.cv;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The text of a CV in the order in which a person reads it.
public record CvText(List<CvLine> lines) {
    /// Letters that a font draws as one.
    private static final Map<String, String> LIGATURES =
            Map.of("ﬁ", "fi", "ﬂ", "fl", "ﬀ", "ff", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st", "…", "...");

    private static final Pattern LIGATURE = Pattern.compile(String.join("|", LIGATURES.keySet()));
    /// What has no width, or no meaning, but would part words.
    private static final Pattern NOTHING = Pattern.compile(
            "[\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF\\p{gc=Co}&&[^\\uF0A0-\\uF0FF]]");

    private static final Pattern BLANKS = Pattern.compile("[\\p{gc=Zs}\\p{gc=Cc}&&[^\\t]]+");
    private static final Pattern CELLS = Pattern.compile(" *\\t[ \\t]*");
    /// Where a text has no table, columns are made with blanks.
    private static final Pattern COLUMNS = Pattern.compile("(?<=\\S)[ \\u00A0]{3,}(?=\\S)");
    private static final Pattern LETTERS_APART = Pattern.compile("(?:\\p{L} +){4,}");
    private static final Pattern SPACED_CAPITALS =
            Pattern.compile("(?:\\p{Lu} ){4,}\\p{Lu}(?:  ?(?:\\p{Lu} )+\\p{Lu})*");

    public CvText {
        lines = List.copyOf(lines);
    }

    /// Lines as they stand in a text, numbered from 1; empty ones count and say nothing. Where all of it stands in a
    /// few
    /// long lines, these are taken apart, and the parts have their number.
    public static CvText of(String text) {
        var lines = new ArrayList<CvLine>();
        for (var line : text.split("\\R", -1)) lines.add(new CvLine(lines.size() + 1, cleaned(line)));
        return new CvText(LineBreaks.given(lines));
    }

    /// Characters without the blanks.
    public int characters() {
        return lines.stream()
                .mapToInt(line -> (int) line.text()
                        .chars()
                        .filter(c -> !Character.isWhitespace(c))
                        .count())
                .sum();
    }

    private static String cleaned(String line) {
        var text = NOTHING.matcher(line).replaceAll("");
        text = LIGATURE.matcher(text).replaceAll(found -> LIGATURES.get(found.group()));
        var inColumns = LETTERS_APART.matcher(text).find()
                ? text
                : COLUMNS.matcher(text).replaceAll("\t");
        text = CELLS.matcher(BLANKS.matcher(inColumns).replaceAll(" "))
                .replaceAll("\t")
                .strip();
        // E X P E R I E N C E
        return SPACED_CAPITALS.matcher(text).matches() ? text.replaceAll("(?<=\\p{Lu}) (?=\\p{Lu})", "") : text;
    }
}
