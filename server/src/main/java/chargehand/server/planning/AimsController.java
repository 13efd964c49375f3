package chargehand.server.planning;

import chargehand.engine.levelling.Aim;
import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What makes one calendar of a project better than another, in its manager's order.
@RestController
@RequestMapping("/api/projects/{project}/aims")
@Tag(name = "Plans")
class AimsController {
    private final Aims aims;
    private final Audit audit;

    AimsController(Aims aims, Audit audit) {
        this.aims = aims;
        this.audit = audit;
    }

    @Schema(name = "AimName")
    enum Name {
        /// promises are kept, those of more urgent work before others
        lateness,
        /// all is done early
        finish,
        /// people keep the days that they were told
        disturbance
    }

    /// @param aims each once; an earlier one decides, a later one only between calendars that are equal so far
    @Schema(name = "Aims")
    record AimsView(List<Name> aims) {}

    @GetMapping
    @Needs(Permission.PLAN_SEE)
    @Operation(operationId = "getAims", summary = "What counts first in a project's calendar")
    AimsView get(@PathVariable UUID project) {
        return view(aims.of(project));
    }

    @PutMapping
    @Transactional
    @Needs(Permission.PLAN_EDIT)
    @Operation(operationId = "putAims", summary = "Say what counts first in a project's calendar")
    AimsView put(Caller caller, @PathVariable UUID project, @RequestBody AimsView body) {
        var wanted = body.aims() == null ? List.<Name>of() : body.aims();
        if (wanted.stream().anyMatch(Objects::isNull)
                || wanted.size() != Name.values().length
                || Set.copyOf(wanted).size() != wanted.size())
            throw Problem.invalid("aims", "Name each aim once: lateness, finish and disturbance, in your order.");
        var order = wanted.stream()
                .map(name -> Aim.valueOf(name.name().toUpperCase(Locale.ROOT)))
                .toList();
        aims.put(project, order);
        audit.record(caller, "aims-set", "project", project, project, Map.of("aims", wanted.toString()));
        return view(order);
    }

    private static AimsView view(List<Aim> aims) {
        return new AimsView(
                aims.stream().map(each -> Name.valueOf(Aims.name(each))).toList());
    }
}
