package chargehand.server.staffing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An assessment as programs and pages read it, in the shape that the command line prints. It is stored as it was made.
///
/// @param answer `projectManager`, `technicalSoftware`, `technicalInfrastructure` or `closeCall`
/// @param lean the sum of all that leans towards a technical manager; `decides` and more decide for one
/// @param assumed how many answers nobody knew
@Schema(name = "AssessmentResult")
record AssessmentView(
        String answer,
        String basis,
        String track,
        String seniority,
        String band,
        String knowledge,
        int lean,
        int decides,
        Complexity complexity,
        Scope scope,
        Focus focus,
        Sides sides,
        Steady steady,
        List<ChangeSet> changes,
        List<OptionView> options,
        int assumed,
        RulesView rules) {

    @Schema(name = "AssessedComplexity")
    record Complexity(int total, int lean, List<FactorView> factors) {}

    @Schema(name = "AssessedScope")
    record Scope(List<FactorView> factors) {}

    @Schema(name = "AssessedFocus")
    record Focus(FieldView field, List<FactorView> factors, Interplay interplay) {}

    /// @param points the level of the answer, 1 to 4
    /// @param sentence what the points rest on, in English
    /// @param source `asked`, `plan` or `assumed`
    /// @param model whose factor it is
    /// @param because what somebody wrote to it
    /// @param fact what the plan said, where it is the source
    @Schema(name = "AssessedFactor")
    record FactorView(
            String id,
            int points,
            String answer,
            String sentence,
            String source,
            boolean assumed,
            String model,
            @Nullable Integer lean,
            @Nullable String because,
            @Nullable FactView fact) {}

    /// A sentence that a plan gives as a code with values.
    @Schema(name = "AssessedFact")
    record FactView(String code, Map<String, Object> values) {}

    @Schema(name = "AssessedField")
    record FieldView(
            String answer,
            String sentence,
            String source,
            boolean assumed,
            @Nullable FactView fact) {}

    /// Disciplines that meet at interfaces: the lesser of the points of both.
    @Schema(name = "AssessedInterplay")
    record Interplay(int points, int lean) {}

    @Schema(name = "AssessedSides")
    record Sides(List<String> projectManager, List<String> technical) {}

    /// Of all changes of one answer by one step, how many keep the answer.
    @Schema(name = "AssessedSteadiness")
    record Steady(int kept, int tried) {}

    /// A smallest set of other answers, and what would be the answer then.
    @Schema(name = "AssessmentChange")
    record ChangeSet(List<ChangeView> set, String answer, int lean) {}

    @Schema(name = "AssessmentChangeOfOne")
    record ChangeView(String factor, String from, String to) {}

    @Schema(name = "ManagerOption")
    record OptionView(String kind, AmountView dayRate, AmountView cost, DaysView leadTime, boolean assumed) {}

    /// @param source `ownRates` for the mean of the company's people and freelancers of that kind, else who assumed it
    /// @param cases from how many it was found; 0 if it is assumed
    @Schema(name = "ManagerAmount")
    record AmountView(long minor, String currency, String source, int cases, boolean assumed) {}

    /// @param source `ownTimes` for the middle one of what the company noted and of its hires, else who assumed it
    @Schema(name = "ManagerLeadTime")
    record DaysView(long days, String source, int cases, boolean assumed) {}

    @Schema(name = "AssessmentRules")
    record RulesView(String version) {}
}
