package chargehand.engine.staffing.assessment;

import org.jspecify.annotations.Nullable;

/// A factor as it was assessed.
///
/// @param points its level, 1 to 4
/// @param lean towards a technical manager; null for a factor that leans nowhere by itself
public record Factor(
        Question question,
        int points,
        Answer answer,
        @Nullable Integer lean) {
    static Factor of(Question question, Answers answers) {
        return new Factor(question, answers.level(question), answers.to(question), lean(question, answers));
    }

    private static @Nullable Integer lean(Question question, Answers answers) {
        return Rules.leans(answers).stream()
                .filter(each -> each.factor().equals(question.code()))
                .map(Lean::points)
                .findFirst()
                .orElse(null);
    }
}
