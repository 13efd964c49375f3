package chargehand.server.work;

import chargehand.server.shared.Problem;
import chargehand.server.shared.Seen;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What people write, as it is kept: without characters that nobody sees, within bounds. It is plain text; whoever
/// shows it escapes it.
public final class Texts {
    private static final int LONGEST_LINE = 300;
    private static final int LONGEST_TEXT = 4_000;
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Texts() {}

    /// One line.
    ///
    /// @throws Problem if there is nothing, or too much
    public static String line(String field, @Nullable String written) {
        var line = SPACES.matcher(seen(written)).replaceAll(" ").strip();
        if (line.isEmpty() || line.length() > LONGEST_LINE)
            throw Problem.invalid(field, "It has 1 to %d characters.".formatted(LONGEST_LINE));
        return line;
    }

    /// The same, or null if there is nothing.
    public static @Nullable String optionalLine(String field, @Nullable String written) {
        return seen(written).isBlank() ? null : line(field, written);
    }

    /// Several lines.
    public static String text(String field, @Nullable String written) {
        var text = seen(written).strip();
        if (text.isEmpty() || text.length() > LONGEST_TEXT)
            throw Problem.invalid(field, "It has 1 to %,d characters.".formatted(LONGEST_TEXT));
        return text;
    }

    private static String seen(@Nullable String written) {
        return written == null ? "" : Seen.of(written);
    }
}
