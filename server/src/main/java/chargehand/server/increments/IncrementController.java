package chargehand.server.increments;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.increments.IncrementReading.Detail;
import chargehand.server.increments.IncrementReading.EpicForecast;
import chargehand.server.increments.Suggesting.Suggestion;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/projects/{project}/increments")
@Tag(name = "Increments")
class IncrementController {
    private final Decks decks;
    private final IncrementReading reading;
    private final IncrementEditing editing;
    private final Suggesting suggesting;
    private final FlowReading flow;

    IncrementController(
            Decks decks, IncrementReading reading, IncrementEditing editing, Suggesting suggesting, FlowReading flow) {
        this.decks = decks;
        this.reading = reading;
        this.editing = editing;
        this.suggesting = suggesting;
        this.flow = flow;
    }

    /// @param items by their numbers
    /// @param epics when all of each is done
    /// @param both whether throughput counts, too; else too little was finished yet
    @Schema(name = "IncrementList")
    record ListView(List<IncrementView> items, List<EpicForecast> epics, boolean both, Instant now, String zone) {}

    @GetMapping
    @Needs(Permission.WORK_SEE)
    @Operation(
            operationId = "listIncrements",
            summary = "Increments with what is likely done in each, and when epics are")
    ListView list(@PathVariable UUID project) {
        var deck = decks.of(project);
        return new ListView(
                reading.list(deck),
                reading.epics(deck),
                reading.odds(deck).isOfBoth(),
                deck.current.now(),
                deck.zone().getId());
    }

    @GetMapping("/{increment}")
    @Needs(Permission.WORK_SEE)
    @Operation(operationId = "getIncrement", summary = "One increment: burn-up with forecast, scope changes, capacity")
    ResponseEntity<Detail> one(@PathVariable UUID project, @PathVariable UUID increment) {
        var detail = reading.detail(decks.of(project), increment);
        return ResponseEntity.ok()
                .eTag(Version.tag(detail.increment().version()))
                .body(detail);
    }

    @GetMapping("/{increment}/suggestion")
    @Needs(Permission.WORK_SEE)
    @Operation(operationId = "suggestScope", summary = "What of the backlog is done by its end with 80 %")
    Suggestion suggestion(@PathVariable UUID project, @PathVariable UUID increment) {
        var found = reading.find(project, increment);
        return suggesting.of(decks.of(project), found);
    }

    @PostMapping
    @Needs(Permission.PLAN_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "planIncrement", summary = "Plan an increment: its goal and its days")
    ResponseEntity<IncrementView> plan(Caller caller, @PathVariable UUID project, @RequestBody IncrementWrite written) {
        var made = editing.plan(caller, project, written);
        return ResponseEntity.created(URI.create("/api/projects/%s/increments/%s".formatted(project, made.id())))
                .eTag(Version.tag(made.version()))
                .body(view(made));
    }

    private IncrementView view(Increment increment) {
        var deck = decks.of(increment.project());
        return reading.view(increment, reading.taken(deck, increment.id()), reading.odds(deck));
    }

    private ResponseEntity<IncrementView> answer(Increment increment) {
        return ResponseEntity.ok().eTag(Version.tag(increment.version())).body(view(increment));
    }

    @PutMapping("/{increment}")
    @Needs(Permission.PLAN_EDIT)
    @Operation(operationId = "changeIncrement", summary = "Another goal, other days")
    ResponseEntity<IncrementView> change(
            Caller caller,
            @PathVariable UUID project,
            @PathVariable UUID increment,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody IncrementWrite written) {
        return answer(editing.change(caller, project, increment, written, Version.required(ifMatch)));
    }

    @DeleteMapping("/{increment}")
    @Needs(Permission.PLAN_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removeIncrement", summary = "Remove one that nobody has committed to")
    void remove(
            Caller caller,
            @PathVariable UUID project,
            @PathVariable UUID increment,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        editing.remove(caller, project, increment, Version.required(ifMatch));
    }

    /// @param tasks all that it takes on
    @Schema(name = "IncrementScope")
    record Scope(List<String> tasks) {}

    @PutMapping("/{increment}/scope")
    @Needs(Permission.PLAN_EDIT)
    @Operation(operationId = "setScope", summary = "What it takes on, whole")
    ResponseEntity<IncrementView> take(
            Caller caller,
            @PathVariable UUID project,
            @PathVariable UUID increment,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Scope scope) {
        return answer(editing.take(caller, project, increment, scope.tasks(), Version.required(ifMatch)));
    }

    @PostMapping("/{increment}/commitment")
    @Needs(Permission.PLAN_EDIT)
    @Operation(
            operationId = "commitIncrement",
            summary = "The team means to do it; what changes later is a change of scope")
    ResponseEntity<IncrementView> commit(
            Caller caller,
            @PathVariable UUID project,
            @PathVariable UUID increment,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(editing.commit(caller, project, increment, Version.required(ifMatch)));
    }

    /// @param review what came of it, and `learnt` what will be done otherwise
    /// @param next the increment into which goes what isn't done; absent for the backlog
    @Schema(name = "IncrementReviewWrite")
    record ReviewWrite(
            @Nullable String review,
            @Nullable String learnt,
            @Nullable UUID next) {}

    @PostMapping("/{increment}/review")
    @Needs(Permission.PLAN_EDIT)
    @Operation(operationId = "reviewIncrement", summary = "It is over: what came of it, and what was learnt")
    ResponseEntity<IncrementView> review(
            Caller caller,
            @PathVariable UUID project,
            @PathVariable UUID increment,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody ReviewWrite written) {
        return answer(editing.review(
                caller,
                project,
                increment,
                written.review(),
                written.learnt(),
                written.next(),
                Version.required(ifMatch)));
    }

    @GetMapping("/flow")
    @Needs(Permission.WORK_SEE)
    @Operation(operationId = "getFlow", summary = "How work flowed in the last eight weeks, and how long tasks took")
    FlowReading.Flow flow(@PathVariable UUID project) {
        return flow.of(decks.of(project));
    }
}
