package chargehand.server.work;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/projects/{project}")
@Tag(name = "Work")
class ComplicationController {
    private final ComplicationTelling telling;
    private final ComplicationReading reading;

    ComplicationController(ComplicationTelling telling, ComplicationReading reading) {
        this.telling = telling;
        this.reading = reading;
    }

    @Schema(name = "ComplicationList")
    record ComplicationList(List<ComplicationView> items) {}

    @GetMapping("/complications")
    @Needs(Permission.WORK_SEE)
    @Operation(operationId = "listComplications", summary = "What came in the way of a project; the open ones first")
    ComplicationList list(Caller caller, @PathVariable UUID project) {
        return new ComplicationList(reading.of(caller, project, null));
    }

    /// @param costMinutes of working time; at least 1
    @Schema(name = "SetbackWrite")
    record Cost(@Nullable Integer costMinutes) {}

    @PostMapping("/tasks/{task}/complication-previews")
    @Needs(Permission.WORK_SEE)
    @Operation(operationId = "previewComplication", summary = "What it would do to the dates, without telling anybody")
    Complication.Effect preview(@PathVariable UUID project, @PathVariable String task, @RequestBody Cost cost) {
        if (cost.costMinutes() == null) throw Problem.invalid("costMinutes", "It isn't said what it costs.");
        return telling.effect(project, task, cost.costMinutes());
    }

    /// @param what in a line
    /// @param costMinutes of working time that it takes; absent if nobody can tell yet
    /// @param urgent whether somebody should look at once
    @Schema(name = "ComplicationWrite")
    record Told(
            @Nullable String what,
            @Nullable Integer costMinutes,
            @Nullable Boolean urgent) {}

    @PostMapping("/tasks/{task}/complications")
    @Needs(Permission.PROGRESS_TELL)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "tellComplication",
            summary = "Tell what came in the way of a task; those whom it touches hear of it")
    ComplicationView tell(
            Caller caller, @PathVariable UUID project, @PathVariable String task, @RequestBody Told told) {
        boolean urgent = Boolean.TRUE.equals(told.urgent());
        return reading.one(caller, telling.tell(caller, project, task, told.what(), told.costMinutes(), urgent));
    }

    /// @param done what was done about it
    @Schema(name = "ComplicationClosure")
    record Closure(@Nullable String done) {}

    @PostMapping("/complications/{complication}/closure")
    @Needs(Permission.PROGRESS_TELL)
    @Operation(operationId = "closeComplication", summary = "Close it with what was done about it")
    ComplicationView close(
            Caller caller, @PathVariable UUID project, @PathVariable UUID complication, @RequestBody Closure closure) {
        return reading.one(caller, telling.close(caller, project, complication, closure.done()));
    }

    @PostMapping("/complications/{complication}/taking")
    @Needs(Permission.PLAN_EDIT)
    @Operation(operationId = "takeComplication", summary = "Take its cost into the plan: the task takes so much longer")
    ComplicationView take(Caller caller, @PathVariable UUID project, @PathVariable UUID complication) {
        return reading.one(caller, telling.take(caller, project, complication));
    }
}
