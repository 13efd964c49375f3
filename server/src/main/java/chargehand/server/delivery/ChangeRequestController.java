package chargehand.server.delivery;

import chargehand.server.delivery.ChangeRequest.OriginKind;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.shared.Money;
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
@RequestMapping("/api/projects/{project}/change-requests")
@Tag(name = "Delivery", description = "What a client gets, and what is asked for afterwards, from wish to signature.")
class ChangeRequestController {
    private final ChangeReading reading;
    private final ChangeAsking asking;
    private final ChangeWorking working;

    ChangeRequestController(ChangeReading reading, ChangeAsking asking, ChangeWorking working) {
        this.reading = reading;
        this.asking = asking;
        this.working = working;
    }

    @Schema(name = "ChangeRequestList")
    record ChangeList(List<ChangeView> items) {}

    @GetMapping
    @Needs(Permission.WORK_SEE)
    @Operation(operationId = "listChangeRequests", summary = "The changes of a project, the newest first")
    ChangeList list(@PathVariable UUID project) {
        return new ChangeList(reading.of(project));
    }

    @Schema(name = "ChangeOriginWrite")
    record OriginWrite(OriginKind kind, UUID id) {}

    /// @param wish in a line or a few
    /// @param origin what it is born from; absent for a wish out of nowhere
    @Schema(name = "ChangeWish")
    record Wish(@Nullable String wish, @Nullable OriginWrite origin) {}

    @PostMapping
    @Needs(Permission.WORK_SEE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "askForChange", summary = "Ask for a change; it arrives on the desk of whoever answers")
    ChangeView ask(Caller caller, @PathVariable UUID project, @RequestBody Wish wish) {
        var origin = wish.origin();
        var asked = asking.ask(
                caller,
                project,
                wish.wish(),
                false,
                origin == null ? null : origin.kind(),
                origin == null ? null : origin.id());
        return reading.one(project, asked.id());
    }

    @GetMapping("/{change}")
    @Needs(Permission.WORK_SEE)
    @Operation(operationId = "getChangeRequest", summary = "A change, with what it would do to the dates now")
    ChangeView get(@PathVariable UUID project, @PathVariable UUID change) {
        return reading.one(project, change);
    }

    /// A price that is stated, or one that is so many hours at a rate.
    ///
    /// @param amount where it is stated
    /// @param minutes that are charged, with `rate` for an hour
    @Schema(name = "ChangePriceWrite")
    record PriceWrite(
            @Nullable Money amount,
            @Nullable Integer minutes,
            @Nullable Money rate) {
        @Nullable
        Price price() {
            if (minutes != null && rate != null) return Price.byHours(minutes, rate);
            return amount == null ? null : Price.stated(amount);
        }
    }

    /// @param what in words that the client understands
    /// @param price absent where it costs nothing
    @Schema(name = "ChangeWrite")
    record Write(
            @Nullable String title,
            @Nullable String what,
            @Nullable PriceWrite price) {}

    @PutMapping("/{change}")
    @Needs(Permission.PLAN_EDIT)
    @Operation(operationId = "writeChangeRequest", summary = "Say what the client gets, and what it costs")
    ChangeView write(
            Caller caller,
            @PathVariable UUID project,
            @PathVariable UUID change,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Write write) {
        var price = write.price() == null ? null : write.price().price();
        working.write(caller, project, change, write.title(), write.what(), price, Version.required(ifMatch));
        return reading.one(project, change);
    }

    @PostMapping("/{change}/draft")
    @Needs(Permission.PLAN_EDIT)
    @Operation(operationId = "draftChangeRequest", summary = "Begin a draft of the plan in which it is worked out")
    ChangeView draft(Caller caller, @PathVariable UUID project, @PathVariable UUID change) {
        working.draft(caller, project, change);
        return reading.one(project, change);
    }

    @DeleteMapping("/{change}/draft")
    @Needs(Permission.PLAN_EDIT)
    @Operation(operationId = "leaveChangeDraft", summary = "Nothing of the plan changes; the draft stays a draft")
    ChangeView leaveDraft(Caller caller, @PathVariable UUID project, @PathVariable UUID change) {
        working.leaveDraft(caller, project, change);
        return reading.one(project, change);
    }

    @PostMapping("/{change}/offer")
    @Needs(Permission.PLAN_EDIT)
    @Operation(
            operationId = "offerChange",
            summary = "Offer it to the client with the dates of now; an offer made before is withdrawn")
    ChangeView offer(Caller caller, @PathVariable UUID project, @PathVariable UUID change) {
        working.offer(caller, project, change);
        return reading.one(project, change);
    }

    @DeleteMapping("/{change}/offer")
    @Needs(Permission.PLAN_EDIT)
    @Operation(operationId = "withdrawOffer", summary = "Withdraw the offer: the client sees it no more")
    ChangeView withdraw(Caller caller, @PathVariable UUID project, @PathVariable UUID change) {
        working.withdraw(caller, project, change);
        return reading.one(project, change);
    }

    @Schema(name = "ChangeReason")
    record Reason(@Nullable String reason) {}

    @PostMapping("/{change}/refusal")
    @Needs(Permission.PLAN_EDIT)
    @Operation(operationId = "refuseChange", summary = "It will not be done; whoever asked reads why")
    ChangeView refuse(
            Caller caller, @PathVariable UUID project, @PathVariable UUID change, @RequestBody Reason reason) {
        asking.refuse(caller, project, change, reason.reason());
        return reading.one(project, change);
    }
}
