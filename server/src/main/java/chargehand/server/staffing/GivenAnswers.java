package chargehand.server.staffing;

import chargehand.engine.staffing.assessment.Answer;
import chargehand.engine.staffing.assessment.Answers;
import chargehand.engine.staffing.assessment.Question;
import chargehand.engine.staffing.assessment.Rules;
import chargehand.server.shared.Problem;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Answers as they come from outside: what is absent is taken from the plan, else assumed like what is unknown; what is
/// wrong is refused.
final class GivenAnswers {
    private static final int LONGEST_REASON = 500;

    private GivenAnswers() {}

    /// @param facts of the plan; an answer that says the same as one, without a reason of its own, rests on it
    /// @throws Problem if there is no such question or level
    static Answers of(@Nullable Map<String, GivenAnswer> given, Map<Question, Fact> facts) {
        var answers = Answers.unknown();
        for (var fact : facts.entrySet())
            answers = answers.with(
                    fact.getKey(),
                    new Answer(
                            fact.getValue().level(),
                            Answer.Source.PLAN,
                            fact.getValue().sentence()));
        if (given == null) return answers;
        for (var each : given.entrySet()) {
            var question = Question.ofCode(each.getKey()).orElseThrow(() -> noQuestion(each.getKey()));
            if (each.getValue() != null)
                answers = answers.with(question, answer(question, each.getValue(), facts.get(question)));
        }
        return answers;
    }

    private static Answer answer(Question question, GivenAnswer given, @Nullable Fact fact) {
        var said = given.answer() == null ? GivenAnswer.UNKNOWN : given.answer();
        if (said.equals(GivenAnswer.UNKNOWN)) return Rules.assumed(question);
        int level = question.level(said).orElseThrow(() -> noLevel(question, said));
        var because = because(question, given);
        if (because == null && fact != null && fact.level() == level)
            return new Answer(level, Answer.Source.PLAN, fact.sentence());
        return new Answer(level, Answer.Source.ASKED, because);
    }

    private static @Nullable String because(Question question, GivenAnswer given) {
        var because = given.because();
        if (because == null || because.isBlank()) return null;
        if (because.length() > LONGEST_REASON)
            throw Problem.invalid(
                    "answers." + question.code(), "A reason has at most %d characters.".formatted(LONGEST_REASON));
        return because.strip();
    }

    private static Problem noQuestion(String code) {
        return Problem.invalid("answers", "There is no question “%s”.".formatted(shortened(code)))
                .hint("Ask /api/assessment-questions which there are.");
    }

    private static Problem noLevel(Question question, String said) {
        return Problem.invalid(
                        "answers." + question.code(),
                        "“%s” is no answer to the question %s.".formatted(shortened(said), question.code()))
                .hint("Answer with one of %s, or %s."
                        .formatted(String.join(", ", question.levels()), GivenAnswer.UNKNOWN));
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
