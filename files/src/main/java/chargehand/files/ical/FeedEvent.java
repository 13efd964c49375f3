package chargehand.files.ical;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One event of a feed.
///
/// @param uid the same as long as it is about the same thing
/// @param sequence grows each time that its dates change, from 0 on
/// @param stamp when it became what it is
/// @param category one word
/// @param url of the page that it is about, or null
public record FeedEvent(
        String uid,
        int sequence,
        Instant stamp,
        String summary,
        String description,
        String category,
        When when,
        @Nullable String url) {
    public sealed interface When {
        /// From one minute to another; a moment if they are the same.
        record Minutes(Instant start, Instant end) implements When {}

        /// Whole days, both included.
        record Days(LocalDate first, LocalDate last) implements When {}
    }
}
