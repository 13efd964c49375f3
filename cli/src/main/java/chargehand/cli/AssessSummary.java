package chargehand.cli;

import chargehand.engine.staffing.assessment.Answer;
import chargehand.engine.staffing.assessment.Assessment;
import chargehand.engine.staffing.assessment.AssessmentWords;
import chargehand.engine.staffing.assessment.Factor;
import chargehand.engine.staffing.assessment.Figure;
import chargehand.engine.staffing.assessment.Flip;
import chargehand.engine.staffing.assessment.Heading;
import chargehand.engine.staffing.assessment.Lean;
import chargehand.engine.staffing.assessment.Option;
import chargehand.engine.staffing.assessment.Outcome;
import chargehand.engine.staffing.assessment.Rules;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What an assessment says to a person: the answer first, then why, what would change it, and what both cost.
final class AssessSummary {
    private static final int WIDTH = 92;
    private static final int MOST_CHANGES = 6;

    private final @Nullable String name;
    private final Assessment assessment;

    AssessSummary(@Nullable String name, Assessment assessment) {
        this.name = name;
        this.assessment = assessment;
    }

    void print(PrintStream out) {
        answer(out);
        complexity(out);
        scope(out);
        focus(out);
        changes(out);
        options(out);
        origin(out);
    }

    private void answer(PrintStream out) {
        out.println((name == null ? "This project" : OneLine.of(name)) + " needs");
        out.println("  " + AssessmentWords.outcome(assessment.outcome()));
        out.println();
        wrapped(out, "", AssessmentWords.reason(assessment.basis()));
        if (assessment.outcome() == Outcome.CLOSE_CALL) sides(out);
        out.println();
        wrapped(out, "Seniority: ", AssessmentWords.seniority(assessment.seniority()) + ".");
        wrapped(out, "Knowledge: ", AssessmentWords.knowledge(assessment.knowledge()) + ".");
        wrapped(
                out,
                "Field:     ",
                AssessmentWords.sentence(assessment.field())
                        + mark(assessment.field().answer()));
        out.println("Steady:    %d of %d small changes of one answer leave it as it is."
                .formatted(
                        assessment.steadiness().kept(), assessment.steadiness().tried()));
    }

    private void sides(PrintStream out) {
        wrapped(out, "For a project manager: ", names(assessment.speaksFor(false)) + ".");
        wrapped(
                out,
                "For a technical one (%s): ".formatted(assessment.track().code()),
                names(assessment.speaksFor(true)) + ".");
    }

    private static String names(List<String> factors) {
        if (factors.isEmpty()) return "nothing";
        return factors.stream().map(AssessmentWords::factor).collect(Collectors.joining(", "));
    }

    private void complexity(PrintStream out) {
        out.println();
        out.println("Complexity: %d of 28, %s (points 1 to 4; %s)"
                .formatted(
                        assessment.total(),
                        AssessmentWords.band(assessment.band()),
                        assessment
                                .factors(Heading.COMPLEXITY)
                                .getFirst()
                                .question()
                                .model()
                                .citation()));
        for (var factor : assessment.factors(Heading.COMPLEXITY)) points(out, factor);
    }

    private void scope(PrintStream out) {
        out.println();
        out.println("Scope (points 1 to 4)");
        for (var factor : assessment.factors(Heading.SCOPE)) points(out, factor);
    }

    private static void points(PrintStream out, Factor factor) {
        line(out, Integer.toString(factor.points()), AssessmentWords.name(factor.question()), sentence(factor));
    }

    private void focus(PrintStream out) {
        out.println();
        out.println("Focus (+ speaks for a technical manager, - for a project manager)");
        for (var factor : assessment.factors(Heading.FOCUS))
            line(
                    out,
                    signed(factor.lean() == null ? 0 : factor.lean()),
                    AssessmentWords.name(factor.question()),
                    sentence(factor));
        for (var lean : assessment.leans()) {
            if (lean.factor().equals(Lean.INTERPLAY))
                line(
                        out,
                        signed(lean.points()),
                        AssessmentWords.factor(lean.factor()),
                        AssessmentWords.interplay(assessment.interplay()));
            if (lean.factor().equals(Lean.COMPLEXITY))
                line(
                        out,
                        signed(lean.points()),
                        AssessmentWords.factor(lean.factor()),
                        "%d of 28, %s.".formatted(assessment.total(), AssessmentWords.band(assessment.band())));
        }
        line(
                out,
                signed(assessment.lean()),
                "Together",
                "%d and more decide for a technical manager.".formatted(Rules.DECIDES));
    }

    private static String sentence(Factor factor) {
        return AssessmentWords.sentence(factor) + mark(factor.answer());
    }

    private static String mark(Answer answer) {
        return answer.assumed() ? " (assumed)" : "";
    }

    private static void line(PrintStream out, String points, String name, String sentence) {
        out.println("  %3s  %-31s  %s".formatted(points, name, OneLine.of(sentence)));
    }

    private static String signed(int points) {
        return points > 0 ? "+" + points : Integer.toString(points);
    }

    private void changes(PrintStream out) {
        out.println();
        out.println("What would change this");
        var flips = assessment.flips();
        if (flips.isEmpty()) out.println("  No change of two answers.");
        for (var flip : flips.stream().limit(MOST_CHANGES).toList()) change(out, flip);
        if (flips.size() > MOST_CHANGES)
            out.println("  … and %d more of that kind; --json lists all.".formatted(flips.size() - MOST_CHANGES));
    }

    private void change(PrintStream out, Flip flip) {
        var both = flip.changes().stream().map(AssessmentWords::change).collect(Collectors.joining(", and "));
        wrapped(out, "  - ", both);
        out.println("      then %s (%s instead of %s)"
                .formatted(AssessmentWords.outcome(flip.outcome()), signed(flip.lean()), signed(assessment.lean())));
    }

    private void options(PrintStream out) {
        out.println();
        out.println("Both, side by side         %s".formatted(row(option -> AssessmentWords.kind(option.kind()))));
        out.println("  A day costs              %s".formatted(row(option -> money(option, option.dayRate()))));
        out.println("  Whole project, full time %s".formatted(row(option -> money(option, option.cost()))));
        out.println("  Until somebody starts    %s"
                .formatted(row(option -> "%d days".formatted(option.leadTime().value()))));
        for (var option : assessment.options()) {
            out.println("  %s: day %s; start %s."
                    .formatted(
                            AssessmentWords.kind(option.kind()), source(option.dayRate()), source(option.leadTime())));
        }
    }

    private String row(Function<Option, String> cell) {
        return assessment.options().stream()
                .map(each -> "%25s".formatted(cell.apply(each)))
                .collect(Collectors.joining("  "));
    }

    private static String money(Option option, Figure amount) {
        return "%s %,d".formatted(option.currency(), amount.value() / 100);
    }

    private static String source(Figure figure) {
        return figure.isAssumed() ? figure.source() : "%s, %d cases".formatted(figure.source(), figure.cases());
    }

    private void origin(PrintStream out) {
        out.println();
        var assumed = assessment.assumed() == 0 ? "" : "%d answers are assumed. ".formatted(assessment.assumed());
        out.println("%sRules %s. A named person decides; this is what there is to go by."
                .formatted(assumed, assessment.rules()));
    }

    private static void wrapped(PrintStream out, String start, String text) {
        var indent = " ".repeat(start.length());
        var prefix = start;
        for (var line : Wrapped.lines(OneLine.of(text), WIDTH - start.length())) {
            out.println(prefix + line);
            prefix = indent;
        }
    }
}
