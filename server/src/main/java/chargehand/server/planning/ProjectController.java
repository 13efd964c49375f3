package chargehand.server.planning;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.planning.Accountables.Held;
import chargehand.server.planning.Accountables.Part;
import chargehand.server.shared.Problem;
import chargehand.server.shared.Version;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/projects")
@Tag(name = "Projects", description = "What is planned, who is in it, and who answers for it.")
class ProjectController {
    private final Projects projects;
    private final ProjectEditing editing;
    private final PlanEditing plans;
    private final WarmPlans warm;
    private final Accountables accountables;

    ProjectController(
            Projects projects, ProjectEditing editing, PlanEditing plans, WarmPlans warm, Accountables accountables) {
        this.projects = projects;
        this.editing = editing;
        this.plans = plans;
        this.warm = warm;
        this.accountables = accountables;
    }

    @Schema(name = "ProjectList")
    record ProjectList(List<Project> items) {}

    @GetMapping
    @Needs(Permission.PROJECT_SEE)
    @Operation(operationId = "listProjects", summary = "The projects that you may see")
    ProjectList list(Caller caller) {
        return new ProjectList(projects.all(caller.where(Permission.PROJECT_SEE)));
    }

    @PostMapping
    @Needs(Permission.PROJECT_CREATE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createProject", summary = "Begin a project, with an empty plan")
    ResponseEntity<Project> create(Caller caller, @RequestBody NewProjectBody body) {
        var id = editing.create(caller, body);
        var made = get(id);
        return ResponseEntity.created(URI.create("/api/projects/" + id))
                .eTag(Version.tag(made.version()))
                .body(made);
    }

    @GetMapping("/{project}")
    @Needs(Permission.PROJECT_SEE)
    @Operation(operationId = "getProject", summary = "One project")
    Project get(@PathVariable UUID project) {
        return projects.find(project).orElseThrow(Problem::notFound);
    }

    /// @param status finished, or planned for one that goes on; running follows from the calendar
    /// @param client to whom it moves; `company` true for the company itself
    @Schema(name = "ProjectPatch")
    record ProjectPatch(
            @Nullable String name,
            Project.@Nullable Kind kind,
            Project.@Nullable Status status,
            @Nullable UUID client,
            @Nullable Boolean company) {}

    @PatchMapping("/{project}")
    @Needs(Permission.PROJECT_EDIT)
    @Operation(operationId = "changeProject", summary = "Rename a project, finish it, move it to another client")
    Project change(Caller caller, @PathVariable UUID project, @RequestBody ProjectPatch patch) {
        if (patch.name() != null) {
            var fields = new PlanChange.PlanFields(patch.name(), null, null, null);
            long version = get(project).version();
            plans.apply(caller, project, List.of(new PlanChange.SetPlan(fields)), version, null);
        }
        boolean toCompany = Boolean.TRUE.equals(patch.company());
        if (patch.kind() != null || patch.status() != null || patch.client() != null || toCompany)
            editing.set(
                    caller,
                    project,
                    patch.kind(),
                    patch.status() == null ? null : patch.status() == Project.Status.finished,
                    patch.client() != null || toCompany,
                    toCompany ? null : patch.client());
        return get(project);
    }

    @Schema(name = "Team")
    record Team(List<PlanView.TeamMember> people) {}

    @Schema(name = "TeamChange")
    record TeamChange(List<UUID> people) {}

    @GetMapping("/{project}/team")
    @Needs(Permission.PLAN_SEE)
    @Operation(operationId = "getTeam", summary = "Who works on a project")
    Team team(@PathVariable UUID project) {
        var live = warm.current(project).orElseThrow(Problem::notFound);
        return new Team(PlanViews.people(live.written().facts().resources()));
    }

    @PutMapping("/{project}/team")
    @Needs(Permission.PLAN_EDIT)
    @Operation(operationId = "putTeam", summary = "Say who works on a project")
    Team putTeam(Caller caller, @PathVariable UUID project, @RequestBody TeamChange change) {
        if (change.people() == null) throw Problem.invalid("people", "Say who is in the team.");
        plans.setTeam(caller, project, new LinkedHashSet<>(change.people()));
        return team(project);
    }

    /// @param name as it is written where there is neither account nor person to know it
    @Schema(name = "Appointment")
    record Appointment(
            @Nullable UUID account,
            @Nullable UUID person,
            @Nullable String name) {}

    /// Who is absent here stays; one with neither account nor person leaves the place empty.
    @Schema(name = "AccountableChange")
    record AccountableChange(
            @Nullable Appointment manager,
            @Nullable Appointment deputy,
            @Nullable Appointment acting) {}

    @Schema(name = "AccountableHeld")
    record HeldView(
            Part part,
            @Nullable UUID account,
            @Nullable UUID person,
            String name,
            Instant since,
            @Nullable Instant until) {}

    @Schema(name = "AccountableHistory")
    record AccountableHistory(List<HeldView> items) {}

    @GetMapping("/{project}/accountable")
    @Needs(Permission.PROJECT_SEE)
    @Operation(operationId = "getAccountable", summary = "Who answers for a project, today and before")
    AccountableHistory accountable(@PathVariable UUID project) {
        return new AccountableHistory(accountables.history(project).stream()
                .map(ProjectController::view)
                .toList());
    }

    private static HeldView view(Held held) {
        return new HeldView(held.part(), held.account(), held.person(), held.name(), held.since(), held.until());
    }

    @PutMapping("/{project}/accountable")
    @Transactional
    @Needs(Permission.PROJECT_EDIT)
    @Operation(operationId = "putAccountable", summary = "Say who answers for a project from now on")
    AccountableHistory putAccountable(
            Caller caller, @PathVariable UUID project, @RequestBody AccountableChange change) {
        appoint(caller, project, Part.manager, change.manager());
        appoint(caller, project, Part.deputy, change.deputy());
        appoint(caller, project, Part.acting, change.acting());
        return accountable(project);
    }

    private void appoint(Caller caller, UUID project, Part part, @Nullable Appointment who) {
        if (who != null) editing.appoint(caller, project, part, who);
    }
}
