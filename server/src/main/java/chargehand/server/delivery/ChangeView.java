package chargehand.server.delivery;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A change as those who work on the project see it.
///
/// @param draft the plan in which it is worked out; absent where nothing of the plan changes
/// @param dates what it would do now; only of a single change that is being worked out
/// @param trouble the code of what keeps its dates from being reckoned
/// @param addedMinutes of work that the draft has more than the plan; only with `dates`
@Schema(name = "ChangeRequest")
public record ChangeView(
        UUID id,
        UUID project,
        int number,
        ChangeRequest.State state,
        String wish,
        String title,
        String what,
        boolean ofClient,
        ChangeRequest.@Nullable Origin origin,
        @Nullable UUID draft,
        @Nullable Price price,
        @Nullable String reason,
        ChangeRequest.Deed asked,
        ChangeRequest.@Nullable Deed decided,
        @Nullable OfferView offer,
        @Nullable Signature signature,
        @Nullable List<Offer.OfferedDate> dates,
        @Nullable String trouble,
        @Nullable Long addedMinutes,
        long version) {

    /// @param fresh whether each date is still on the day that it says
    @Schema(name = "ChangeOffer")
    public record OfferView(int number, Offer.Terms terms, ChangeRequest.Deed offered, boolean fresh) {}

    /// A change as the client sees it: nothing of what we have not said.
    ///
    /// @param state `asked` while we look at it
    @Schema(name = "ChangeForClient")
    public record OfClient(
            UUID id,
            int number,
            ChangeRequest.State state,
            String title,
            @Nullable String wish,
            @Nullable String reason,
            ChangeRequest.@Nullable Deed decided,
            Instant asked,
            @Nullable ToSign offer,
            @Nullable Signed signed) {}

    /// @param text what is signed, in the reader's language, with its SHA-256
    /// @param fresh whether it can be signed: else the plan has moved, and it is being offered again
    @Schema(name = "OfferToSign")
    public record ToSign(
            int number, Offer.Terms terms, String text, String hash, String by, Instant at, boolean fresh) {}

    /// @param text that was signed
    @Schema(name = "SignedChange")
    public record Signed(String name, Instant at, int offer, String text, String hash) {}
}
