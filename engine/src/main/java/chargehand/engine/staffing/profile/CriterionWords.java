package chargehand.engine.staffing.profile;

import chargehand.engine.staffing.cv.Field;
import chargehand.engine.staffing.cv.Study;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What criteria ask for, as people of one language read it.
public final class CriterionWords {
    private static final Map<String, CriterionWords> LANGUAGES =
            Map.of("en", new CriterionWords(Locale.UK), "de", new CriterionWords(Locale.GERMANY));

    private final Locale locale;
    private final Properties words = new Properties();

    private CriterionWords(Locale locale) {
        this.locale = locale;
        var name = "/chargehand/engine/staffing/criteria_%s.properties".formatted(locale.getLanguage());
        try (var stream = Objects.requireNonNull(CriterionWords.class.getResourceAsStream(name), name)) {
            words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// @return English for a language that has no words
    public static CriterionWords in(Locale language) {
        return LANGUAGES.getOrDefault(language.getLanguage(), Objects.requireNonNull(LANGUAGES.get("en")));
    }

    public String sentence(Criterion criterion) {
        return say(criterion.must() ? "must" : "should", asked(criterion.requirement()));
    }

    /// What it asks for, without saying whether it must be: as part of a sentence or of a list.
    public String asked(Criterion criterion) {
        return asked(criterion.requirement());
    }

    private String asked(Requirement requirement) {
        return switch (requirement) {
            case Requirement.HasCertificate(var group) -> certificate(group);
            case Requirement.HasDegree(var least, var in) -> {
                var degree = say("degree." + least.name().toLowerCase(Locale.ROOT));
                yield in.isEmpty() ? degree : say("degree.in", degree, studies(in));
            }
            case Requirement.HasYears(var least, var in) ->
                say(least == 1 ? "year" : "years", String.valueOf(least), field(in.code()));
            case Requirement.HasBudget(var least) ->
                least == null
                        ? say("budget")
                        : say("budget.least", String.format(locale, "%,d", least.units()), least.currency());
            case Requirement.HasHardware() -> say("hardware");
            case Requirement.Shows(var skill) -> say("skill." + skill.name().toLowerCase(Locale.ROOT));
            case Requirement.Either(var any) ->
                any.stream().map(this::asked).collect(Collectors.joining(say("either")));
        };
    }

    private String certificate(@Nullable String group) {
        if (group == null) return say("certificate");
        return group.equals("project") ? say("certificate.project") : say("certificate.in", field(group));
    }

    private String studies(List<Study> studies) {
        return studies.stream()
                .map(each -> say("study." + each.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(say("or")));
    }

    /// The catalogue of certificates has groups that are no fields; those go by their own name.
    private String field(String code) {
        boolean known =
                Arrays.stream(Field.values()).anyMatch(each -> each.code().equals(code));
        return known ? say("field." + code) : code;
    }

    private String say(String key, Object... values) {
        var sentence = Objects.requireNonNull(words.getProperty(key), key);
        for (int i = 0; i < values.length; i++) sentence = sentence.replace("{%d}".formatted(i), values[i].toString());
        return sentence;
    }
}
