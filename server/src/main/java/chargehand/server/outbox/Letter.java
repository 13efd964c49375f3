package chargehand.server.outbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody is told, in their language: on the page as it is, and in a mail.
///
/// @param subject one line; whatever would end it or turn its direction is taken out, for it becomes a header
/// @param lead what happened, in one or a few sentences
/// @param lines what belongs to it
/// @param path of the page that it is about, from `/` on
/// @param act the words of the link to that
public record Letter(String subject, String lead, List<Line> lines, String path, String act) {
    private static final int SUBJECT = 180;
    private static final int LEAD = 4_000;
    private static final int LINES = 40;

    /// @param name what it is, as "Likely by"
    public record Line(String name, @Nullable String value) {}

    public Letter {
        if (!path.startsWith("/") || path.startsWith("//"))
            throw new IllegalArgumentException("A path of ours begins with one slash: %s".formatted(path));
        subject = cut(subject.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ").strip(), SUBJECT);
        lead = cut(lead.replaceAll("[\\p{Cc}\\p{Cf}&&[^\\n\\t]]", "").strip(), LEAD);
        lines = List.copyOf(lines.subList(0, Math.min(LINES, lines.size())));
    }

    private static String cut(String text, int most) {
        return text.length() <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, most - 1))) + "…";
    }
}
