package chargehand.server.work;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.planning.ProgressReporting;
import chargehand.server.planning.ProgressReporting.Told;
import chargehand.server.shared.Version;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Work", description = "What people have to do, what they tell of it, and what they need for it.")
class WorkController {
    private final MyWorkReading reading;
    private final ProgressReporting reporting;
    private final PaceReading paces;
    private final Clock clock;

    WorkController(MyWorkReading reading, ProgressReporting reporting, PaceReading paces, Clock clock) {
        this.reading = reading;
        this.reporting = reporting;
        this.paces = paces;
        this.clock = clock;
    }

    @GetMapping("/api/work")
    @Needs(Permission.SELF)
    @Operation(operationId = "getMyWork", summary = "What is yours to do over all projects, in order, by half-days")
    MyWork mine(Caller caller) {
        return reading.of(caller);
    }

    /// @param team absent where the works agreement does not say *team*
    @Schema(name = "ProjectPace")
    record ProjectPace(@Nullable TeamPace team) {}

    @GetMapping("/api/projects/{project}/pace")
    @Needs(Permission.WORK_SEE)
    @Operation(
            operationId = "getTeamPace",
            summary = "How the team's begun work goes beside its forecasts, where the works agreement says team")
    ProjectPace pace(@PathVariable UUID project) {
        return new ProjectPace(paces.ofTeam(project, clock.instant().truncatedTo(ChronoUnit.MINUTES))
                .orElse(null));
    }

    /// What a report did.
    ///
    /// @param version of the plan now
    /// @param moved how many other tasks stand elsewhere than before
    /// @param finish of the whole project now, and `was` before
    @Schema(name = "ProgressTold")
    record ToldView(long version, int moved, Instant finish, Instant was) {}

    @PutMapping("/api/projects/{project}/tasks/{task}/progress")
    @Needs(Permission.PROGRESS_TELL)
    @Operation(
            operationId = "tellProgress",
            summary = "Tell that a task was begun, how much of it remains, or that it is done; the plan follows")
    ResponseEntity<ToldView> tell(
            Caller caller,
            @PathVariable UUID project,
            @PathVariable String task,
            @RequestHeader(name = "If-Match", required = false) @Nullable String base,
            @RequestBody ProgressReport report) {
        long version = Version.required(base);
        var known = reporting.task(project, task);
        reporting.needOwn(caller, project, known);
        var now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        var told = reporting.report(
                caller, project, task, report.progress(known, now), version, report.label(known.name()));
        return ResponseEntity.ok().eTag(Version.tag(told.version())).body(view(told));
    }

    private static ToldView view(Told told) {
        return new ToldView(told.version(), told.moved(), told.finish(), told.was());
    }
}
