package chargehand.engine.staffing.assessment;

import chargehand.engine.staffing.assessment.Flip.Change;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The smallest sets of changes that flip an outcome, by trying all: every change of one answer, and only where none of
/// those does it, every change of two.
///
/// Of several changes in one direction only the least counts: who reads *high* would do need not read *very high*
/// would, too. The field is left out, as it decides which technical manager and not whether one.
final class Flips {
    private static final Comparator<Flip> NEAREST = Comparator.comparingInt(Flip::steps);

    private final Answers answers;
    private final Outcome outcome;

    private Flips(Answers answers) {
        this.answers = answers;
        this.outcome = Rules.outcome(answers);
    }

    /// The nearest first; empty if no two changes flip it.
    static List<Flip> of(Answers answers) {
        var flips = new Flips(answers);
        var singles = flips.least(flips.singles());
        return singles.isEmpty() ? flips.least(flips.pairs()) : singles;
    }

    /// How many of all changes by one step leave the outcome as it is.
    static Steadiness steadiness(Answers answers) {
        var steps = new Flips(answers)
                .changes().stream().filter(each -> each.steps() == 1).toList();
        var outcome = Rules.outcome(answers);
        long kept = steps.stream()
                .filter(each -> Rules.outcome(new Flip(List.of(each), outcome, 0).applied(answers)) == outcome)
                .count();
        return new Steadiness((int) kept, steps.size());
    }

    private List<Change> changes() {
        return Arrays.stream(Question.values())
                .filter(each -> each != Question.FIELD)
                .flatMap(each -> changes(each).stream())
                .toList();
    }

    private List<Change> changes(Question question) {
        var changes = new ArrayList<Change>();
        int from = answers.level(question);
        for (int to = 1; to <= question.levels().size(); to++)
            if (to != from) changes.add(new Change(question, from, to));
        return changes;
    }

    private List<Flip> singles() {
        return changes().stream()
                .map(each -> flip(List.of(each)))
                .filter(this::flips)
                .toList();
    }

    private List<Flip> pairs() {
        var pairs = new ArrayList<Flip>();
        var changes = changes();
        for (int i = 0; i < changes.size(); i++)
            for (int j = i + 1; j < changes.size(); j++)
                if (changes.get(i).question() != changes.get(j).question())
                    pairs.add(flip(List.of(changes.get(i), changes.get(j))));
        return pairs.stream().filter(this::flips).toList();
    }

    private Flip flip(List<Change> changes) {
        var applied = new Flip(changes, outcome, 0).applied(answers);
        return new Flip(changes, Rules.outcome(applied), Rules.lean(applied));
    }

    private boolean flips(Flip flip) {
        return flip.outcome() != outcome;
    }

    private List<Flip> least(List<Flip> flips) {
        return flips.stream()
                .filter(each -> flips.stream().noneMatch(other -> isLess(other, each)))
                .sorted(NEAREST)
                .toList();
    }

    /// The same questions in the same directions, to the same outcome, with fewer steps in one and no more in any.
    private static boolean isLess(Flip one, Flip other) {
        if (one.steps() >= other.steps() || one.outcome() != other.outcome()) return false;
        for (int i = 0; i < one.changes().size(); i++) {
            var a = one.changes().get(i);
            var b = other.changes().get(i);
            boolean sameWay = a.question() == b.question() && (a.to() > a.from()) == (b.to() > b.from());
            if (!sameWay || a.steps() > b.steps()) return false;
        }
        return true;
    }
}
