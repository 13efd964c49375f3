package chargehand.engine.staffing.assessment;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/// English sentences for questions, levels and what comes out.
public final class AssessmentWords {
    private static final Properties SENTENCES = load();

    private AssessmentWords() {}

    private static Properties load() {
        var sentences = new Properties();
        var name = "/chargehand/engine/assessment.properties";
        try (var stream = Objects.requireNonNull(AssessmentWords.class.getResourceAsStream(name), name)) {
            sentences.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return sentences;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static String heading(Heading heading) {
        return sentence("heading." + heading.code());
    }

    /// A name of a few words, as it stands in a list.
    public static String name(Question question) {
        return sentence(question.code() + ".name");
    }

    /// The name of whatever leans: a question, or what follows from several.
    public static String factor(String code) {
        return sentence(code + ".name");
    }

    public static String question(Question question) {
        return sentence(question.code() + ".question");
    }

    /// The sentence of a level: what somebody says who answers so.
    public static String level(Question question, int level) {
        return sentence(question.code() + "." + question.checked(level));
    }

    /// What a factor rests on: the fact where there is one, else what was answered.
    public static String sentence(Factor factor) {
        var fact = factor.answer().fact();
        return fact == null ? level(factor.question(), factor.points()) : fact;
    }

    public static String interplay(int points) {
        return sentence(Lean.INTERPLAY + "." + points);
    }

    public static String outcome(Outcome outcome) {
        return sentence("outcome." + outcome.code());
    }

    public static String reason(Basis basis) {
        return sentence("basis." + basis.code());
    }

    public static String kind(Kind kind) {
        return sentence("kind." + kind.code());
    }

    public static String band(Band band) {
        return sentence("band." + band.code());
    }

    public static String seniority(Seniority seniority) {
        return sentence("seniority." + seniority.code());
    }

    public static String knowledge(Knowledge knowledge) {
        return sentence("knowledge." + knowledge.code());
    }

    /// "from *what was answered* to *what would be*", for one change.
    public static String change(Flip.Change change) {
        return "%s: “%s” instead of “%s”"
                .formatted(
                        name(change.question()),
                        shortened(level(change.question(), change.to())),
                        shortened(level(change.question(), change.from())));
    }

    /// What the two kinds of managers are, for somebody who has never had to choose.
    public static String difference() {
        return sentence("difference");
    }

    private static String shortened(String sentence) {
        int colon = sentence.indexOf(':');
        var start = colon < 0 ? sentence : sentence.substring(0, colon);
        var end = start.endsWith(".") ? start.substring(0, start.length() - 1) : start;
        return end.substring(0, 1).toLowerCase(Locale.ROOT) + end.substring(1);
    }

    private static String sentence(String key) {
        return Objects.requireNonNull(SENTENCES.getProperty(key), key);
    }
}
