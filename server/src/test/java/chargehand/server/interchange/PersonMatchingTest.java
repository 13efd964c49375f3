package chargehand.server.interchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chargehand.server.interchange.PlanImportViews.Candidate;
import chargehand.server.interchange.PlanImportViews.Match;
import chargehand.server.people.Person;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PersonMatchingTest {
    private static final Person ADA = person(1, "Ada Berg", "ada@harbour.example");
    private static final Person BRAM = person(2, "Bram Öhlund", null);
    private static final Person CHIDI = person(3, "Chidi Okafor", null);
    private static final Person OTHER_CHIDI = person(4, "Chidi  okafor", null);
    private static final PersonMatching MATCHING = new PersonMatching(
            List.of(ADA, BRAM, CHIDI, OTHER_CHIDI), Map.of(PersonMatching.key("Network team"), BRAM.id()));

    @Test
    void knowsTheVeryNameHoweverItIsWritten() {
        assertEquals(List.of(Match.known, ADA.id()), match("ada  BERG"));
        assertEquals(List.of(Match.known, BRAM.id()), match("Bram Ohlund"));
    }

    @Test
    void knowsAnAddressAndWhatWasSaidBefore() {
        assertEquals(List.of(Match.known, ADA.id()), match("A. B. <ADA@harbour.example>"));
        assertEquals(List.of(Match.known, BRAM.id()), match("network team"));
    }

    @Test
    void asksAboutNamesThatAreNear() {
        assertEquals(List.of("Ada Berg"), candidates("Berg, Ada"));
        assertEquals(List.of("Ada Berg"), candidates("Ada"));
        assertEquals(List.of("Ada Berg"), candidates("A. Berg (external)"));
        assertEquals(List.of("Bram Öhlund"), candidates("Bram Oehlund"));
        assertEquals(List.of("Chidi Okafor", "Chidi  okafor"), candidates("Chidi Okafor"), "two of the same name");
    }

    @Test
    void takesOthersForNew() {
        for (var name : List.of("Dewi Lestari", "Adam Bergmann", "Unassigned", "A", "Rack crew", "AB", "—"))
            assertEquals(Match.NEW, MATCHING.match(name).match(), name);
    }

    private static List<@Nullable Object> match(String name) {
        var match = MATCHING.match(name);
        return Arrays.asList(match.match(), match.person());
    }

    private static List<String> candidates(String name) {
        var match = MATCHING.match(name);
        assertEquals(Match.unsure, match.match(), name);
        return match.candidates() == null
                ? List.of()
                : match.candidates().stream().map(Candidate::name).toList();
    }

    private static Person person(int number, String name, @Nullable String email) {
        return new Person(
                new UUID(1, number),
                name,
                email,
                null,
                Map.of(),
                List.of(),
                null,
                null,
                100,
                false,
                null,
                null,
                null,
                1);
    }
}
