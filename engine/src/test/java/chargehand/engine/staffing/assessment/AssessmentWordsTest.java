package chargehand.engine.staffing.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

/// Whatever is asked and whatever comes out has words of its own.
final class AssessmentWordsTest {
    @Test
    void hasASentenceForEveryLevelOfEveryQuestion() {
        var sentences = new HashSet<String>();
        int levels = 0;
        for (var question : Question.values()) {
            assertFalse(AssessmentWords.question(question).isBlank());
            assertFalse(AssessmentWords.name(question).isBlank());
            for (int level = 1; level <= question.levels().size(); level++, levels++)
                sentences.add(question.code() + AssessmentWords.level(question, level));
        }

        assertEquals(levels, sentences.size());
    }

    @Test
    void hasWordsForWhateverComesOut() {
        Arrays.stream(Heading.values()).map(AssessmentWords::heading).forEach(AssessmentWordsTest::isSaid);
        Arrays.stream(Outcome.values()).map(AssessmentWords::outcome).forEach(AssessmentWordsTest::isSaid);
        Arrays.stream(Basis.values()).map(AssessmentWords::reason).forEach(AssessmentWordsTest::isSaid);
        Arrays.stream(Kind.values()).map(AssessmentWords::kind).forEach(AssessmentWordsTest::isSaid);
        Arrays.stream(Band.values()).map(AssessmentWords::band).forEach(AssessmentWordsTest::isSaid);
        Arrays.stream(Seniority.values()).map(AssessmentWords::seniority).forEach(AssessmentWordsTest::isSaid);
        Arrays.stream(Knowledge.values()).map(AssessmentWords::knowledge).forEach(AssessmentWordsTest::isSaid);
        for (int points = 1; points <= 4; points++) isSaid(AssessmentWords.interplay(points));
        for (var lean : Rules.leans(Answers.unknown())) isSaid(AssessmentWords.factor(lean.factor()));
        isSaid(AssessmentWords.difference());
    }

    @Test
    void saysAChangeInShort() {
        var change = new Flip.Change(Question.TECHNOLOGY, 3, 1);

        assertEquals(
                "How new the technology is: “established” instead of “new together”", AssessmentWords.change(change));
    }

    @Test
    void restsOnTheFactWhereThereIsOne() {
        var answers = Answers.unknown()
                .with(Question.SIZE, new Answer(2, Answer.Source.PLAN, "96 tasks in the plan."))
                .with(Question.MONEY, Answer.asked(1));

        assertEquals("96 tasks in the plan.", AssessmentWords.sentence(Factor.of(Question.SIZE, answers)));
        assertEquals("Less than 250,000.", AssessmentWords.sentence(Factor.of(Question.MONEY, answers)));
    }

    private static void isSaid(String sentence) {
        assertFalse(sentence.isBlank());
    }
}
