package chargehand.server.budget;

import chargehand.server.identity.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Contracts, for who sets up a company.
@Service
public class ContractIntake {
    private final ContractEditing contracts;
    private final BillingEditing billing;

    ContractIntake(ContractEditing contracts, BillingEditing billing) {
        this.contracts = contracts;
        this.billing = billing;
    }

    /// The first contract of a project.
    public void agree(Caller caller, UUID project, ContractWrite written) {
        contracts.write(caller, project, written, 0);
    }

    /// A part of the pay, as far as it has come.
    ///
    /// @param invoice null if it was not billed, `payment` null if it was not paid
    public void pay(
            Caller caller,
            UUID project,
            ContractWrite.Billing part,
            ContractWrite.@Nullable Invoice invoice,
            ContractWrite.@Nullable Payment payment) {
        var id = billing.add(caller, project, part);
        if (invoice != null) billing.bill(caller, project, id, invoice);
        if (payment != null) billing.pay(caller, project, id, payment);
    }
}
