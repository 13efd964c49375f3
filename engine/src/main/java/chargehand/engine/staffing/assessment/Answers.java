package chargehand.engine.staffing.assessment;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// An answer to every question.
///
/// @param byQuestion in the order in which questions are asked
public record Answers(Map<Question, Answer> byQuestion) {
    public Answers {
        var copy = new EnumMap<Question, Answer>(Question.class);
        copy.putAll(byQuestion);
        copy.forEach((question, answer) -> question.checked(answer.level()));
        var missing = missing(copy);
        if (!missing.isEmpty())
            throw new IllegalArgumentException("There must be an answer to every question; %s %s missing."
                    .formatted(missing, missing.size() == 1 ? "is" : "are"));
        byQuestion = Collections.unmodifiableMap(copy);
    }

    /// Nothing is known: all is assumed.
    public static Answers unknown() {
        var all = new EnumMap<Question, Answer>(Question.class);
        for (var question : Question.values()) all.put(question, Rules.assumed(question));
        return new Answers(all);
    }

    /// The questions without an answer, in order.
    public static List<Question> missing(Map<Question, Answer> answers) {
        return Arrays.stream(Question.values())
                .filter(each -> !answers.containsKey(each))
                .toList();
    }

    public Answer to(Question question) {
        return Objects.requireNonNull(byQuestion.get(question));
    }

    public int level(Question question) {
        return to(question).level();
    }

    public Answers with(Question question, Answer answer) {
        var changed = new EnumMap<>(byQuestion);
        changed.put(question, answer);
        return new Answers(changed);
    }
}
