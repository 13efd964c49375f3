package chargehand.server.reporting;

import chargehand.server.shared.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Looks whether a text holds what only real people have: addresses of mail, dates of birth, account numbers. It finds
/// what is written plainly; that it finds nothing proves nothing.
final class PersonalData {
    /// So many of a kind make a list of people.
    private static final int FEW = 3;
    private static final int LOOKED_AT = 1 << 20;
    private static final Map<String, Pattern> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put(
                "mail",
                Pattern.compile("[\\w.+-]{1,64}@(?!example\\.|[\\w.-]*\\.example\\b)[\\w-]{1,64}\\.[\\w.]{2,24}"));
        KINDS.put(
                "birth",
                Pattern.compile("\\b(?:19|20)\\d{2}-[01]\\d-[0-3]\\d\\b|\\b[0-3]?\\d\\.[01]?\\d\\.(?:19|20)\\d{2}\\b"));
        KINDS.put("iban", Pattern.compile("\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){3,7}\\b"));
        KINDS.put("insurance", Pattern.compile("\\b[A-Z]\\d{9}\\b|\\b\\d{3} ?\\d{3} ?\\d{4}\\b"));
    }

    private PersonalData() {}

    /// @throws Problem personal-data-likely, with what was found how often
    static void needNone(String inside) {
        var text = inside.length() <= LOOKED_AT ? inside : inside.substring(0, LOOKED_AT);
        int most = 0;
        for (var pattern : KINDS.values())
            most = Math.max(most, (int) pattern.matcher(text).results().count());
        if (most < FEW) return;
        throw Problem.of(
                        409,
                        "personal-data-likely",
                        "Are these real people?",
                        "There are %d things in it as only real people have: addresses of mail, dates of birth, numbers."
                                .formatted(most))
                .hint("Send made-up data. If this is made up, say so and send it again.")
                .with("count", most);
    }
}
