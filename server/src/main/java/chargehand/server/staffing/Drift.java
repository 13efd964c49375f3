package chargehand.server.staffing;

import chargehand.engine.staffing.assessment.Assessment;
import chargehand.engine.staffing.assessment.Figures;
import chargehand.engine.staffing.assessment.Question;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the plan says something else than it did when a project was assessed: the reason to ask again.
///
/// @param answer what would come out with the plan's facts of today
@Schema(name = "AssessmentDrift")
record Drift(List<Moved> facts, String answer) {

    /// @param was null where the plan said nothing then
    @Schema(name = "AssessmentDriftFact")
    record Moved(String question, @Nullable Fact was, Fact now) {}

    /// Null as long as nothing has moved from one level to another.
    static @Nullable Drift between(StoredAssessment made, Map<Question, Fact> today) {
        var moved = new ArrayList<Moved>();
        var answers = new HashMap<>(made.answers());
        today.forEach((question, now) -> {
            var was = made.facts().get(question.code());
            int before = was == null ? given(made, question) : was.level();
            if (before == now.level()) return;
            moved.add(new Moved(question.code(), was, now));
            answers.put(question.code(), new GivenAnswer(question.levelCode(now.level()), null));
        });
        if (moved.isEmpty()) return null;
        var assessed = Assessment.of(GivenAnswers.of(answers, today), Figures.assumed());
        return new Drift(moved, assessed.outcome().code());
    }

    /// 0 for an answer that nobody gave.
    private static int given(StoredAssessment made, Question question) {
        var answer = made.answers().get(question.code());
        return answer == null ? 0 : question.level(answer.answer()).orElse(0);
    }
}
