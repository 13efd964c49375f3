package chargehand.engine.staffing.assessment;

import java.util.ArrayList;
import java.util.List;

/// How answers become an outcome: the article's rule. Very complex or technical: a technical project manager. Very
/// complex without technical focus: at least a close call, since complexity asks for seniority and not for a field.
///
/// Each factor of the focus leans by its level less 2: from 1 towards a project manager to 2 towards a technical one.
/// A very complex project leans 2 further. From [#DECIDES] on the outcome is a technical project manager, from 1 on a
/// close call.
public final class Rules {
    /// Stored with every assessment. Another rule, weight or border is another version.
    public static final String VERSION = "2026-11";

    /// So many points towards a technical manager decide.
    public static final int DECIDES = 3;

    private static final int CLOSE = 1;
    private static final int VERY_COMPLEX = 2;
    private static final List<Question> LEANING =
            List.of(Question.TECHNOLOGY, Question.ANSWERING, Question.PROBLEMS, Question.CRITICAL);

    private Rules() {}

    /// What stands in for an answer that nobody can give: the second level, which leans nowhere; the first of two.
    public static Answer assumed(Question question) {
        return new Answer(question == Question.FIELD ? 1 : 2, Answer.Source.ASSUMED, null);
    }

    static int total(Answers answers) {
        return Question.of(Heading.COMPLEXITY).stream().mapToInt(answers::level).sum();
    }

    static Band band(Answers answers) {
        return Band.of(total(answers));
    }

    /// Of the focus first, complexity last.
    static List<Lean> leans(Answers answers) {
        var leans = new ArrayList<Lean>();
        for (var question : LEANING) leans.add(new Lean(question.code(), answers.level(question) - 2));
        leans.add(new Lean(Lean.INTERPLAY, interplay(answers) - 2));
        leans.add(new Lean(Lean.COMPLEXITY, band(answers).isVeryComplex() ? VERY_COMPLEX : 0));
        return leans;
    }

    static int interplay(Answers answers) {
        return Math.min(answers.level(Question.DISCIPLINES), answers.level(Question.INTERFACES));
    }

    static int lean(Answers answers) {
        return leans(answers).stream().mapToInt(Lean::points).sum();
    }

    static Outcome outcome(Answers answers) {
        int lean = lean(answers);
        if (lean >= DECIDES) return Outcome.of(Track.of(answers).technical());
        if (lean >= CLOSE || band(answers).isVeryComplex()) return Outcome.CLOSE_CALL;
        return Outcome.PROJECT_MANAGER;
    }

    static Basis basis(Answers answers) {
        boolean veryComplex = band(answers).isVeryComplex();
        int focus = lean(answers) - (veryComplex ? VERY_COMPLEX : 0);
        if (focus >= DECIDES) return Basis.TECHNICAL;
        if (veryComplex) return focus >= CLOSE ? Basis.COMPLEX_AND_TECHNICAL : Basis.COMPLEX_ONLY;
        return focus >= CLOSE ? Basis.BETWEEN : Basis.NEITHER;
    }

    static Knowledge knowledge(Answers answers) {
        double mean = Question.of(Heading.SCOPE).stream()
                .mapToInt(answers::level)
                .average()
                .orElseThrow();
        return Knowledge.of(band(answers), (int) Math.round(mean));
    }
}
