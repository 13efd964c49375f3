package chargehand.server.reporting;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Desk", description = "What waits for whoever answers for projects.")
class DeskController {
    private final DeskReading reading;

    DeskController(DeskReading reading) {
        this.reading = reading;
    }

    @GetMapping("/api/desk")
    @Needs(Permission.PLAN_EDIT)
    @Operation(
            operationId = "getDesk",
            summary = "What one has to decide, release, chase and answer, over all projects that one answers for")
    Desk read(Caller caller) {
        return reading.read(caller);
    }
}
