package chargehand.server.systems;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.shared.Problem;
import chargehand.server.shared.Version;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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
@RequestMapping("/api/projects/{project}/systems")
@Tag(name = "Systems", description = "What a project makes, runs on and is worked with, and who knows it.")
class SystemController {
    private final SystemReading reading;
    private final SystemKeeping keeping;

    SystemController(SystemReading reading, SystemKeeping keeping) {
        this.reading = reading;
        this.keeping = keeping;
    }

    @GetMapping
    @Needs(Permission.WORK_SEE)
    @Operation(
            operationId = "listSystems",
            summary = "Components, environments and tools of a project, who knows them, and which tasks are about them")
    SystemView.All list(Caller caller, @PathVariable UUID project) {
        return reading.read(caller, project);
    }

    @PostMapping
    @Needs(Permission.PLAN_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "addSystem", summary = "Write down a component, an environment or a tool")
    ResponseEntity<SystemView> add(Caller caller, @PathVariable UUID project, @RequestBody SystemWrite written) {
        var view = view(caller, project, keeping.add(caller, project, written));
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(Version.tag(view.version()))
                .body(view);
    }

    private SystemView view(Caller caller, UUID project, UUID id) {
        return reading.read(caller, project).items().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    @PutMapping("/{system}")
    @Needs(Permission.PLAN_EDIT)
    @Operation(operationId = "writeSystem", summary = "Write a system anew, whole")
    ResponseEntity<SystemView> write(
            Caller caller,
            @PathVariable UUID project,
            @PathVariable UUID system,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody SystemWrite written) {
        keeping.write(caller, project, system, written, Version.required(ifMatch));
        var view = view(caller, project, system);
        return ResponseEntity.ok().eTag(Version.tag(view.version())).body(view);
    }

    @DeleteMapping("/{system}")
    @Needs(Permission.PLAN_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removeSystem", summary = "Forget a system")
    void remove(
            Caller caller,
            @PathVariable UUID project,
            @PathVariable UUID system,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        keeping.remove(caller, project, system, Version.required(ifMatch));
    }
}
