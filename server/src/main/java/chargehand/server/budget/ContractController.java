package chargehand.server.budget;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.shared.Version;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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
@Tag(name = "Contracts", description = "What clients pay, when, and what is left of it after the cost.")
class ContractController {
    private final ContractReading reading;
    private final ContractEditing editing;

    ContractController(ContractReading reading, ContractEditing editing) {
        this.reading = reading;
        this.editing = editing;
    }

    @GetMapping("/api/contracts")
    @Needs(Permission.SALES_SEE)
    @Operation(operationId = "listContracts", summary = "Revenue and margin of all projects that one may see them of")
    ContractView.All all(Caller caller) {
        return reading.all(caller);
    }

    @GetMapping(value = "/api/contracts/table", produces = "text/csv")
    @Needs(Permission.SALES_SEE)
    @Operation(operationId = "exportContracts", summary = "The same as CSV, a row a project")
    ResponseEntity<String> table(Caller caller) {
        return csv("contracts.csv", ContractCsv.rows(reading.all(caller)));
    }

    private static ResponseEntity<String> csv(String name, String text) {
        return ResponseEntity.ok()
                .header("Content-Disposition", "attachment; filename=\"%s\"".formatted(name))
                .body(text);
    }

    @GetMapping("/api/projects/{project}/contract")
    @Needs(Permission.SALES_SEE)
    @Operation(operationId = "readContract", summary = "What the client of a project pays, and when")
    ContractView project(@PathVariable UUID project) {
        return reading.project(project);
    }

    @PutMapping("/api/projects/{project}/contract")
    @Needs(Permission.SALES_EDIT)
    @Operation(operationId = "writeContract", summary = "Write the contract, with all its sales rates")
    ContractView write(
            Caller caller,
            @PathVariable UUID project,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody ContractWrite body) {
        editing.write(caller, project, body, Version.required(ifMatch));
        return reading.project(project);
    }

    @GetMapping(value = "/api/projects/{project}/contract/table", produces = "text/csv")
    @Needs(Permission.SALES_SEE)
    @Operation(operationId = "exportContract", summary = "The parts of the pay of a project as CSV")
    ResponseEntity<String> table(@PathVariable UUID project) {
        return csv("contract.csv", ContractCsv.milestones(reading.project(project)));
    }
}
