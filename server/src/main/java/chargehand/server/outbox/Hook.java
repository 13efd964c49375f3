package chargehand.server.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An address of another program that is told what people are told of projects.
///
/// @param project of which it hears, or null: of all
/// @param address whole; whoever knows that of a chat can write there
/// @param secret from which signatures are reckoned; null for a chat
/// @param hears of what
/// @param paused hears nothing meanwhile, and nothing of that later
record Hook(
        UUID id,
        @Nullable UUID project,
        Kind kind,
        String name,
        String address,
        @Nullable String secret,
        Set<Notice.Kind> hears,
        boolean paused,
        Instant madeAt,
        String madeBy) {
    /// About what programs are told: of projects, never of somebody's hours, absences or certificates.
    static final List<Notice.Kind> HEARABLE = List.of(
            Notice.Kind.COMPLICATION,
            Notice.Kind.NEED,
            Notice.Kind.MENTION,
            Notice.Kind.QUESTION,
            Notice.Kind.UPDATE,
            Notice.Kind.CHANGE);

    Hook {
        hears = Set.copyOf(hears);
    }

    enum Kind {
        /// JSON with a signature.
        signed,
        /// `{"text": …}`, as Mattermost, Slack and others take it.
        chat
    }

    /// Something on its way there.
    ///
    /// @param id by which the receiver can tell a repetition
    /// @param event the kind of notice, or `trial`
    /// @param status what the receiver answered last, or null if it never did
    /// @param trouble a code: why the last try was none; null if it was one
    record Call(
            UUID id,
            UUID hook,
            String event,
            String subject,
            String body,
            State state,
            Instant due,
            int tries,
            @Nullable Integer status,
            @Nullable String trouble,
            Instant at) {
        static final String TRIAL = "trial";

        enum State {
            waiting,
            handed,
            sent,
            /// A chat may have taken it; sent again it might stand there twice.
            unsure,
            failed
        }

        boolean isTrial() {
            return event.equals(TRIAL);
        }
    }
}
