package chargehand.server.staffing;

import chargehand.engine.staffing.assessment.Assessment;
import chargehand.engine.staffing.assessment.AssessmentWords;
import chargehand.engine.staffing.assessment.Factor;
import chargehand.engine.staffing.assessment.Figure;
import chargehand.engine.staffing.assessment.Flip;
import chargehand.engine.staffing.assessment.Heading;
import chargehand.engine.staffing.assessment.Lean;
import chargehand.engine.staffing.assessment.Option;
import chargehand.engine.staffing.assessment.Question;
import chargehand.engine.staffing.assessment.Rules;
import chargehand.server.staffing.AssessmentView.AmountView;
import chargehand.server.staffing.AssessmentView.ChangeSet;
import chargehand.server.staffing.AssessmentView.ChangeView;
import chargehand.server.staffing.AssessmentView.DaysView;
import chargehand.server.staffing.AssessmentView.FactView;
import chargehand.server.staffing.AssessmentView.FactorView;
import chargehand.server.staffing.AssessmentView.OptionView;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns what the engine assessed into what is shown and stored.
final class AssessmentViews {
    private final Assessment assessment;
    private final Map<Question, Fact> facts;

    private AssessmentViews(Assessment assessment, Map<Question, Fact> facts) {
        this.assessment = assessment;
        this.facts = facts;
    }

    /// @param facts of the plan, for those answers that rest on them
    static AssessmentView of(Assessment assessment, Map<Question, Fact> facts) {
        return new AssessmentViews(assessment, facts).view();
    }

    private AssessmentView view() {
        return new AssessmentView(
                assessment.outcome().code(),
                assessment.basis().code(),
                assessment.track().code(),
                assessment.seniority().code(),
                assessment.band().code(),
                assessment.knowledge().code(),
                assessment.lean(),
                Rules.DECIDES,
                new AssessmentView.Complexity(assessment.total(), lean(Lean.COMPLEXITY), factors(Heading.COMPLEXITY)),
                new AssessmentView.Scope(factors(Heading.SCOPE)),
                new AssessmentView.Focus(
                        field(),
                        factors(Heading.FOCUS),
                        new AssessmentView.Interplay(assessment.interplay(), lean(Lean.INTERPLAY))),
                new AssessmentView.Sides(assessment.speaksFor(false), assessment.speaksFor(true)),
                new AssessmentView.Steady(
                        assessment.steadiness().kept(), assessment.steadiness().tried()),
                assessment.flips().stream().map(AssessmentViews::changes).toList(),
                assessment.options().stream().map(AssessmentViews::option).toList(),
                assessment.assumed(),
                new AssessmentView.RulesView(assessment.rules()));
    }

    private int lean(String factor) {
        return assessment.leans().stream()
                .filter(each -> each.factor().equals(factor))
                .mapToInt(Lean::points)
                .sum();
    }

    private List<FactorView> factors(Heading heading) {
        return assessment.factors(heading).stream().map(this::factor).toList();
    }

    private FactorView factor(Factor factor) {
        var fact = fact(factor);
        return new FactorView(
                factor.question().code(),
                factor.points(),
                factor.question().levelCode(factor.points()),
                AssessmentWords.sentence(factor),
                factor.answer().source().code(),
                factor.answer().assumed(),
                factor.question().model().citation(),
                factor.lean(),
                fact == null ? factor.answer().fact() : null,
                fact);
    }

    private AssessmentView.FieldView field() {
        var field = assessment.field();
        return new AssessmentView.FieldView(
                field.question().levelCode(field.points()),
                AssessmentWords.sentence(field),
                field.answer().source().code(),
                field.answer().assumed(),
                fact(field));
    }

    private @Nullable FactView fact(Factor factor) {
        var fact = facts.get(factor.question());
        if (fact == null || !fact.sentence().equals(factor.answer().fact())) return null;
        return new FactView(fact.code(), fact.values());
    }

    private static ChangeSet changes(Flip flip) {
        var set = flip.changes().stream()
                .map(each -> new ChangeView(
                        each.question().code(),
                        each.question().levelCode(each.from()),
                        each.question().levelCode(each.to())))
                .toList();
        return new ChangeSet(set, flip.outcome().code(), flip.lean());
    }

    private static OptionView option(Option option) {
        return new OptionView(
                option.kind().code(),
                amount(option, option.dayRate()),
                amount(option, option.cost()),
                new DaysView(
                        option.leadTime().value(),
                        option.leadTime().source(),
                        option.leadTime().cases(),
                        option.leadTime().isAssumed()),
                option.isAssumed());
    }

    private static AmountView amount(Option option, Figure figure) {
        return new AmountView(figure.value(), option.currency(), figure.source(), figure.cases(), figure.isAssumed());
    }
}
