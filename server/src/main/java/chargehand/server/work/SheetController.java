package chargehand.server.work;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.identity.Visibility;
import chargehand.server.planning.Project;
import chargehand.server.planning.Projects;
import chargehand.server.shared.Problem;
import chargehand.server.shared.Version;
import chargehand.server.work.SheetReading.Known;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Hours", description = "What people worked, week by week: told, approved, corrected.")
class SheetController {
    private static final int MOST_DAYS = 400;

    private final Sheets sheets;
    private final SheetReading reading;
    private final SheetEditing editing;
    private final SheetRights rights;
    private final Projects projects;
    private final Hours hours;

    SheetController(
            Sheets sheets,
            SheetReading reading,
            SheetEditing editing,
            SheetRights rights,
            Projects projects,
            Hours hours) {
        this.sheets = sheets;
        this.reading = reading;
        this.editing = editing;
        this.rights = rights;
        this.projects = projects;
        this.hours = hours;
    }

    /// @param own the reader's of the last weeks, the newest first
    /// @param waiting those that the reader can approve, the oldest first
    @Schema(name = "WeekSheets")
    record SheetList(List<SheetView.Head> own, List<SheetView.Head> waiting) {}

    @GetMapping("/api/sheets")
    @Needs(Permission.SELF)
    @Operation(operationId = "listSheets", summary = "One's own week sheets, and those that one can approve")
    SheetList list(Caller caller) {
        return new SheetList(reading.own(caller), reading.waiting(caller));
    }

    @GetMapping(value = "/api/sheets/table", produces = "text/csv")
    @Needs(Permission.SELF)
    @Operation(
            operationId = "exportSheets",
            summary = "Hours from a day to a day as CSV: one's own, and whose one approves")
    ResponseEntity<String> table(Caller caller, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        if (to.isBefore(from)) throw Problem.invalid("to", "The last day is before the first one.");
        if (from.plusDays(MOST_DAYS).isBefore(to))
            throw Problem.invalid("to", "A table has at most %d days.".formatted(MOST_DAYS));
        var all = sheets.between(from, to);
        var persons = reading.byId(all);
        var names = projects.all(Visibility.ALL).stream().collect(Collectors.toMap(Project::id, Project::name));
        var csv = new SheetCsv();
        for (var each : all) {
            var person = persons.get(each.person());
            if (person == null || !rights.tells(caller, person) && !rights.approves(caller, person, each)) continue;
            csv.add(each, person.name(), names, from, to);
        }
        return ResponseEntity.ok()
                .header("Content-Disposition", "attachment; filename=\"hours.csv\"")
                .body(csv.toString());
    }

    @GetMapping("/api/people/{person}/sheets/{week}")
    @Needs(Permission.SELF)
    @Operation(operationId = "getSheet", summary = "The hours of a week, for whoever tells or approves them")
    ResponseEntity<SheetView> get(Caller caller, @PathVariable UUID person, @PathVariable LocalDate week) {
        return answer(caller, reading.find(caller, person, week));
    }

    private ResponseEntity<SheetView> answer(Caller caller, Known known) {
        return ResponseEntity.ok().eTag(Version.tag(known.sheet().version())).body(reading.view(caller, known));
    }

    @PutMapping("/api/people/{person}/sheets/{week}")
    @Needs(Permission.SELF)
    @Operation(operationId = "writeSheet", summary = "Tell the hours of a week, all lines at once")
    ResponseEntity<SheetView> write(
            Caller caller,
            @PathVariable UUID person,
            @PathVariable LocalDate week,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody SheetWrite written) {
        return answer(caller, editing.write(caller, person, week, written, Version.required(ifMatch)));
    }

    @PostMapping("/api/people/{person}/sheets/{week}/submission")
    @Needs(Permission.SELF)
    @Operation(operationId = "submitSheet", summary = "The hours of the week are complete: to be approved")
    ResponseEntity<SheetView> submit(Caller caller, @PathVariable UUID person, @PathVariable LocalDate week) {
        return answer(caller, editing.submit(caller, person, week));
    }

    @DeleteMapping("/api/people/{person}/sheets/{week}/submission")
    @Needs(Permission.SELF)
    @Operation(operationId = "takeBackSheet", summary = "They are not complete after all")
    ResponseEntity<SheetView> takeBack(Caller caller, @PathVariable UUID person, @PathVariable LocalDate week) {
        return answer(caller, editing.takeBack(caller, person, week));
    }

    @PostMapping("/api/people/{person}/sheets/{week}/approval")
    @Needs(Permission.SELF)
    @Operation(operationId = "approveSheet", summary = "Approve the hours of somebody: for their lead")
    ResponseEntity<SheetView> approve(Caller caller, @PathVariable UUID person, @PathVariable LocalDate week) {
        return answer(caller, editing.approve(caller, person, week));
    }

    @Schema(name = "WeekSheetReason")
    record Reason(@Nullable String reason) {}

    @PostMapping("/api/people/{person}/sheets/{week}/return")
    @Needs(Permission.SELF)
    @Operation(operationId = "returnSheet", summary = "Send hours back, with what is to be told otherwise")
    ResponseEntity<SheetView> sendBack(
            Caller caller, @PathVariable UUID person, @PathVariable LocalDate week, @RequestBody Reason body) {
        return answer(caller, editing.sendBack(caller, person, week, body.reason()));
    }

    @PostMapping("/api/people/{person}/sheets/{week}/correction")
    @Needs(Permission.SELF)
    @Operation(operationId = "correctSheet", summary = "Correct approved hours: what was approved stays beside it")
    ResponseEntity<SheetView> correct(
            Caller caller, @PathVariable UUID person, @PathVariable LocalDate week, @RequestBody Reason body) {
        return answer(caller, editing.correct(caller, person, week, body.reason()));
    }

    @DeleteMapping("/api/people/{person}/sheets/{week}/correction")
    @Needs(Permission.SELF)
    @Operation(operationId = "leaveSheet", summary = "Leave approved hours as they are after all")
    ResponseEntity<SheetView> leave(Caller caller, @PathVariable UUID person, @PathVariable LocalDate week) {
        return answer(caller, editing.leave(caller, person, week));
    }

    @Schema(name = "ProjectHoursList")
    record HoursList(List<Hours.Line> items) {}

    @GetMapping("/api/projects/{project}/hours")
    @Needs(Permission.WORK_SEE)
    @Operation(
            operationId = "listProjectHours",
            summary = "Hours told of a project, by task and cost code; not by person")
    HoursList ofProject(@PathVariable UUID project) {
        return new HoursList(hours.of(project));
    }
}
