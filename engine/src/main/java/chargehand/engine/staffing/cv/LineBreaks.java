package chargehand.engine.staffing.cv;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Gives line breaks back to a CV that has lost them, as copies out of forms and databases do: before and behind its
/// headings and its dates, and behind sentences. The parts keep the number of the line in which they stand.
final class LineBreaks {
    private static final int FEW_LINES = 8;
    private static final int LONG_LINE = 300;

    private static final String MONTH =
            "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember)?\\.?";
    private static final String MOMENT = "(?:(?:" + MONTH + "|\\d{1,2}\\s?/)\\s?)?(?:19|20)\\d\\d";
    private static final Pattern DATES = Pattern.compile(
            "\\s*(\\b" + MOMENT + "\\s*(?:to|[-–—－])\\s*(?:" + MOMENT + "|Current|Present|Now|Today)\\b)[\\s,:]*");
    private static final Pattern HEADING = Pattern.compile(
            "(?<=[\\p{L}\\p{N}.,;:)%+]) +((?:Professional |Work |Career |Executive |Technical |Core |Key |Additional )?"
                    + "(?:Summary|Highlights|Accomplishments|Experience|Work History|Employment History|Qualifications|Skills|Competencies"
                    + "|Education(?: and Training)?|Certifications?(?: and Licenses)?|Licenses|Affiliations|Publications|Languages|Interests)):? +(?=\\p{Lu}|\\d)");
    private static final Pattern SENTENCE = Pattern.compile("(?<=[\\p{Ll}\\p{N})%]{2}\\.) +(?=\\p{Lu})");

    private LineBreaks() {}

    static List<CvLine> given(List<CvLine> lines) {
        boolean lost = lines.stream().filter(each -> !each.text().isBlank()).count() <= FEW_LINES
                && lines.stream().anyMatch(each -> each.text().length() > LONG_LINE);
        if (!lost) return lines;
        var given = new ArrayList<CvLine>();
        for (var line : lines)
            for (var part : broken(line.text()).split("\n", -1)) given.add(new CvLine(line.n(), part.strip()));
        return given;
    }

    private static String broken(String line) {
        if (line.length() <= LONG_LINE) return line;
        var text = HEADING.matcher(line).replaceAll("\n$1\n");
        text = DATES.matcher(text).replaceAll("\n$1\n");
        return SENTENCE.matcher(text).replaceAll("\n");
    }
}
