package chargehand.server.identity;

import chargehand.server.shared.Problem;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What names, logins and addresses have to be.
final class Values {
    private static final int LONGEST = 120;
    private static final Pattern LOGIN = Pattern.compile("[\\p{L}\\p{N}._@+-]{2,120}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"(),;:]{1,120}@[^\\s@<>\"(),;:]{1,120}");
    private static final Set<String> LANGUAGES = Set.of("en", "de");
    private static final Set<String> THEMES = Set.of("light", "dark", "system");
    private static final Set<String> DENSITIES = Set.of("comfortable", "compact");

    private Values() {}

    static String name(String field, String name) {
        var plain = name.strip();
        if (plain.isEmpty()) throw Problem.invalid(field, "A name is needed.");
        if (plain.length() > LONGEST)
            throw Problem.invalid(field, "A name has %d characters at most.".formatted(LONGEST));
        if (plain.codePoints().anyMatch(Character::isISOControl))
            throw Problem.invalid(field, "A name has no control characters.");
        return plain;
    }

    static String login(String login) {
        var plain = login.strip();
        if (!LOGIN.matcher(plain).matches())
            throw Problem.invalid("login", "A sign-in name has 2 to 120 letters, digits, or . _ @ + -");
        return plain;
    }

    static @Nullable String email(@Nullable String email) {
        if (email == null || email.isBlank()) return null;
        var plain = email.strip();
        if (!EMAIL.matcher(plain).matches()) throw Problem.invalid("email", "That is no address of mail.");
        return plain;
    }

    static String language(String language) {
        return oneOf("language", language, LANGUAGES);
    }

    static String theme(String theme) {
        return oneOf("theme", theme, THEMES);
    }

    static String density(String density) {
        return oneOf("density", density, DENSITIES);
    }

    private static String oneOf(String field, String value, Set<String> known) {
        if (known.contains(value)) return value;
        throw Problem.invalid(
                field, "“%s” is none of %s.".formatted(value, String.join(", ", new java.util.TreeSet<>(known))));
    }

    /// Ada Brook → AB.
    static String initials(String name) {
        var words = name.strip().split("\\s+");
        var first = words[0];
        var last = words[words.length - 1];
        var initials = words.length == 1 ? letters(first, 2) : letters(first, 1) + letters(last, 1);
        return initials.toUpperCase(java.util.Locale.ROOT);
    }

    private static String letters(String word, int most) {
        return word.codePoints()
                .limit(most)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
