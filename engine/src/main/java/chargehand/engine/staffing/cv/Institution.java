package chargehand.engine.staffing.cv;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where somebody has studied, by the words that such places have in their names.
final class Institution {
    private static final Pattern WORDS = Pattern.compile(
            "(?:\\bunivers|\\buniv\\b|\\bcollege\\b|\\binstitut|\\bschool\\b|polytechni|hochschule|\\bécole|\\becole\\b|\\bacadem(?:y|ie)\\b|\\bfaculty\\b|\\bpolitec|\\btu\\s+\\p{Lu}|\\bETH\\b|\\bRWTH\\b|\\bJNTU|\\bIIT\\b|\\bNIT\\b|\\bBITS\\b|\\bMIT\\b|\\bUCLA\\b|\\bLMU\\b|\\bINSA\\b|\\bIUT\\b|\\blyc[eé]e|\\bvidyalaya|\\bdevry\\b|\\bseminary\\b|\\bconservator)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern PARTS = Pattern.compile(
            "[,;|\\t•()]|\\bGPA\\b|\\s-\\s|\\s/\\s|:\\s|\\bfrom\\b|\\bat\\b|(?<=\\d{4})\\s|\\s(?=(?:19|20)\\d{2}\\b)");

    private static final Pattern SCHOOL = Pattern.compile("(?i)high\\s*school|secondary|elementary|middle school");

    private final Flow flow;

    Institution(Flow flow) {
        this.flow = flow;
    }

    static boolean isOne(String text) {
        return WORDS.matcher(text).find();
    }

    /// On the line, else on one of the two below that name no other degree, else on the one above.
    @Nullable
    String near(int line, int from) {
        var found = in(flow.line(line).substring(from));
        if (found == null) found = in(flow.line(line));
        for (int i = line + 1; found == null && i <= line + 2 && i < flow.lines(); i++) {
            if (!DegreeNames.in(flow.line(i)).isEmpty()) break;
            found = in(flow.line(i));
        }
        boolean above =
                found == null && line > 0 && DegreeNames.in(flow.line(line - 1)).isEmpty();
        return above ? in(flow.line(line - 1)) : found;
    }

    private static @Nullable String in(String line) {
        for (var part : PARTS.split(line)) {
            var text = part.strip();
            if (isOne(text) && !SCHOOL.matcher(text).find() && text.length() > 2 && text.length() < 90) return text;
        }
        return null;
    }
}
