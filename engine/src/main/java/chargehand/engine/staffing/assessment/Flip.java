package chargehand.engine.staffing.assessment;

import java.util.List;

/// Answers that, had they been others, would have led to another outcome.
///
/// @param changes one or two, each of another question
/// @param outcome what it would be then
/// @param lean how far it would lean towards a technical manager then
public record Flip(List<Change> changes, Outcome outcome, int lean) {
    public Flip {
        changes = List.copyOf(changes);
    }

    /// One answer that would be another.
    public record Change(Question question, int from, int to) {
        int steps() {
            return Math.abs(to - from);
        }
    }

    int steps() {
        return changes.stream().mapToInt(Change::steps).sum();
    }

    /// The answers with these changes made.
    public Answers applied(Answers answers) {
        for (var change : changes) answers = answers.with(change.question(), Answer.asked(change.to()));
        return answers;
    }
}
