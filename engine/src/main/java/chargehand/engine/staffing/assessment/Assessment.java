package chargehand.engine.staffing.assessment;

import java.util.List;

/// Which manager a project needs, and all that this rests on.
///
/// @param track of the technical manager, also where it is a close call
/// @param total of the seven factors of complexity, 7 to 28
/// @param lean the sum of `leans`: from [Rules#DECIDES] on a technical manager
/// @param flips the smallest changes that lead to another outcome, the nearest first
/// @param options the project manager, and the technical one of the track
/// @param rules the version that it was assessed by
public record Assessment(
        Answers answers,
        Outcome outcome,
        Basis basis,
        Track track,
        int total,
        Band band,
        Knowledge knowledge,
        List<Lean> leans,
        int lean,
        Steadiness steadiness,
        List<Flip> flips,
        List<Option> options,
        String rules) {

    /// Never fails: every set of answers has an outcome.
    public static Assessment of(Answers answers, Figures figures) {
        var track = Track.of(answers);
        return new Assessment(
                answers,
                Rules.outcome(answers),
                Rules.basis(answers),
                track,
                Rules.total(answers),
                Rules.band(answers),
                Rules.knowledge(answers),
                Rules.leans(answers),
                Rules.lean(answers),
                Flips.steadiness(answers),
                Flips.of(answers),
                List.of(
                        Option.of(Kind.PROJECT_MANAGER, answers, figures),
                        Option.of(track.technical(), answers, figures)),
                Rules.VERSION);
    }

    public Seniority seniority() {
        return band.seniority();
    }

    /// What was asked under a heading, with points. The field has none: it decides which, not whether.
    public List<Factor> factors(Heading heading) {
        return Question.of(heading).stream()
                .filter(each -> each != Question.FIELD)
                .map(each -> Factor.of(each, answers))
                .toList();
    }

    public Factor field() {
        return Factor.of(Question.FIELD, answers);
    }

    /// The points of disciplines that meet at interfaces, which nobody is asked for.
    public int interplay() {
        return Rules.interplay(answers);
    }

    /// How many answers are only assumed.
    public int assumed() {
        return (int)
                answers.byQuestion().values().stream().filter(Answer::assumed).count();
    }

    /// What speaks for a technical manager, or against one, the heaviest first.
    public List<String> speaksFor(boolean technical) {
        return leans.stream()
                .filter(each -> technical ? each.points() > 0 : each.points() < 0)
                .sorted((a, b) -> Math.abs(b.points()) - Math.abs(a.points()))
                .map(Lean::factor)
                .toList();
    }
}
