package chargehand.engine.staffing.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.engine.staffing.cv.DegreeLevel;
import chargehand.engine.staffing.cv.Field;
import chargehand.engine.staffing.cv.Skill;
import chargehand.engine.staffing.cv.Study;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Profiles are text that people write, and read back.
class ProfileTextTest {
    @Test
    void readsBackWhatItWrites() throws ProfileText.NoProfile {
        for (var each : Profiles.all()) assertEquals(each, ProfileText.parse(each.text()));
    }

    @Test
    void hasTheFourProfiles() {
        assertEquals(
                List.of("management", "technical", "software", "infrastructure"),
                Profiles.all().stream().map(Profile::name).toList());
    }

    @Test
    void saysEachCriterionAsASentence() {
        assertEquals(
                List.of(
                        "Must have experience with hardware.",
                        "Must have experience with budgets of at least 1,000,000 USD.",
                        "Must have at least 3 years in infrastructure.",
                        "Should have a master's degree or higher in management.",
                        "Should have a bachelor's degree or higher in computing or engineering.",
                        "Should have a management certificate."),
                Profiles.named("infrastructure").orElseThrow().criteria().stream()
                        .map(Criterion::sentence)
                        .toList());
    }

    @Test
    void saysEachCriterionInGerman() {
        var words = CriterionWords.in(Locale.GERMAN);

        assertEquals(
                List.of(
                        "Muss: Erfahrung mit Hardware.",
                        "Muss: Erfahrung mit Budgets von mindestens 1.000.000 USD.",
                        "Muss: mindestens 3 Jahre in Infrastruktur.",
                        "Soll: ein Master oder ein höherer Abschluss in Management.",
                        "Soll: ein Bachelor oder ein höherer Abschluss in Informatik oder Ingenieurwesen.",
                        "Soll: ein Zertifikat im Projektmanagement."),
                Profiles.named("infrastructure").orElseThrow().criteria().stream()
                        .map(words::sentence)
                        .toList());
    }

    /// Every requirement that a profile can make has words in both languages.
    @Test
    void hasWordsForWhateverCanBeAsked() throws ProfileText.NoProfile {
        for (var locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            var words = CriterionWords.in(locale);
            for (var field : Field.values())
                words.sentence(ProfileText.criterion("any", true, "at least 1 years in " + field.code()));
            for (var level : DegreeLevel.values())
                words.sentence(new Criterion("any", false, new Requirement.HasDegree(level, List.of(Study.values()))));
            for (var skill : Skill.values()) words.sentence(new Criterion("any", true, new Requirement.Shows(skill)));
        }
        assertEquals(
                "Must have at least 1 year in project management, or a certificate in networks.",
                ProfileText.criterion(
                                "any", true, "at least 1 years in projectManagement; or a certificate in networks")
                        .sentence());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            must cooking: at least 3 years in cooking        | there is no field 'cooking'. Fields are software
            must degree: a master's degree in knitting       | 'knitting' is unknown. Known are computing
            must luck: a lucky hand                          | 'a lucky hand' can't be checked
            perhaps                                          | neither a heading nor a criterion
            must years: experience with hardware             | there is a criterion years already
            version: soon                                    | the version 'soon' is no whole number
            """)
    void tellsWhereATextIsNoProfile(String line, String message) {
        var text =
                "profile: own\ntitle: Own\nversion: 1\nauthor: Ada\nmust years: at least 3 years in software\n" + line;

        var refusal = assertThrows(ProfileText.NoProfile.class, () -> ProfileText.parse(text));

        assertTrue(String.valueOf(refusal.getMessage()).contains(message), refusal.getMessage());
        assertTrue(String.valueOf(refusal.getMessage()).startsWith("Line 6"), refusal.getMessage());
    }
}
