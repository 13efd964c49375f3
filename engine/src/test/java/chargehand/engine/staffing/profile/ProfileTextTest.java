package chargehand.engine.staffing.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
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
                        "Must have experience with budgets of at least 1000000 USD.",
                        "Must have at least 3 years in infrastructure.",
                        "Should have a master's degree or higher in management.",
                        "Should have a bachelor's degree or higher in computing or engineering.",
                        "Should have a management certificate."),
                Profiles.named("infrastructure").orElseThrow().criteria().stream()
                        .map(Criterion::sentence)
                        .toList());
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
