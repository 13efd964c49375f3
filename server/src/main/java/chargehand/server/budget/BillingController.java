package chargehand.server.budget;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.shared.Version;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/projects/{project}/billing")
@Tag(name = "Contracts")
class BillingController {
    private final BillingEditing editing;
    private final ContractReading reading;

    BillingController(BillingEditing editing, ContractReading reading) {
        this.editing = editing;
        this.reading = reading;
    }

    @PostMapping
    @Needs(Permission.SALES_BILL)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "addBilling", summary = "Add a part of the pay, and when it falls due")
    ContractView add(Caller caller, @PathVariable UUID project, @RequestBody ContractWrite.Billing body) {
        editing.add(caller, project, body);
        return reading.project(project);
    }

    @PutMapping("/{billing}")
    @Needs(Permission.SALES_BILL)
    @Operation(operationId = "writeBilling", summary = "Write a part of the pay anew that was not billed")
    ContractView write(
            Caller caller,
            @PathVariable UUID project,
            @PathVariable UUID billing,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody ContractWrite.Billing body) {
        editing.write(caller, project, billing, body, Version.required(ifMatch));
        return reading.project(project);
    }

    @DeleteMapping("/{billing}")
    @Needs(Permission.SALES_BILL)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removeBilling", summary = "Remove a part of the pay that was not billed")
    void remove(Caller caller, @PathVariable UUID project, @PathVariable UUID billing) {
        editing.remove(caller, project, billing);
    }

    @PostMapping("/{billing}/invoice")
    @Needs(Permission.SALES_BILL)
    @Operation(operationId = "billBilling", summary = "Say that its invoice was written, with its number")
    ContractView bill(
            Caller caller,
            @PathVariable UUID project,
            @PathVariable UUID billing,
            @RequestBody ContractWrite.Invoice body) {
        editing.bill(caller, project, billing, body);
        return reading.project(project);
    }

    @DeleteMapping("/{billing}/invoice")
    @Needs(Permission.SALES_BILL)
    @Operation(operationId = "takeInvoiceBack", summary = "Take an invoice back that was wrong, with its payment")
    ContractView takeBack(Caller caller, @PathVariable UUID project, @PathVariable UUID billing) {
        editing.takeBack(caller, project, billing);
        return reading.project(project);
    }

    @PostMapping("/{billing}/payment")
    @Needs(Permission.SALES_BILL)
    @Operation(operationId = "payBilling", summary = "Say that it was paid")
    ContractView pay(
            Caller caller,
            @PathVariable UUID project,
            @PathVariable UUID billing,
            @RequestBody ContractWrite.Payment body) {
        editing.pay(caller, project, billing, body);
        return reading.project(project);
    }
}
