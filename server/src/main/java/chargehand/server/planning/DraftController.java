package chargehand.server.planning;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/projects/{project}/drafts")
@Tag(name = "Drafts", description = "What-if: a copy of a plan, changed, compared, and taken over in part or whole.")
class DraftController {
    private final Drafting drafting;

    DraftController(Drafting drafting) {
        this.drafting = drafting;
    }

    @Schema(name = "DraftList")
    record DraftList(List<DraftView.Head> items) {}

    @GetMapping
    @Needs(Permission.PLAN_EDIT)
    @Operation(operationId = "listDrafts", summary = "The drafts of a plan")
    DraftList list(@PathVariable UUID project) {
        return new DraftList(drafting.heads(project));
    }

    @Schema(name = "NewDraft")
    record NewDraft(String name) {}

    @PostMapping
    @Needs(Permission.PLAN_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "beginDraft",
            summary = "Copy a plan to try something out; the draft's id is that of a plan of its own")
    ResponseEntity<DraftView> begin(Caller caller, @PathVariable UUID project, @RequestBody NewDraft body) {
        var id = drafting.begin(caller, project, body.name());
        return ResponseEntity.created(URI.create("/api/projects/%s/drafts/%s".formatted(project, id)))
                .body(drafting.view(project, id));
    }

    @GetMapping("/{draft}")
    @Needs(Permission.PLAN_EDIT)
    @Operation(operationId = "getDraft", summary = "A draft beside the plan that it is of")
    DraftView get(@PathVariable UUID project, @PathVariable UUID draft) {
        return drafting.view(project, draft);
    }

    /// @param steps the versions of the draft that made them; null for all
    /// @param overrule take the draft's value where somebody changed the same meanwhile
    @Schema(name = "DraftTaking")
    record Taking(@Nullable List<Long> steps, @Nullable Boolean overrule) {}

    @PostMapping("/{draft}/taking")
    @Needs(Permission.PLAN_EDIT)
    @Operation(
            operationId = "takeDraft",
            summary = "Make what was tried again in the plan, all of it or some steps, as one step")
    PlanDelta take(Caller caller, @PathVariable UUID project, @PathVariable UUID draft, @RequestBody Taking body) {
        return drafting.take(caller, project, draft, body.steps(), Boolean.TRUE.equals(body.overrule()));
    }

    @DeleteMapping("/{draft}")
    @Needs(Permission.PLAN_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "throwDraftAway", summary = "Throw a draft away with all that was tried in it")
    void throwAway(Caller caller, @PathVariable UUID project, @PathVariable UUID draft) {
        drafting.throwAway(caller, project, draft);
    }
}
