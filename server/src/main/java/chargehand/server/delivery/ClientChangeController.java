package chargehand.server.delivery;

import chargehand.server.delivery.ChangeRequest.OriginKind;
import chargehand.server.delivery.ChangeView.OfClient;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/projects/{project}")
@Tag(name = "Delivery")
class ClientChangeController {
    private final ChangeReading reading;
    private final ChangeAsking asking;
    private final ChangeSigning signing;

    ClientChangeController(ChangeReading reading, ChangeAsking asking, ChangeSigning signing) {
        this.reading = reading;
        this.asking = asking;
        this.signing = signing;
    }

    @Schema(name = "ClientChangeList")
    record ChangeList(List<OfClient> items) {}

    @GetMapping("/wishes")
    @Needs(Permission.PORTAL_SEE)
    @Operation(operationId = "listWishes", summary = "What the client wished for and was offered, the newest first")
    ChangeList list(Caller caller, @PathVariable UUID project) {
        return new ChangeList(reading.ofClient(caller, project));
    }

    /// @param question that it is born from, if it is
    @Schema(name = "ClientWish")
    record Wish(@Nullable String wish, @Nullable UUID question) {}

    @PostMapping("/wishes")
    @Needs(Permission.PORTAL_SEE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "wishForChange", summary = "Wish for something else than was agreed")
    OfClient wish(Caller caller, @PathVariable UUID project, @RequestBody Wish wish) {
        var kind = wish.question() == null ? null : OriginKind.question;
        var asked = asking.ask(caller, project, wish.wish(), true, kind, wish.question());
        return one(caller, project, asked.id());
    }

    private OfClient one(Caller caller, UUID project, UUID change) {
        return reading.ofClient(caller, project).stream()
                .filter(each -> each.id().equals(change))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    /// @param offer its number, and `hash` of the text that was read
    /// @param name typed by whoever signs
    @Schema(name = "ChangeSigning")
    record Sign(int offer, @Nullable String hash, @Nullable String name) {}

    @PostMapping("/change-requests/{change}/signature")
    @Needs(Permission.PORTAL_SEE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "signChange",
            summary = "Sign an offer, word by word: the plan becomes what it says, with a new baseline")
    OfClient sign(Caller caller, @PathVariable UUID project, @PathVariable UUID change, @RequestBody Sign sign) {
        try {
            signing.sign(caller, project, change, sign.offer(), sign.hash(), sign.name());
        } catch (Problem refused) {
            if (refused.code().equals("offer-outdated")) signing.tellOutdated(caller, project, change);
            throw refused;
        }
        return one(caller, project, change);
    }

    /// @param offer its number
    @Schema(name = "ChangeDecline")
    record Decline(int offer, @Nullable String reason) {}

    @PostMapping("/change-requests/{change}/decline")
    @Needs(Permission.PORTAL_SEE)
    @Operation(operationId = "declineChange", summary = "Decline an offer, with a reason")
    OfClient decline(
            Caller caller, @PathVariable UUID project, @PathVariable UUID change, @RequestBody Decline decline) {
        signing.decline(caller, project, change, decline.offer(), decline.reason());
        return one(caller, project, change);
    }
}
