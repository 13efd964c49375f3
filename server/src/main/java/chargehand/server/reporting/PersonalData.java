package chargehand.server.reporting;

import chargehand.server.shared.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/// Looks whether a text holds what only real people have: addresses of mail, dates of birth, account numbers. It finds
/// what is written plainly; that it finds nothing proves nothing.
final class PersonalData {
    /// So many of a kind make a list of people.
    private static final int FEW = 3;
    private static final int LOOKED_AT = 1 << 20;
    private static final Pattern MAIL =
            Pattern.compile("[\\w.+-]{1,64}@(?!example\\.|[\\w.-]*\\.example\\b)[\\w-]{1,64}\\.[\\w.]{2,24}");
    private static final Pattern IBAN = Pattern.compile("\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){3,7}\\b");
    private static final Pattern INSURANCE = Pattern.compile("\\b[A-Z]\\d{9}\\b|\\b\\d{3} ?\\d{3} ?\\d{4}\\b");
    private static final List<Pattern> KINDS = List.of(MAIL, IBAN, INSURANCE);
    private static final Pattern DAY = Pattern.compile(
            "\\b((?:19|20)\\d{2})-[01]\\d-[0-3]\\d\\b|\\b[0-3]?\\d[./][01]?\\d[./]((?:19|20)\\d{2})\\b");
    /// Days of the last years are those of plans and invoices.
    private static final int YEARS = 4;

    private PersonalData() {}

    /// @throws Problem personal-data-likely, with what was found how often; not-looked-into, where it could
    /// not be read
    static void needNone(WordsInside.Words inside, LocalDate today) {
        if (!inside.read()) throw notLookedInto();
        var words = inside.text();
        var text = words.length() <= LOOKED_AT ? words : words.substring(0, LOOKED_AT);
        long most = births(text, today);
        for (var pattern : KINDS)
            most = Math.max(most, pattern.matcher(text).results().count());
        if (most < FEW) return;
        throw Problem.of(
                        409,
                        "personal-data-likely",
                        "Are these real people?",
                        "There are %d things in it as only real people have: addresses of mail, dates of birth, numbers."
                                .formatted(most))
                .hint("Send made-up data. If this is made up, say so and send it again.")
                .with("count", (int) most);
    }

    /// Whether there is one such thing in it, as where nobody looks at it before others do.
    static boolean isIn(String text, LocalDate today) {
        return births(text, today) > 0
                || KINDS.stream().anyMatch(each -> each.matcher(text).find());
    }

    private static long births(String text, LocalDate today) {
        return DAY.matcher(text)
                .results()
                .filter(each -> Integer.parseInt(each.group(1) == null ? each.group(2) : each.group(1))
                        < today.getYear() - YEARS)
                .count();
    }

    private static Problem notLookedInto() {
        return Problem.of(
                        409,
                        "not-looked-into",
                        "Nobody has looked into this file",
                        "Whether real people's data are in it isn't known: it is a picture, locked, or of a kind that is not read.")
                .hint("Look into it yourself. If no real people's data are in it, say so and send it again.");
    }
}
