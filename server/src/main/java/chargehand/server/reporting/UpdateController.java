package chargehand.server.reporting;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.reporting.Update.Audience;
import chargehand.server.shared.Version;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/projects/{project}/updates")
@Tag(name = "Updates", description = "What each audience is told: drafted from facts, worded and released by a person.")
class UpdateController {
    private final Updates updates;
    private final Updating updating;

    UpdateController(Updates updates, Updating updating) {
        this.updates = updates;
        this.updating = updating;
    }

    @Schema(name = "UpdateList")
    record UpdateList(List<Update> items) {}

    @GetMapping
    @Needs(Permission.WORK_SEE)
    @Operation(operationId = "listUpdates", summary = "The updates of a project, drafts first")
    UpdateList list(@PathVariable UUID project) {
        return new UpdateList(updates.of(project));
    }

    /// @param audience client unless said
    @Schema(name = "UpdateDraft")
    record Draft(@Nullable Audience audience) {}

    @PostMapping
    @Needs(Permission.PLAN_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "draftUpdate",
            summary = "Draft an update from the facts of now; words already written stay")
    Update draft(Caller caller, @PathVariable UUID project, @RequestBody Draft draft) {
        return updating.draft(caller, project, draft.audience() == null ? Audience.client : draft.audience());
    }

    @PutMapping("/{update}")
    @Needs(Permission.PLAN_EDIT)
    @Operation(
            operationId = "writeUpdate",
            summary = "Write the words of a draft; dates that are not the facts' are told")
    Update write(
            Caller caller,
            @PathVariable UUID project,
            @PathVariable UUID update,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Update.Words words) {
        return updating.write(caller, project, update, words, Version.required(ifMatch));
    }

    @PostMapping("/{update}/release")
    @Needs(Permission.PLAN_EDIT)
    @Operation(operationId = "releaseUpdate", summary = "Release a draft: its audience sees it from now on")
    Update release(Caller caller, @PathVariable UUID project, @PathVariable UUID update) {
        return updating.release(caller, project, update);
    }

    @DeleteMapping("/{update}")
    @Needs(Permission.PLAN_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removeUpdate", summary = "Throw a draft away")
    void remove(Caller caller, @PathVariable UUID project, @PathVariable UUID update) {
        updating.remove(caller, project, update);
    }
}
