package chargehand.server.reporting;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody who answers for a project might do next about its work, with the facts that say so. It is
/// about pieces of work: nothing is added up over a person.
///
/// @param about which sentence it is
/// @param task the piece of work that it is about, and `taskName`
/// @param other what else it rests on: what waits for the task, or what was handed over to it; the first
/// five
/// @param count how many there are of these in all
/// @param what the words of the need or the complication, or null
/// @param who the names that the sentence has: who is to be thanked, who is next, who might sit together;
/// who sees to a need. Empty where nobody is named.
/// @param free whether whoever is next has nothing else at the moment
/// @param from since when, or from when on; `until` when it ends
/// @param facts by which it is answered: of each, what it is and its id
@Schema(name = "WorkSuggestion")
record Suggestion(
        Kind kind,
        About about,
        UUID project,
        String task,
        String taskName,
        List<Piece> other,
        int count,
        @Nullable String what,
        List<String> who,
        boolean free,
        @Nullable Instant from,
        @Nullable Instant until,
        List<String> facts) {
    /// What it comes to.
    @Schema(name = "WorkSuggestionKind")
    enum Kind {
        clear,
        thank,
        handOver,
        together
    }

    @Schema(name = "WorkSuggestionAbout")
    enum About {
        /// a task stands still for a need
        standsStill(Kind.clear),
        /// a complication is open, and others wait for its task
        inTheWay(Kind.clear),
        /// a task was done ahead of its forecast, and others waited for it
        early(Kind.thank),
        /// a complication was closed before the date that it put in danger
        closedInTime(Kind.thank),
        /// what comes before a task is done, and its hand-over is open
        handOverOpen(Kind.handOver),
        /// all that comes before a task is done, it should have begun, and whoever is next has nothing else
        notTakenUp(Kind.handOver),
        /// two people hand over to each other again and again
        handOvers(Kind.together),
        /// two people work side by side on tasks that depend on each other
        sideBySide(Kind.together);

        final Kind kind;

        About(Kind kind) {
            this.kind = kind;
        }
    }

    /// A piece of work.
    @Schema(name = "WorkSuggestionPiece")
    record Piece(String task, String name) {}

    static String need(UUID id) {
        return "need:" + id;
    }

    static String complication(UUID id) {
        return "complication:" + id;
    }

    static String task(String id) {
        return "task:" + id;
    }

    static String handOver(String before, String after) {
        return "handOver:" + before + " " + after;
    }
}
