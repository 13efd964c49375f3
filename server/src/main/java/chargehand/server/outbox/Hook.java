package chargehand.server.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An address of another program that is told what people are told of projects.
///
/// @param whose what it hears
/// @param address whole; whoever knows that of a chat can write there
/// @param secret from which signatures are reckoned; null for a chat
/// @param hears of what
/// @param paused hears nothing meanwhile, and nothing of that later
record Hook(
        UUID id,
        Whose whose,
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

    /// What somebody is told themselves, who chose where it goes: their hours and meetings, too.
    static final List<Notice.Kind> OWN = Stream.concat(
                    HEARABLE.stream(), Stream.of(Notice.Kind.TIME, Notice.Kind.MEETING))
            .toList();

    Hook {
        hears = Set.copyOf(hears);
    }

    /// What a webhook hears: of a project, of all, or what one account is told.
    record Whose(@Nullable UUID project, @Nullable UUID account) {
        static final Whose COMPANY = new Whose(null, null);

        static Whose project(UUID project) {
            return new Whose(project, null);
        }

        static Whose own(UUID account) {
            return new Whose(null, account);
        }

        List<Notice.Kind> hearable() {
            return account == null ? HEARABLE : OWN;
        }
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
    /// @param project of which it tells, or null
    /// @param event the kind of notice, or `trial`
    /// @param status what the receiver answered last, or null if it never did
    /// @param trouble a code: why the last try was none; null if it was one
    record Call(
            UUID id,
            UUID hook,
            @Nullable UUID project,
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
