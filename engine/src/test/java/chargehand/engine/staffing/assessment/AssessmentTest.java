package chargehand.engine.staffing.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The article's rule: very complex or technical, and what lies between.
final class AssessmentTest {
    @ParameterizedTest
    @CsvSource({
        // complexity, scope, focus, field; lean, basis, outcome
        "1111111 1111 1111 1, -5, NEITHER, PROJECT_MANAGER",
        "2222222 2222 2222 1, 0, NEITHER, PROJECT_MANAGER",
        "2222222 2222 3222 1, 1, BETWEEN, CLOSE_CALL",
        "2222222 2222 3322 2, 2, BETWEEN, CLOSE_CALL",
        "2222222 2222 3332 1, 3, TECHNICAL, TECHNICAL_SOFTWARE",
        "2222222 2222 3332 2, 3, TECHNICAL, TECHNICAL_INFRASTRUCTURE",
        "1111111 1111 4442 1, 5, TECHNICAL, TECHNICAL_SOFTWARE",
        // very complex: some focus tips it, none leaves it open, whatever speaks against
        "4233322 2222 3222 1, 3, COMPLEX_AND_TECHNICAL, TECHNICAL_SOFTWARE",
        "4233322 2222 2222 1, 2, COMPLEX_ONLY, CLOSE_CALL",
        "4144414 2222 1111 2, -3, COMPLEX_ONLY, CLOSE_CALL",
        "4444444 4444 1111 1, 0, COMPLEX_ONLY, CLOSE_CALL",
        "4444444 4444 4444 1, 12, TECHNICAL, TECHNICAL_SOFTWARE"
    })
    void decidesByFocusAndComplexity(String levels, int lean, Basis basis, Outcome outcome) {
        var assessment = assess(levels);

        assertEquals(lean, assessment.lean());
        assertEquals(basis, assessment.basis());
        assertEquals(outcome, assessment.outcome());
    }

    @ParameterizedTest
    @CsvSource({
        "1111111, 7, SIMPLE, ENTRY",
        "2222111, 11, SIMPLE, ENTRY",
        "2222211, 12, MODERATE, EXPERIENCED",
        "3333222, 18, MODERATE, EXPERIENCED",
        "3333322, 19, VERY_COMPLEX, SENIOR",
        "4444333, 25, VERY_COMPLEX, SENIOR",
        "4444433, 26, EXTREME, PRINCIPAL",
        "4444444, 28, EXTREME, PRINCIPAL"
    })
    void takesTheBandFromTheSumAndSeniorityFromTheBand(String complexity, int total, Band band, Seniority seniority) {
        var assessment = assess(complexity + "2222 2222 1");

        assertEquals(total, assessment.total());
        assertEquals(band, assessment.band());
        assertEquals(seniority, assessment.seniority());
    }

    @Test
    void neverDecidesForATechnicalManagerByComplexityAlone() {
        var complexities = new String[] {"4444444", "4144444", "3333333", "4444441"};
        for (var complexity : complexities) {
            var assessment = assess(complexity + "4444 1111 1");

            assertEquals(Outcome.CLOSE_CALL, assessment.outcome(), complexity);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1111111 1111, ELEMENTARY",
        "2222222 1111, ELEMENTARY",
        "2222222 2222, WORKING",
        "3333322 2222, WORKING",
        "3333322 3333, ADVANCED",
        "3333322 4444, IN_DEPTH",
        "4444444 4444, IN_DEPTH"
    })
    void asksForMoreKnowledgeTheMoreComplexAndLargerItIs(String complexityAndScope, Knowledge knowledge) {
        assertEquals(knowledge, assess(complexityAndScope + "2222 1").knowledge());
    }

    @Test
    void letsDisciplinesCountAsFarAsTheyMeet() {
        assertEquals(1, assess("2422221 2222 2222 1").interplay());
        assertEquals(3, assess("2322224 2222 2222 1").interplay());
        assertEquals(1, lean(assess("2322223 2222 2222 1"), Lean.INTERPLAY));
        assertEquals(-1, lean(assess("2122224 2222 2222 1"), Lean.INTERPLAY));
    }

    @Test
    void assumesAMiddleThatLeansNowhereAndSaysSo() {
        var assessment = Assessment.of(Answers.unknown(), Figures.assumed());

        assertEquals(16, assessment.assumed());
        assertEquals(0, assessment.lean());
        assertTrue(assessment.factors(Heading.FOCUS).stream()
                .allMatch(each -> each.answer().assumed()));
    }

    @Test
    void showsBothSidesWithTheHeaviestFirst() {
        var assessment = assess("4222222 2222 4311 2");

        assertEquals(List.of("technology", "answering"), assessment.speaksFor(true));
        assertEquals(List.of("problems", "critical"), assessment.speaksFor(false));
    }

    @Test
    void comparesTheProjectManagerWithTheTechnicalOneOfTheTrack() {
        var options = assess("3333322 2323 2222 2").options();

        assertEquals(
                List.of(Kind.PROJECT_MANAGER, Kind.TECHNICAL_INFRASTRUCTURE),
                options.stream().map(Option::kind).toList());
        assertEquals(620_00 * 125 / 100, options.getFirst().dayRate().value());
        assertEquals(620_00 * 125 / 100 * 190, options.getFirst().cost().value());
        assertTrue(options.getFirst().cost().value() < options.getLast().cost().value());
        assertTrue(options.getFirst().leadTime().value()
                < options.getLast().leadTime().value());
        assertTrue(options.stream().allMatch(Option::isAssumed));
    }

    @Test
    void takesACompanysOwnFiguresWithTheirCases() {
        var own = Figures.assumed()
                .withDayRate(Kind.PROJECT_MANAGER, new Figure(500_00, "rates of own people", 4))
                .withLeadTime(Kind.PROJECT_MANAGER, new Figure(20, "own vacancies", 7));

        var option = Assessment.of(Answering.levels("2222222 1111 2222 1"), own)
                .options()
                .getFirst();

        assertEquals(500_00, option.dayRate().value());
        assertEquals(4, option.dayRate().cases());
        assertEquals(20, option.leadTime().value());
        assertFalse(option.isAssumed());
        assertTrue(
                option.cost().source().contains("rates of own people"),
                option.cost().source());
    }

    @Test
    void scalesBySeniorityOnlyWhatIsAssumed() {
        var own = Figures.assumed().withDayRate(Kind.PROJECT_MANAGER, new Figure(500_00, "rates of own people", 4));

        var options =
                Assessment.of(Answering.levels("3333322 2323 2222 2"), own).options();

        assertEquals(500_00, options.getFirst().dayRate().value());
        assertEquals(860_00 * 125 / 100, options.getLast().dayRate().value());
    }

    @Test
    void refusesAnswersThatAreIncompleteOrOutOfBounds() {
        var incomplete =
                assertThrows(IllegalArgumentException.class, () -> new Answers(Map.of(Question.SIZE, Answer.asked(1))));
        var outOfBounds = assertThrows(
                IllegalArgumentException.class, () -> Answers.unknown().with(Question.FIELD, Answer.asked(3)));

        assertTrue(String.valueOf(incomplete.getMessage()).contains("STABILITY"), incomplete.getMessage());
        assertTrue(String.valueOf(outOfBounds.getMessage()).contains("(3) of field"), outOfBounds.getMessage());
    }

    private static Assessment assess(String levels) {
        return Assessment.of(Answering.levels(levels), Figures.assumed());
    }

    private static int lean(Assessment assessment, String factor) {
        return assessment.leans().stream()
                .filter(each -> each.factor().equals(factor))
                .findFirst()
                .orElseThrow()
                .points();
    }
}
