package chargehand.server.increments;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.shared.Problem;
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
@RequestMapping("/api/projects/{project}/estimatings")
@Tag(name = "Increments")
class EstimatingController {
    private final EstimatingReading reading;
    private final EstimatingTogether together;

    EstimatingController(EstimatingReading reading, EstimatingTogether together) {
        this.reading = reading;
        this.together = together;
    }

    /// @param items what goes on first, then what was agreed on last
    @Schema(name = "EstimatingList")
    record ListView(List<EstimatingView> items) {}

    @GetMapping
    @Needs(Permission.WORK_SEE)
    @Operation(
            operationId = "listEstimatings",
            summary = "Tasks that are estimated together; what others think is in it once it is shown")
    ListView list(Caller caller, @PathVariable UUID project) {
        return new ListView(reading.of(caller, project));
    }

    /// @param persons who are asked and told
    @Schema(name = "EstimatingWrite")
    record Opening(@Nullable String task, @Nullable List<UUID> persons) {}

    @PostMapping
    @Needs(Permission.PLAN_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "openEstimating", summary = "Have a task estimated together")
    EstimatingView open(Caller caller, @PathVariable UUID project, @RequestBody Opening body) {
        return view(caller, project, together.open(caller, project, body.task(), body.persons()));
    }

    private EstimatingView view(Caller caller, UUID project, UUID id) {
        return reading.of(caller, project).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    @PutMapping("/{estimating}/estimate")
    @Needs(Permission.PROGRESS_TELL)
    @Operation(operationId = "estimate", summary = "Say what one thinks; nobody else sees it before it is shown")
    EstimatingView estimate(
            Caller caller, @PathVariable UUID project, @PathVariable UUID estimating, @RequestBody EstimateWrite body) {
        together.estimate(caller, project, estimating, body);
        return view(caller, project, estimating);
    }

    @PostMapping("/{estimating}/showing")
    @Needs(Permission.PROGRESS_TELL)
    @Operation(operationId = "showEstimates", summary = "Show what everybody thinks; nobody changes it from then on")
    EstimatingView show(
            Caller caller,
            @PathVariable UUID project,
            @PathVariable UUID estimating,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        together.show(caller, project, estimating, Version.required(ifMatch));
        return view(caller, project, estimating);
    }

    @PostMapping("/{estimating}/round")
    @Needs(Permission.PROGRESS_TELL)
    @Operation(operationId = "estimateAgain", summary = "Another round, hidden again")
    EstimatingView again(
            Caller caller,
            @PathVariable UUID project,
            @PathVariable UUID estimating,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        together.again(caller, project, estimating, Version.required(ifMatch));
        return view(caller, project, estimating);
    }

    @PostMapping("/{estimating}/agreement")
    @Needs(Permission.PLAN_EDIT)
    @Operation(operationId = "agreeOnEstimate", summary = "What was agreed on becomes the estimate of the task")
    EstimatingView agree(
            Caller caller,
            @PathVariable UUID project,
            @PathVariable UUID estimating,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody EstimateWrite body) {
        together.agree(caller, project, estimating, body, Version.required(ifMatch));
        return view(caller, project, estimating);
    }

    @DeleteMapping("/{estimating}")
    @Needs(Permission.PROGRESS_TELL)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "dropEstimating", summary = "Estimate it together no more")
    void remove(
            Caller caller,
            @PathVariable UUID project,
            @PathVariable UUID estimating,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        together.remove(caller, project, estimating, Version.required(ifMatch));
    }
}
