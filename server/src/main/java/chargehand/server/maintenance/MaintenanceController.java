package chargehand.server.maintenance;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.maintenance.MaintenanceView.CalendarView;
import chargehand.server.maintenance.MaintenanceView.Detail;
import chargehand.server.maintenance.MaintenanceView.HeadList;
import chargehand.server.maintenance.MaintenanceView.RoundList;
import chargehand.server.maintenance.MaintenanceView.Whole;
import chargehand.server.shared.Version;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
@Tag(name = "Maintenance")
class MaintenanceController {
    private static final int SHOWN = 12;
    private static final int USUAL_DAYS = 92;

    private final MaintenanceReading reading;
    private final PolicyEditing editing;
    private final RoundTelling telling;
    private final RoundPlanning planning;
    private final WindowKeeping keeping;

    MaintenanceController(
            MaintenanceReading reading,
            PolicyEditing editing,
            RoundTelling telling,
            RoundPlanning planning,
            WindowKeeping keeping) {
        this.reading = reading;
        this.editing = editing;
        this.telling = telling;
        this.planning = planning;
        this.keeping = keeping;
    }

    @GetMapping("/api/maintenance-policies")
    @Needs(Permission.ASSETS_SEE)
    @Operation(operationId = "listMaintenancePolicies", summary = "What is done again and again, the next first")
    HeadList list(@RequestParam(defaultValue = "0") int after) {
        return reading.list(after);
    }

    @GetMapping("/api/maintenance-policies/{policy}")
    @Needs(Permission.ASSETS_SEE)
    @Operation(operationId = "getMaintenancePolicy", summary = "A policy with its rounds, and how long they take")
    ResponseEntity<Detail> one(Caller caller, @PathVariable UUID policy) {
        var detail = reading.one(caller, policy);
        return ResponseEntity.ok().eTag(Version.tag(detail.policy().version())).body(detail);
    }

    @PostMapping("/api/maintenance-policies")
    @Needs(Permission.ASSETS_EDIT)
    @Operation(operationId = "addMaintenancePolicy", summary = "Say what is to be done again and again")
    ResponseEntity<Whole> add(Caller caller, @RequestBody PolicyWrite body) {
        var policy = Whole.of(editing.add(caller, body));
        return ResponseEntity.created(URI.create("/api/maintenance-policies/" + policy.id()))
                .eTag(Version.tag(policy.version()))
                .body(policy);
    }

    @PutMapping("/api/maintenance-policies/{policy}")
    @Needs(Permission.ASSETS_EDIT)
    @Operation(operationId = "writeMaintenancePolicy", summary = "Write a policy anew, whole; what is planned stays")
    ResponseEntity<Whole> write(
            Caller caller,
            @PathVariable UUID policy,
            @RequestBody PolicyWrite body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var written = Whole.of(editing.write(caller, policy, body, Version.required(ifMatch)));
        return ResponseEntity.ok().eTag(Version.tag(written.version())).body(written);
    }

    @Schema(name = "RuleDays")
    record RuleDays(List<LocalDate> days) {}

    @GetMapping("/api/rule-days")
    @Needs(Permission.ASSETS_SEE)
    @Operation(operationId = "listRuleDays", summary = "The next days on which a rule of RFC 5545 falls")
    RuleDays days(@RequestParam String rule, @RequestParam @Nullable LocalDate first) {
        return new RuleDays(editing.preview(rule, first, SHOWN));
    }

    @GetMapping("/api/maintenance-calendar")
    @Needs(Permission.ASSETS_SEE)
    @Operation(operationId = "getMaintenanceCalendar", summary = "How many rounds come in each month of some years")
    CalendarView calendar(@RequestParam(defaultValue = "5") int years) {
        return reading.calendar(years);
    }

    @GetMapping("/api/maintenance-rounds")
    @Needs(Permission.ASSETS_SEE)
    @Operation(
            operationId = "listMaintenanceRounds",
            summary = "Rounds that come until a day, were missed, or wait for a word")
    RoundList rounds(Caller caller, @RequestParam @Nullable LocalDate until) {
        return reading.due(caller, until == null ? keeping.today().plusDays(USUAL_DAYS) : until);
    }

    @PostMapping("/api/maintenance-policies/{policy}/rounds/{day}/approval")
    @Needs(Permission.ASSETS_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "approveMaintenanceRound", summary = "Approve a round, so that it can be planned")
    void approve(Caller caller, @PathVariable UUID policy, @PathVariable LocalDate day) {
        telling.approve(caller, policy, day);
    }

    @PostMapping("/api/maintenance-policies/{policy}/rounds/{day}/outcome")
    @Needs(Permission.ASSETS_SEE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "tellMaintenanceRound", summary = "Tell what came of a round, and what it took")
    void tell(
            Caller caller,
            @PathVariable UUID policy,
            @PathVariable LocalDate day,
            @RequestBody RoundTelling.Told body) {
        telling.tell(caller, policy, day, body);
    }

    @Schema(name = "MaintenanceUntil")
    record Until(LocalDate until) {}

    @PostMapping("/api/projects/{project}/maintenance")
    @Needs(Permission.PLAN_EDIT)
    @Operation(operationId = "planMaintenance", summary = "Make tasks of the rounds that are due and in no plan")
    RoundPlanning.Planned plan(Caller caller, @PathVariable UUID project, @RequestBody Until body) {
        if (body.until() == null)
            throw chargehand.server.shared.Problem.invalid("until", "Until which day is missing.");
        return planning.plan(caller, project, body.until());
    }
}
