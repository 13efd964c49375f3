package chargehand.server.budget;

import chargehand.server.budget.ApprovalWrite.OfDecision;
import chargehand.server.identity.AccountName;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.identity.Recipients;
import chargehand.server.identity.Role;
import chargehand.server.shared.Money;
import chargehand.server.shared.Problem;
import chargehand.server.shared.Version;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Money")
class ApprovalController {
    private final Approving approving;
    private final LimitEditing editing;
    private final Limits limits;
    private final Recipients recipients;
    private final Accounts accounts;

    ApprovalController(
            Approving approving, LimitEditing editing, Limits limits, Recipients recipients, Accounts accounts) {
        this.approving = approving;
        this.editing = editing;
        this.limits = limits;
        this.recipients = recipients;
        this.accounts = accounts;
    }

    /// @param kind `order`, `invoice` or `reserve`
    /// @param id of the amount, or of what is taken from a reserve
    /// @param together where it waits only for being one of several orders of a supplier
    @Schema(name = "MoneyToApprove")
    record ToApprove(
            String kind,
            UUID project,
            String projectName,
            UUID id,
            Money amount,
            String what,
            @Nullable String supplier,
            @Nullable Together together,
            Approval.Deed asked) {}

    @Schema(name = "MoneyToApproveList")
    record ToApproveList(List<ToApprove> items) {}

    @GetMapping("/api/money-approvals")
    @Needs(Permission.MONEY_APPROVE)
    @Operation(operationId = "listMoneyToApprove", summary = "What is above a limit and waits for oneself")
    ToApproveList waiting(Caller caller) {
        return new ToApproveList(approving.waiting(caller).stream()
                .map(each -> new ToApprove(
                        each.kind(),
                        each.project(),
                        each.projectName(),
                        each.id(),
                        each.amount(),
                        each.what(),
                        each.supplier(),
                        each.together(),
                        each.asked()))
                .toList());
    }

    /// @param amount above which what is ordered or paid waits; null without a limit
    /// @param approvers who could be named
    /// @param version what `If-Match` has to say; 0 before it was ever set
    @Schema(name = "ApprovalLimit")
    record LimitView(
            @Nullable Money amount,
            @Nullable UUID approver,
            @Nullable String approverName,
            List<AccountName> approvers,
            long version) {}

    @GetMapping("/api/money-limit")
    @Needs(Permission.MONEY_APPROVE)
    @Operation(
            operationId = "readMoneyLimit",
            summary = "Above which amount something waits, in projects without a limit")
    ResponseEntity<LimitView> limit() {
        var view = view();
        return ResponseEntity.ok().eTag(Version.tag(view.version())).body(view);
    }

    private LimitView view() {
        var able = new LinkedHashSet<>(recipients.companyWide(Role.OFFICIAL));
        able.addAll(recipients.companyWide(Role.ADMINISTRATOR));
        var names = accounts.names(able);
        var limit = limits.ofCompany().orElse(null);
        var approver =
                limit == null ? null : accounts.names(List.of(limit.approver())).get(limit.approver());
        return new LimitView(
                limit == null ? null : limit.amount(),
                limit == null ? null : limit.approver(),
                approver == null ? null : approver.name(),
                names.values().stream()
                        .sorted(Comparator.comparing(AccountName::name))
                        .toList(),
                limits.version(null));
    }

    @PutMapping("/api/money-limit")
    @Needs(Permission.MONEY_APPROVE)
    @Operation(operationId = "setMoneyLimit", summary = "Set or remove the limit of the company")
    ResponseEntity<LimitView> setLimit(
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody ApprovalWrite.OfLimit body) {
        editing.limit(caller, null, body, Version.required(ifMatch));
        return limit();
    }

    @PutMapping("/api/projects/{project}/money-limit")
    @Needs(Permission.MONEY_APPROVE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "setProjectMoneyLimit", summary = "Set or remove the limit of a project")
    void setLimit(
            Caller caller,
            @PathVariable UUID project,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody ApprovalWrite.OfLimit body) {
        editing.limit(caller, project, body, Version.required(ifMatch));
    }

    @PostMapping("/api/projects/{project}/money/{line}/approval")
    @Needs(Permission.MONEY_APPROVE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "decideMoney", summary = "Approve or refuse an amount above the limit, with a reason")
    void decide(Caller caller, @PathVariable UUID project, @PathVariable UUID line, @RequestBody OfDecision body) {
        approving.decideLine(caller, project, line, approve(body), reason(body));
    }

    private static boolean approve(OfDecision decision) {
        if (decision.approve() == null) throw Problem.invalid("approve", "Say yes or no.");
        return decision.approve();
    }

    private static String reason(OfDecision decision) {
        return Written.needed("reason", decision.reason(), "Say why.");
    }

    @PutMapping("/api/projects/{project}/reserve")
    @Needs(Permission.MONEY_APPROVE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "setReserve", summary = "Set the reserve of a project")
    void reserve(Caller caller, @PathVariable UUID project, @RequestBody ApprovalWrite.OfReserve body) {
        editing.reserve(caller, project, body);
    }

    /// @param id of what is to be taken
    @Schema(name = "ReserveUseAsked")
    record Asked(UUID id) {}

    @PostMapping("/api/projects/{project}/reserve-uses")
    @Needs(Permission.MONEY_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "askForReserve", summary = "Ask to take something from the reserve")
    Asked use(Caller caller, @PathVariable UUID project, @RequestBody ApprovalWrite.OfUse body) {
        return new Asked(editing.use(caller, project, body));
    }

    @PostMapping("/api/projects/{project}/reserve-uses/{use}/approval")
    @Needs(Permission.MONEY_APPROVE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "decideReserveUse", summary = "Approve or refuse what is to be taken, with a reason")
    void decideUse(Caller caller, @PathVariable UUID project, @PathVariable UUID use, @RequestBody OfDecision body) {
        approving.decideUse(caller, project, use, approve(body), reason(body));
    }

    @PutMapping("/api/projects/{project}/delay-cost")
    @Needs(Permission.MONEY_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "setDelayCost", summary = "State what a later end costs, or take that back")
    void delay(Caller caller, @PathVariable UUID project, @RequestBody ApprovalWrite.OfDelay body) {
        editing.delay(caller, project, body);
    }
}
