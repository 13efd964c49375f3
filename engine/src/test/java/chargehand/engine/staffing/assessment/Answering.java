package chargehand.engine.staffing.assessment;

import java.util.EnumMap;
import java.util.SplittableRandom;

/// Answers for tests.
final class Answering {
    private Answering() {}

    /// By level, in the order of the questions: seven of complexity, four of scope, four of focus and the field.
    static Answers levels(String digits) {
        var answers = new EnumMap<Question, Answer>(Question.class);
        var plain = digits.replace(" ", "");
        for (var question : Question.values())
            answers.put(question, Answer.asked(plain.charAt(question.ordinal()) - '0'));
        return new Answers(answers);
    }

    static Answers random(long seed) {
        var random = new SplittableRandom(seed);
        var answers = new EnumMap<Question, Answer>(Question.class);
        for (var question : Question.values())
            answers.put(
                    question, Answer.asked(1 + random.nextInt(question.levels().size())));
        return new Answers(answers);
    }
}
