package chargehand.server.planning;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What is done beside a plan: looking ahead, asking why, comparing, choosing.
@RestController
@RequestMapping("/api/projects/{project}")
@Tag(name = "Plans")
class PlanDeskController {
    private final PlanPreviews previews;
    private final Reasons reasons;
    private final Baselining baselining;
    private final BaselineComparing comparing;
    private final Proposing proposing;
    private final Presences presences;

    PlanDeskController(
            PlanPreviews previews,
            Reasons reasons,
            Baselining baselining,
            BaselineComparing comparing,
            Proposing proposing,
            Presences presences) {
        this.previews = previews;
        this.reasons = reasons;
        this.baselining = baselining;
        this.comparing = comparing;
        this.proposing = proposing;
        this.presences = presences;
    }

    @PostMapping("/previews")
    @Needs(Permission.PLAN_SEE)
    @Operation(operationId = "previewPlanChange", summary = "What changes would do, without making them")
    Preview preview(@PathVariable UUID project, @RequestBody PlanController.Changes body) {
        return previews.preview(project, body.all());
    }

    @GetMapping("/tasks/{task}/reason")
    @Needs(Permission.PLAN_SEE)
    @Operation(operationId = "getReason", summary = "Why a task is where it is")
    ReasonView reason(@PathVariable UUID project, @PathVariable String task) {
        return reasons.of(project, task);
    }

    @Schema(name = "BaselineList")
    record BaselineList(List<PlanView.BaselineHead> items) {}

    @Schema(name = "NewBaseline")
    record NewBaseline(String name) {}

    @Schema(name = "Baseline")
    record BaselineView(UUID id, String name, Instant at, long version, Map<String, PlanView.Dates> tasks) {}

    @GetMapping("/baselines")
    @Needs(Permission.PLAN_SEE)
    @Operation(operationId = "listBaselines", summary = "The baselines of a plan, the first one first")
    BaselineList baselines(@PathVariable UUID project) {
        return new BaselineList(baselining.heads(project));
    }

    @PostMapping("/baselines")
    @Needs(Permission.PLAN_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createBaseline", summary = "Keep today's dates to compare with")
    ResponseEntity<PlanView.BaselineHead> baseline(
            Caller caller, @PathVariable UUID project, @RequestBody NewBaseline body) {
        var head = baselining.create(caller, project, body.name());
        return ResponseEntity.created(URI.create("/api/projects/" + project + "/baselines/" + head.id()))
                .body(head);
    }

    @GetMapping("/baselines/{baseline}")
    @Needs(Permission.PLAN_SEE)
    @Operation(operationId = "getBaseline", summary = "Where a baseline has each task")
    BaselineView baseline(@PathVariable UUID project, @PathVariable UUID baseline) {
        return baselining.find(project, baseline);
    }

    @GetMapping("/baselines/{baseline}/comparison")
    @Needs(Permission.PLAN_SEE)
    @Operation(
            operationId = "compareBaseline",
            summary = "What moved since a baseline, by which step and whose, and what each did to the finish")
    BaselineComparison comparison(@PathVariable UUID project, @PathVariable UUID baseline) {
        return comparing.compare(project, baseline);
    }

    @Schema(name = "ProposalList")
    record ProposalList(List<ProposalView> items) {}

    /// A calendar that could be taken.
    ///
    /// @param people of whose time another share would be taken
    /// @param lost the days of the next two weeks that people were told and would not have, the first one first
    /// @param why finishes-earlier, keeps-promises, works-better or people-changed, with `values`
    @Schema(name = "Proposal")
    record ProposalView(
            UUID id,
            Proposal.Kind kind,
            Instant at,
            long version,
            FinishView finish,
            List<Preview.Move> moves,
            int people,
            List<LostDay> lost,
            String why,
            Map<String, Object> values,
            List<FindingView> findings) {}

    @Schema(name = "FinishChange")
    record FinishView(Instant was, Instant now) {}

    @GetMapping("/proposals")
    @Needs(Permission.PLAN_SEE)
    @Operation(operationId = "listProposals", summary = "Calendars that could be taken instead of today's")
    ProposalList proposals(@PathVariable UUID project) {
        return new ProposalList(proposing.open(project));
    }

    @DeleteMapping("/proposals/{proposal}")
    @Needs(Permission.PLAN_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "dismissProposal", summary = "Not now: a proposal goes until the plan changes")
    void dismiss(Caller caller, @PathVariable UUID project, @PathVariable UUID proposal) {
        proposing.dismiss(caller, project, proposal);
    }

    @Schema(name = "PresentList")
    record PresentList(List<Presences.Present> items) {}

    @Schema(name = "PresenceBody")
    record PresenceBody(@Nullable String task, @Nullable String field) {}

    @GetMapping("/presence")
    @Needs(Permission.PLAN_SEE)
    @Operation(operationId = "listPresent", summary = "Who looks at a plan at the moment")
    PresentList present(@PathVariable UUID project) {
        return new PresentList(presences.here(project));
    }

    @PutMapping("/presence")
    @Needs(Permission.PLAN_SEE)
    @Operation(operationId = "putPresence", summary = "Say that you look at a plan, at least every 30 seconds")
    PresentList putPresence(Caller caller, @PathVariable UUID project, @RequestBody PresenceBody body) {
        if (longer(body.task(), 200) || longer(body.field(), 50))
            throw Problem.invalid("task", "That is no task and no field.");
        return new PresentList(presences.put(caller, project, body.task(), body.field()));
    }

    private static boolean longer(@Nullable String text, int most) {
        return text != null && text.length() > most;
    }
}
