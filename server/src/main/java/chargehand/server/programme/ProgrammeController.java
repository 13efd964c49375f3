package chargehand.server.programme;

import chargehand.server.assets.ChangeWindows;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Programmes", description = "What is due becomes a project.")
class ProgrammeController {
    private static final int USUAL_YEARS = 3;
    private static final int MOST_YEARS = 15;

    private final DueReading reading;
    private final ProgrammeMaking making;
    private final WorkOfAssets work;

    ProgrammeController(DueReading reading, ProgrammeMaking making, WorkOfAssets work) {
        this.reading = reading;
        this.making = making;
        this.work = work;
    }

    @GetMapping("/api/due-assets")
    @Needs(Permission.ASSETS_SEE)
    @Operation(operationId = "readDueAssets", summary = "What has to be replaced by a day, its cost, and who can do it")
    DueView due(@RequestParam @Nullable LocalDate until, Caller caller) {
        return reading.read(caller, horizon(until));
    }

    private LocalDate horizon(@Nullable LocalDate until) {
        var today = reading.today();
        if (until == null) return today.plusYears(USUAL_YEARS);
        if (until.isAfter(today.plusYears(MOST_YEARS)) || until.isBefore(today.minusYears(MOST_YEARS)))
            throw Problem.invalid("until", "The horizon is %d years at most.".formatted(MOST_YEARS));
        return until;
    }

    /// @param until what has to be begun by then; three years from now unless said
    /// @param without assets that are left out
    /// @param rule days of change windows, by RFC 5545; Tuesdays and Thursdays unless said
    /// @param from when a window begins, on the company's clock
    /// @param minutes how long a window lasts
    @Schema(name = "NewProgramme")
    record NewProgramme(
            String name,
            @Nullable UUID client,
            @Nullable LocalDate until,
            @Nullable Set<UUID> without,
            @Nullable String rule,
            @Nullable LocalTime from,
            @Nullable Integer minutes) {}

    /// @param assets how many are replaced by it
    @Schema(name = "ProgrammeMade")
    record MadeView(UUID project, int assets) {}

    @PostMapping("/api/programmes")
    @Needs(Permission.PROJECT_CREATE)
    @Operation(operationId = "makeProgramme", summary = "Make a project of what is due and in no programme yet")
    ResponseEntity<MadeView> make(@RequestBody NewProgramme body, Caller caller) {
        if (!caller.may(Permission.ASSETS_SEE)) throw Problem.forbidden();
        var made = making.make(
                caller,
                new ProgrammeMaking.Wish(
                        body.name() == null ? "" : body.name(),
                        body.client(),
                        horizon(body.until()),
                        body.without() == null ? Set.of() : body.without(),
                        ChangeWindows.of(body.rule(), body.from(), body.minutes())));
        return ResponseEntity.created(URI.create("/api/projects/" + made.project()))
                .body(new MadeView(made.project(), made.assets()));
    }

    @Schema(name = "AssetWorkList")
    record WorkList(List<WorkOfAssets.Work> items) {}

    @GetMapping("/api/assets/{asset}/work")
    @Needs(Permission.ASSETS_SEE)
    @Operation(operationId = "listAssetWork", summary = "The tasks that replace an asset, of projects that one may see")
    WorkList workOf(@PathVariable UUID asset, Caller caller) {
        return new WorkList(work.of(caller, asset));
    }

    @Schema(name = "ReplacedAssetList")
    record ReplacedList(List<WorkOfAssets.Replaced> items) {}

    @GetMapping("/api/projects/{project}/assets")
    @Needs(Permission.PLAN_SEE)
    @Operation(operationId = "listReplacedAssets", summary = "Which task of a project replaces which asset")
    ReplacedList replaced(@PathVariable UUID project) {
        return new ReplacedList(work.replacedBy(project));
    }
}
