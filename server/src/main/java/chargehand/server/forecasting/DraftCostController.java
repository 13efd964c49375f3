package chargehand.server.forecasting;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.people.People;
import chargehand.server.planning.PlanReading;
import chargehand.server.planning.Projects;
import chargehand.server.shared.Money;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Drafts")
class DraftCostController {
    private final PlanReading plans;
    private final Projects projects;
    private final People people;

    DraftCostController(PlanReading plans, Projects projects, People people) {
        this.plans = plans;
        this.projects = projects;
        this.people = people;
    }

    /// What the work of a plan takes, and of a draft of it.
    ///
    /// @param minutesWas of people's work in the plan, and `minutesNow` in the draft
    /// @param was what that comes to at people's rates of today, and `now` in the draft; both null
    ///     for who may not see rates, where nobody has one, or where they are in several currencies
    /// @param unrated minutes in the draft of people who have no rate
    @Schema(name = "DraftCost")
    record DraftCost(
            long minutesWas,
            long minutesNow,
            @Nullable Money was,
            @Nullable Money now,
            long unrated) {}

    @GetMapping("/api/projects/{project}/drafts/{draft}/cost")
    @Needs(Permission.PLAN_EDIT)
    @Operation(operationId = "getDraftCost", summary = "What the work of a draft takes and costs, beside the plan's")
    DraftCost cost(Caller caller, @PathVariable UUID project, @PathVariable UUID draft) {
        var of = projects.find(draft).orElseThrow(Problem::notFound).draft();
        if (of == null || !of.project().equals(project)) throw Problem.notFound();
        var before = cost(project);
        var after = cost(draft);
        boolean seen = caller.where(Permission.RATES_SEE).company() && after.beyond(before) != null;
        return new DraftCost(
                before.minutes(),
                after.minutes(),
                seen ? before.total() : null,
                seen ? after.total() : null,
                after.unrated());
    }

    private PlanCost cost(UUID project) {
        var current = plans.current(project).orElseThrow(Problem::notFound);
        return PlanCost.of(current.plan(), current.calendar(), people.all());
    }
}
