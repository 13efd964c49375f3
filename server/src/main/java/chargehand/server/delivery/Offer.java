package chargehand.server.delivery;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a client was offered for a change, word by word. It never changes: what is no longer so is
/// offered again.
///
/// @param number counts the offers of a change from 1
/// @param draft what is taken over when it is signed, as it was at `draftEdited`; null where the plan
/// stays
/// @param planVersion the plan on which its dates were reckoned
public record Offer(
        UUID id,
        UUID change,
        int number,
        Terms terms,
        Text english,
        Text german,
        @Nullable UUID draft,
        long draftEdited,
        long planVersion,
        ChangeRequest.Deed offered) {
    /// @param dates first the whole project's, then each promise's
    @Schema(name = "OfferTerms")
    public record Terms(
            String title,
            String what,
            String zone,
            Instant asOf,
            List<OfferedDate> dates,
            @Nullable Price price) {}

    /// What becomes of one date, each with what it is without the change. Absent is what it does not
    /// have: a project is promised by its tasks; a promise that comes with the change was nothing before.
    ///
    /// @param task whose promise it is; absent for the whole project
    /// @param likely by when it is done with 80 %
    /// @param chance that the promise is kept, 0 to 1
    @Schema(name = "OfferedDate")
    public record OfferedDate(
            @Nullable String task,
            String name,
            @Nullable String promisedTo,
            @Nullable Instant by,
            @Nullable Instant byWas,
            Instant planned,
            @Nullable Instant plannedWas,
            Instant likely,
            @Nullable Instant likelyWas,
            @Nullable Double chance,
            @Nullable Double chanceWas) {}

    /// What is signed.
    ///
    /// @param hash SHA-256 of its UTF-8, in hexadecimal digits
    public record Text(String text, String hash) {}

    Text in(String language) {
        return language.equals("de") ? german : english;
    }
}
