package chargehand.server.outbox;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing that one account was told.
///
/// @param project that it is about: who does not see it any more is not told
/// @param seen when it was looked at, or null
public record Notice(
        UUID id,
        Kind kind,
        @Nullable UUID project,
        Letter letter,
        Instant at,
        @Nullable Instant seen) {
    /// About what people are told. Each can be had by mail, or not.
    public enum Kind {
        /// Something came in the way of what one answers for, knows or works on.
        COMPLICATION,
        MENTION,
        /// Something that one has to see to, or that falls due.
        NEED,
        /// An update of a project was released.
        UPDATE,
        /// A client asks, or was answered.
        QUESTION,
        /// A change was wished for, offered, signed or not; something was handed over.
        CHANGE,
        /// Hours or an absence: to be decided, or decided.
        TIME,
        /// A meeting to which one is invited was set, moved or dropped.
        MEETING,
        INVITATION;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /// What makes somebody be told.
    ///
    /// @param urgent goes out at once, whatever hours somebody wants to be left alone in
    /// @param by the account that did it, or null
    public record Occasion(
            Kind kind,
            @Nullable UUID project,
            boolean urgent,
            @Nullable UUID by) {}
}
