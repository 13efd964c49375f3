package chargehand.server.delivery;

import chargehand.server.delivery.DeliverableEditing.Write;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
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
@RequestMapping("/api/projects/{project}/deliverables")
@Tag(name = "Delivery")
class DeliverableController {
    private final Deliverables deliverables;
    private final DeliverableEditing editing;

    DeliverableController(Deliverables deliverables, DeliverableEditing editing) {
        this.deliverables = deliverables;
        this.editing = editing;
    }

    @Schema(name = "DeliverableList")
    record DeliverableList(List<Deliverable> items) {}

    @GetMapping
    @Needs(Permission.WORK_SEE)
    @Operation(operationId = "listDeliverables", summary = "What the client of a project gets")
    DeliverableList list(@PathVariable UUID project) {
        return new DeliverableList(deliverables.of(project));
    }

    @PostMapping
    @Needs(Permission.PLAN_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "addDeliverable", summary = "Write down something that the client gets")
    Deliverable add(Caller caller, @PathVariable UUID project, @RequestBody Write write) {
        return editing.add(caller, project, write);
    }

    @PutMapping("/{deliverable}")
    @Needs(Permission.PLAN_EDIT)
    @Operation(operationId = "writeDeliverable", summary = "Write it anew, with all its criteria")
    Deliverable write(
            Caller caller,
            @PathVariable UUID project,
            @PathVariable UUID deliverable,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Write write) {
        return editing.write(caller, project, deliverable, write, Version.required(ifMatch));
    }

    @DeleteMapping("/{deliverable}")
    @Needs(Permission.PLAN_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removeDeliverable", summary = "Remove one that was not handed over")
    void remove(Caller caller, @PathVariable UUID project, @PathVariable UUID deliverable) {
        editing.remove(caller, project, deliverable);
    }

    @PostMapping("/{deliverable}/hand-over")
    @Needs(Permission.PLAN_EDIT)
    @Operation(operationId = "handDeliverableOver", summary = "Hand it over: the client says whether they accept it")
    Deliverable hand(Caller caller, @PathVariable UUID project, @PathVariable UUID deliverable) {
        return editing.hand(caller, project, deliverable);
    }

    @PostMapping("/{deliverable}/acceptance")
    @Needs(Permission.PORTAL_SEE)
    @Operation(operationId = "acceptDeliverable", summary = "Accept what was handed over")
    DeliverableView accept(Caller caller, @PathVariable UUID project, @PathVariable UUID deliverable) {
        return DeliverableView.of(editing.accept(caller, project, deliverable));
    }

    @Schema(name = "DeliverableReturn")
    record Return(@Nullable String reason) {}

    @PostMapping("/{deliverable}/return")
    @Needs(Permission.PORTAL_SEE)
    @Operation(operationId = "returnDeliverable", summary = "Send it back, and say what is missing")
    DeliverableView sendBack(
            Caller caller, @PathVariable UUID project, @PathVariable UUID deliverable, @RequestBody Return sent) {
        return DeliverableView.of(editing.sendBack(caller, project, deliverable, sent.reason()));
    }
}
