package chargehand.server.planning;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.shared.Problem;
import chargehand.server.shared.Version;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/projects/{project}")
@Tag(name = "Plans", description = "Tasks with their calendar: read, changed, undone, looked ahead, explained.")
class PlanController {
    private static final int MOST_OWN = 1_000;

    private static final int PAGE = 50;

    private final PlanEditing editing;
    private final PlanReading reading;

    PlanController(PlanEditing editing, PlanReading reading) {
        this.editing = editing;
        this.reading = reading;
    }

    @GetMapping("/plan")
    @Needs(Permission.PLAN_SEE)
    @Operation(
            operationId = "getPlan",
            summary = "A plan with its calendar, or what became different in it since a version",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(oneOf = {PlanView.class, PlanDelta.class}))))
    ResponseEntity<Object> plan(
            Caller caller,
            @PathVariable UUID project,
            @RequestParam(required = false) @Nullable Long since,
            @RequestParam(required = false) @Nullable UUID baseline,
            @RequestHeader(name = "If-None-Match", required = false) @Nullable String known) {
        if (since != null) return answer(reading.since(caller, project, since));
        if (baseline == null && known != null && tag(reading.version(project)).equals(known))
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(known).build();
        var plan = reading.plan(caller, project, baseline);
        return ResponseEntity.ok()
                .eTag(tag(plan.version()))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(plan);
    }

    private static String tag(long version) {
        return "\"" + version + "\"";
    }

    private static ResponseEntity<Object> answer(PlanDelta delta) {
        return ResponseEntity.ok()
                .eTag(tag(delta.version()))
                .cacheControl(CacheControl.noStore())
                .body(delta);
    }

    /// @param label what the step is called in the history; made of the changes unless said
    /// @param onTopOf later versions that the author has seen all the same: own steps confirmed since
    @Schema(name = "Changes")
    record Changes(
            List<PlanChange> changes,
            @Nullable String label,
            @Nullable List<Long> onTopOf) {
        List<PlanChange> all() {
            if (changes == null || changes.contains(null))
                throw Problem.invalid("changes", "Say what is to be changed.");
            return changes;
        }

        Set<Long> own() {
            if (onTopOf == null) return Set.of();
            if (onTopOf.contains(null) || onTopOf.size() > MOST_OWN)
                throw Problem.invalid("onTopOf", "These are at most %,d versions.".formatted(MOST_OWN));
            return Set.copyOf(onTopOf);
        }
    }

    @PostMapping("/changes")
    @Needs(Permission.PLAN_EDIT)
    @Operation(
            operationId = "changePlan",
            summary = "Change a plan in one step; the answer is what became different since If-Match",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = PlanDelta.class))))
    ResponseEntity<Object> change(
            Caller caller,
            @PathVariable UUID project,
            @RequestHeader(name = "If-Match", required = false) @Nullable String base,
            @RequestBody Changes body) {
        return answer(
                editing.apply(caller, project, body.all(), new Seen(Version.required(base), body.own()), body.label()));
    }

    @PostMapping("/trials")
    @Needs(Permission.PLAN_EDIT)
    @Operation(
            operationId = "tryPlanChange",
            summary =
                    "What would become different since If-Match, as the change itself would answer; nothing is stored",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = PlanDelta.class))))
    ResponseEntity<Object> trial(
            Caller caller,
            @PathVariable UUID project,
            @RequestHeader(name = "If-Match", required = false) @Nullable String base,
            @RequestBody Changes body) {
        var delta = editing.trial(caller, project, body.all(), new Seen(Version.required(base), body.own()));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(delta);
    }

    /// @param version the step that is meant; the last one unless said
    @Schema(name = "UndoBody")
    record UndoBody(@Nullable Long version) {}

    @PostMapping("/undo")
    @Needs(Permission.PLAN_EDIT)
    @Operation(
            operationId = "undoPlanChange",
            summary = "Take back your own last change",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = PlanDelta.class))))
    ResponseEntity<Object> undo(
            Caller caller, @PathVariable UUID project, @RequestBody(required = false) @Nullable UndoBody body) {
        return answer(editing.undo(caller, project, body == null ? null : body.version()));
    }

    @PostMapping("/redo")
    @Needs(Permission.PLAN_EDIT)
    @Operation(
            operationId = "redoPlanChange",
            summary = "Make again what you took back last",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = PlanDelta.class))))
    ResponseEntity<Object> redo(Caller caller, @PathVariable UUID project) {
        return answer(editing.redo(caller, project));
    }

    @GetMapping("/changes")
    @Needs(Permission.PLAN_SEE)
    @Operation(operationId = "listPlanChanges", summary = "What was changed in a plan, the newest first")
    PlanReading.History history(@PathVariable UUID project, @RequestParam(required = false) @Nullable Long cursor) {
        return reading.history(project, cursor == null ? Long.MAX_VALUE : cursor, PAGE);
    }
}
