package chargehand.server.forecasting;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.planning.TryingOut;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/projects/{project}/promises")
@Tag(name = "Promises", description = "What was promised to whom, how it stands, and the ways back.")
class PromiseController {
    /// What stands in the path for a promise of the whole project.
    private static final String PROJECT = "project";

    private static final String WHICH = "The id of the task, or `project` for a promise of the whole project";

    private final Promising promising;
    private final PromiseReading reading;
    private final WaysBack waysBack;
    private final TryingOut trying;

    PromiseController(Promising promising, PromiseReading reading, WaysBack waysBack, TryingOut trying) {
        this.promising = promising;
        this.reading = reading;
        this.waysBack = waysBack;
        this.trying = trying;
    }

    @Schema(name = "PromiseList")
    record PromiseList(List<PromiseView> items) {}

    @GetMapping
    @Needs(Permission.PLAN_SEE)
    @Operation(operationId = "listPromises", summary = "The promises of a project and how they stand")
    PromiseList list(@PathVariable UUID project) {
        return new PromiseList(reading.of(project));
    }

    /// @param task absent for the whole project
    /// @param giver who gave it; absent for whoever writes it down
    /// @param on the day on which it was given; absent for today
    @Schema(name = "PromiseWrite")
    record Given(
            @Nullable String task,
            @Nullable Instant by,
            @Nullable String to,
            @Nullable String wording,
            @Nullable String giver,
            @Nullable LocalDate on) {}

    @PostMapping
    @Needs(Permission.PLAN_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "givePromise",
            summary = "Promise a date of a task or of the project, or say who promised one that stands in the plan")
    ResponseEntity<PromiseView> give(Caller caller, @PathVariable UUID project, @RequestBody Given body) {
        var task = Objects.requireNonNullElse(body.task(), Promise.WHOLE);
        promising.give(
                caller,
                project,
                task,
                new Promising.Given(body.by(), body.to(), body.wording(), body.giver(), body.on()));
        return ResponseEntity.created(URI.create("/api/projects/%s/promises".formatted(project)))
                .body(reading.one(project, task));
    }

    @Schema(name = "PromiseMove")
    record Move(@Nullable Instant by, @Nullable String reason) {}

    @PostMapping("/{promise}/moves")
    @Needs(Permission.PLAN_EDIT)
    @Operation(
            operationId = "movePromise",
            summary = "Move a promised date, with a reason; the one before stays in its history")
    PromiseView move(
            Caller caller,
            @PathVariable UUID project,
            @Parameter(description = WHICH) @PathVariable String promise,
            @RequestBody Move body) {
        promising.move(caller, project, task(promise), body.by(), body.reason());
        return reading.one(project, task(promise));
    }

    private static String task(String promise) {
        return promise.equals(PROJECT) ? Promise.WHOLE : promise;
    }

    @Schema(name = "PromiseWithdrawal")
    record Withdrawal(@Nullable String reason) {}

    @PostMapping("/{promise}/withdrawal")
    @Needs(Permission.PLAN_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "withdrawPromise", summary = "Withdraw a promise, with a reason; its history stays")
    void withdraw(
            Caller caller,
            @PathVariable UUID project,
            @Parameter(description = WHICH) @PathVariable String promise,
            @RequestBody Withdrawal body) {
        promising.withdraw(caller, project, task(promise), body.reason());
    }

    @GetMapping("/{promise}/ways")
    @Needs(Permission.PLAN_EDIT)
    @Operation(
            operationId = "listWaysBack",
            summary = "The cheapest ways back to a promise, each simulated: more people, less scope, another date")
    WaysView ways(
            Caller caller, @PathVariable UUID project, @Parameter(description = WHICH) @PathVariable String promise) {
        return waysBack.of(caller, project, task(promise));
    }

    /// As a way back says them.
    ///
    /// @param minutes what the task's work then is
    /// @param resource who comes to it; absent for nobody
    @Schema(name = "WayTrying")
    record Trying(
            @Nullable String task,
            @Nullable Long minutes,
            @Nullable String resource,
            @Nullable String name) {}

    @Schema(name = "WayTried")
    record Tried(UUID draft) {}

    @PostMapping("/{promise}/drafts")
    @Needs(Permission.PLAN_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "tryWayBack", summary = "Try a way back in a draft, to compare it and take it over")
    ResponseEntity<Tried> attempt(
            Caller caller,
            @PathVariable UUID project,
            @Parameter(description = WHICH) @PathVariable String promise,
            @RequestBody Trying body) {
        if (body.task() == null || body.minutes() == null)
            throw Problem.invalid("task", "It isn't said which work changes, and to what.");
        var promised = reading.one(project, task(promise));
        var name = body.name() == null || body.name().isBlank() ? promised.name() : body.name();
        var draft = trying.begin(caller, project, name, body.task(), body.minutes(), body.resource());
        return ResponseEntity.created(URI.create("/api/projects/%s/drafts/%s".formatted(project, draft)))
                .body(new Tried(draft));
    }
}
