package chargehand.files.cv;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Pages have letters where they stand; of Hebrew and Arabic the last is the first to be read.
final class Direction {
    private static final String LETTER = "\\p{IsHebrew}\\p{IsArabic}";
    private static final Pattern RUN =
            Pattern.compile("[" + LETTER + "](?:[" + LETTER + "\\s\\p{Punct}\\p{Mn}]*[" + LETTER + "\\p{Mn}])?");

    private Direction() {}

    /// What stands from left to right in the order in which it is read.
    static String read(String line) {
        return RUN.matcher(line).replaceAll(Direction::turned);
    }

    private static String turned(MatchResult run) {
        return Matcher.quoteReplacement(new StringBuilder(run.group()).reverse().toString());
    }
}
