package chargehand.server.maintenance;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.maintenance.WindowView.Freeze;
import chargehand.server.maintenance.WindowView.FreezeWrite;
import chargehand.server.maintenance.WindowView.Named;
import chargehand.server.maintenance.WindowView.WindowWrite;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Maintenance", description = "What is done to what is run, again and again.")
class WindowController {
    private final WindowKeeping keeping;

    WindowController(WindowKeeping keeping) {
        this.keeping = keeping;
    }

    @GetMapping("/api/change-windows")
    @Needs(Permission.ASSETS_SEE)
    @Operation(operationId = "listChangeWindows", summary = "When changes are made, and when none are")
    WindowView list() {
        return keeping.view();
    }

    @PostMapping("/api/change-windows")
    @Needs(Permission.ASSETS_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "addChangeWindow", summary = "Say when changes may be made")
    Named add(Caller caller, @RequestBody WindowWrite body) {
        return keeping.write(caller, null, body);
    }

    @PutMapping("/api/change-windows/{changeWindow}")
    @Needs(Permission.ASSETS_EDIT)
    @Operation(operationId = "writeChangeWindow", summary = "Write a change window anew; what is planned stays")
    Named write(Caller caller, @PathVariable UUID changeWindow, @RequestBody WindowWrite body) {
        return keeping.write(caller, changeWindow, body);
    }

    @DeleteMapping("/api/change-windows/{changeWindow}")
    @Needs(Permission.ASSETS_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removeChangeWindow", summary = "Take a change window away that no policy needs")
    void remove(Caller caller, @PathVariable UUID changeWindow) {
        keeping.remove(caller, changeWindow);
    }

    @PostMapping("/api/change-freezes")
    @Needs(Permission.ASSETS_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "addChangeFreeze", summary = "Say on which days nothing is changed")
    Freeze freeze(Caller caller, @RequestBody FreezeWrite body) {
        return keeping.freeze(caller, body);
    }

    @DeleteMapping("/api/change-freezes/{changeFreeze}")
    @Needs(Permission.ASSETS_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removeChangeFreeze", summary = "Take back that nothing is changed")
    void thaw(Caller caller, @PathVariable UUID changeFreeze) {
        keeping.thaw(caller, changeFreeze);
    }
}
