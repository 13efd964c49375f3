package chargehand.server.work;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.shared.Problem;
import chargehand.server.shared.Version;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Work")
class NeedController {
    private final NeedEditing editing;
    private final NeedReading reading;

    NeedController(NeedEditing editing, NeedReading reading) {
        this.editing = editing;
        this.reading = reading;
    }

    @Schema(name = "NeedList")
    record NeedList(List<NeedView> items) {}

    @GetMapping("/api/projects/{project}/needs")
    @Needs(Permission.WORK_SEE)
    @Operation(operationId = "listNeeds", summary = "What the tasks of a project wait for; the open ones first")
    NeedList list(Caller caller, @PathVariable UUID project) {
        return new NeedList(reading.ofProject(caller, project));
    }

    @PostMapping("/api/projects/{project}/tasks/{task}/needs")
    @Needs(Permission.PROGRESS_TELL)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "askNeed", summary = "Say what a task can't go on without, who sees to it, and by when")
    ResponseEntity<NeedView> ask(
            Caller caller, @PathVariable UUID project, @PathVariable String task, @RequestBody NeedWrite written) {
        var need = editing.ask(caller, project, task, written);
        return ResponseEntity.created(URI.create("/api/needs/" + need.id()))
                .eTag(Version.tag(need.version()))
                .body(reading.one(caller, need));
    }

    @GetMapping("/api/needs/{need}")
    @Needs(Permission.SELF)
    @Operation(operationId = "getNeed", summary = "One need, for whoever sees to it or is in the project")
    ResponseEntity<NeedView> get(Caller caller, @PathVariable UUID need) {
        return answer(caller, editing.find(caller, need).need());
    }

    private ResponseEntity<NeedView> answer(Caller caller, Need need) {
        return ResponseEntity.ok().eTag(Version.tag(need.version())).body(reading.one(caller, need));
    }

    @PutMapping("/api/needs/{need}")
    @Needs(Permission.SELF)
    @Operation(operationId = "changeNeed", summary = "Change a need; whoever sees to it may say another day")
    ResponseEntity<NeedView> change(
            Caller caller,
            @PathVariable UUID need,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody NeedWrite written) {
        return answer(caller, editing.change(caller, need, written, Version.required(ifMatch)));
    }

    /// @param state met, or dropped if it is needed no more
    /// @param note how it was met, or why it is needed no more
    @Schema(name = "NeedClosure")
    record Closure(Need.@Nullable State state, @Nullable String note) {}

    @PostMapping("/api/needs/{need}/closure")
    @Needs(Permission.SELF)
    @Operation(operationId = "closeNeed", summary = "A need is met, or is needed no more")
    ResponseEntity<NeedView> close(Caller caller, @PathVariable UUID need, @RequestBody Closure closure) {
        var state = closure.state() == null ? Need.State.met : closure.state();
        if (state == Need.State.open)
            throw Problem.invalid("state", "What is closed is not open.").hint("Say met or dropped.");
        return answer(caller, editing.close(caller, need, state, closure.note()));
    }

    @DeleteMapping("/api/needs/{need}/closure")
    @Needs(Permission.SELF)
    @Operation(operationId = "openNeed", summary = "It is needed after all")
    ResponseEntity<NeedView> open(Caller caller, @PathVariable UUID need) {
        return answer(caller, editing.open(caller, need));
    }

    /// @param since when it began to stand still; absent for now
    @Schema(name = "NeedWaiting")
    record Waiting(@Nullable Instant since) {}

    @PutMapping("/api/needs/{need}/waiting")
    @Needs(Permission.SELF)
    @Operation(
            operationId = "waitForNeed",
            summary = "The task stands still for it; one not begun is held until its day")
    ResponseEntity<NeedView> waits(
            Caller caller, @PathVariable UUID need, @RequestBody(required = false) @Nullable Waiting waiting) {
        return answer(caller, editing.waits(caller, need, waiting == null ? null : waiting.since()));
    }

    @DeleteMapping("/api/needs/{need}/waiting")
    @Needs(Permission.SELF)
    @Operation(
            operationId = "goOnWithoutNeed",
            summary = "The task goes on; `at` says since when, and then what waits since later stays")
    ResponseEntity<NeedView> goesOn(
            Caller caller, @PathVariable UUID need, @RequestParam(required = false) @Nullable Instant at) {
        return answer(caller, editing.goesOn(caller, need, at));
    }
}
