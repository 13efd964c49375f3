package chargehand.server.work;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Which fields and skills a text names, as words of their own: "SAN" is not in "thousand".
///
/// Long names count however they are written. Those of up to three letters are often ordinary words, so they count
/// only as names are written: "IT" in capitals, and not in a text that has nothing else; "Go" and "R" as they are,
/// within
/// a sentence and where nothing surer is named.
final class FieldNames {
    private static final int SHORT = 3;
    private static final String NO_LETTER_BEFORE = "(?<![\\p{L}\\p{N}])";
    private static final String NO_LETTER_AFTER = "(?![\\p{L}\\p{N}])";
    /// After another word: whatever begins a sentence has a capital anyway.
    private static final String WITHIN = "(?<=[\\p{L}\\p{N},]\\h\\(?|/)";
    /// Not "Go-live", nor "C" in "C++" and "R" in "R&D".
    private static final String ALONE = "(?![\\p{L}\\p{N}+#&-])";

    private final String text;
    private final boolean shouted;

    FieldNames(String text) {
        this.text = text;
        shouted = text.equals(text.toUpperCase(Locale.ROOT));
    }

    Set<String> among(Collection<String> known) {
        var named = new HashSet<String>();
        for (var each : known) if (isSure(each)) named.add(each);
        if (named.isEmpty()) for (var each : known) if (isLikely(each)) named.add(each);
        return named;
    }

    private boolean isSure(String name) {
        if (!isShort(name)) return has(NO_LETTER_BEFORE, name, NO_LETTER_AFTER, true);
        return isOfCapitals(name) && !shouted && has(NO_LETTER_BEFORE, capitals(name), NO_LETTER_AFTER, false);
    }

    private boolean isLikely(String name) {
        return isShort(name) && !isOfCapitals(name) && !shouted && has(WITHIN, name, ALONE, false);
    }

    private static boolean isShort(String name) {
        return name.codePoints().filter(Character::isLetterOrDigit).count() <= SHORT;
    }

    /// Also one that somebody wrote all small, as "san". One letter is a capital in any case.
    private static boolean isOfCapitals(String name) {
        boolean several = name.codePoints().filter(Character::isLetterOrDigit).count() > 1;
        return several && (name.equals(capitals(name)) || name.equals(name.toLowerCase(Locale.ROOT)));
    }

    private static String capitals(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    private boolean has(String before, String name, String after, boolean anyCase) {
        int flags = anyCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
        return Pattern.compile(before + Pattern.quote(name) + after, flags)
                .matcher(text)
                .find();
    }
}
