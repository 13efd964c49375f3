package chargehand.files.own;

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
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An assessment as machines read it: one object, as `docs/contracts/assessment.schema.json` says.
public final class AssessmentJson {
    private final JsonOutput json;
    private final Assessment assessment;

    private AssessmentJson(JsonOutput json, Assessment assessment) {
        this.json = json;
        this.assessment = assessment;
    }

    /// Does not close the stream.
    public static void write(@Nullable String name, Assessment assessment, OutputStream out) throws IOException {
        JsonOutput.write(out, json -> {
            json.text("name", name);
            new AssessmentJson(json, assessment).write();
        });
    }

    private void write() {
        json.text("answer", assessment.outcome().code());
        json.text("basis", assessment.basis().code());
        json.text("reason", AssessmentWords.reason(assessment.basis()));
        json.text("track", assessment.track().code());
        json.text("seniority", assessment.seniority().code());
        json.text("band", assessment.band().code());
        json.text("knowledge", assessment.knowledge().code());
        json.number("lean", assessment.lean());
        json.number("decides", Rules.DECIDES);
        json.object("complexity", this::complexity);
        json.object("scope", () -> factors(Heading.SCOPE));
        json.object("focus", this::focus);
        json.object("sides", () -> {
            json.texts("projectManager", assessment.speaksFor(false));
            json.texts("technical", assessment.speaksFor(true));
        });
        json.object("steady", () -> {
            json.number("kept", assessment.steadiness().kept());
            json.number("tried", assessment.steadiness().tried());
        });
        json.list("changes", assessment.flips(), this::flip);
        json.list("options", assessment.options(), this::option);
        json.number("assumed", assessment.assumed());
        json.object("rules", () -> json.text("version", assessment.rules()));
    }

    private void complexity() {
        json.number("total", assessment.total());
        json.number("lean", lean(Lean.COMPLEXITY));
        factors(Heading.COMPLEXITY);
    }

    private void focus() {
        json.object("field", () -> answer(assessment.field()));
        json.list("factors", assessment.factors(Heading.FOCUS), factor -> json.object(() -> factor(factor)));
        json.object("interplay", () -> {
            json.text("id", Lean.INTERPLAY);
            json.text("name", AssessmentWords.factor(Lean.INTERPLAY));
            json.number("points", assessment.interplay());
            json.text("sentence", AssessmentWords.interplay(assessment.interplay()));
            json.texts("from", List.of(Question.DISCIPLINES.code(), Question.INTERFACES.code()));
            json.number("lean", lean(Lean.INTERPLAY));
        });
    }

    private int lean(String factor) {
        return assessment.leans().stream()
                .filter(each -> each.factor().equals(factor))
                .mapToInt(Lean::points)
                .sum();
    }

    private void factors(Heading heading) {
        json.list("factors", assessment.factors(heading), factor -> json.object(() -> factor(factor)));
    }

    private void factor(Factor factor) {
        json.text("id", factor.question().code());
        json.text("name", AssessmentWords.name(factor.question()));
        json.number("points", factor.points());
        answer(factor);
        json.text("model", factor.question().model().citation());
        if (factor.lean() != null) json.number("lean", factor.lean());
    }

    private void answer(Factor factor) {
        json.text("answer", factor.question().levelCode(factor.points()));
        json.text("sentence", AssessmentWords.sentence(factor));
        json.text("source", factor.answer().source().code());
        json.flag("assumed", factor.answer().assumed());
    }

    private void flip(Flip flip) {
        json.object(() -> {
            json.list(
                    "set",
                    flip.changes(),
                    change -> json.object(() -> {
                        json.text("factor", change.question().code());
                        json.text("from", change.question().levelCode(change.from()));
                        json.text("to", change.question().levelCode(change.to()));
                        json.text("sentence", AssessmentWords.change(change));
                    }));
            json.text("answer", flip.outcome().code());
            json.number("lean", flip.lean());
        });
    }

    private void option(Option option) {
        json.object(() -> {
            json.text("kind", option.kind().code());
            json.object("cost", () -> money(option, option.cost()));
            json.object("dayRate", () -> money(option, option.dayRate()));
            json.number("leadTimeDays", option.leadTime().value());
            json.object("leadTime", () -> {
                json.number("days", option.leadTime().value());
                origin(option.leadTime());
            });
            json.text("source", option.dayRate().source());
            json.number(
                    "cases",
                    Math.min(option.dayRate().cases(), option.leadTime().cases()));
            json.flag("assumed", option.isAssumed());
        });
    }

    private void money(Option option, Figure amount) {
        json.number("minor", amount.value());
        json.text("currency", option.currency());
        origin(amount);
    }

    private void origin(Figure figure) {
        json.text("source", figure.source());
        json.number("cases", figure.cases());
        json.flag("assumed", figure.isAssumed());
    }
}
