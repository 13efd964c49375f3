package chargehand.server.reporting;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one audience is told of a project: facts, which nobody edits, and words, which the manager does.
///
/// @param released by whom and when; absent for a draft, which nobody outside sees
/// @param pointedOut dates in the words that are none of the facts'
/// @param acknowledged by whom it was read
@Schema(name = "Update")
public record Update(
        UUID id,
        UUID project,
        Audience audience,
        Facts facts,
        Words words,
        Deed made,
        @Nullable Deed released,
        List<String> pointedOut,
        List<Deed> acknowledged,
        long version) {
    @Schema(name = "UpdateAudience")
    public enum Audience {
        client,
        official,
        manager,
        worker
    }

    @Schema(name = "UpdateDeed")
    public record Deed(String name, Instant at) {}

    /// @param summary how it goes; `why` dates moved; `doing` what is done about it
    @Schema(name = "UpdateWords")
    public record Words(String summary, String why, String doing) {
        static final Words NONE = new Words("", "", "");

        List<String> all() {
            return List.of(summary, why, doing);
        }
    }

    /// What is so, as it was when the update was drafted.
    ///
    /// @param edited the version in which the plan was last edited then
    /// @param since when the audience was told last; absent the first time
    /// @param doneCount how many tasks were done since then; `done` are the last of them
    /// @param next milestones to come
    /// @param changes that the client signed since then; absent where there were none
    @Schema(name = "UpdateFacts")
    public record Facts(
            Instant asOf,
            long edited,
            String zone,
            @Nullable Instant since,
            Finish finish,
            int doneCount,
            List<Done> done,
            List<Promise> promises,
            List<Next> next,
            List<Asked> asked,
            @Nullable List<SignedSince> changes,
            List<Source> sources) {}

    @Schema(name = "UpdateChange")
    public record SignedSince(String title, String name, Instant at) {}

    /// @param likely by when it is done with 80 %, `likelyWas` what the audience was told last, `plannedWas` likewise
    /// @param quantiles the moments by which it is done with 2, 10, 50, 80, 90 and 98 %
    @Schema(name = "UpdateFinish")
    public record Finish(
            Instant start,
            Instant planned,
            @Nullable Instant plannedWas,
            @Nullable Instant likely,
            @Nullable Instant likelyWas,
            @Nullable List<Instant> quantiles) {}

    @Schema(name = "UpdateDone")
    public record Done(String name, Instant at) {}

    @Schema(name = "UpdateNext")
    public record Next(String name, Instant planned) {}

    /// @param chance that it is kept, 0 to 1
    /// @param kept when it was done; absent while it isn't
    /// @param quantiles the moments by which it is done with 2, 10, 50, 80, 90 and 98 %; absent where nobody knows
    @Schema(name = "UpdatePromise")
    public record Promise(
            String task,
            String name,
            Instant by,
            @Nullable String promisedTo,
            Instant planned,
            @Nullable Instant likely,
            @Nullable Instant likelyWas,
            @Nullable Double chance,
            @Nullable Instant kept,
            @Nullable List<Instant> quantiles) {}

    @Schema(name = "UpdateAsked")
    public record Asked(UUID need, String what, @Nullable LocalDate due, boolean overdue) {}

    /// Where facts come from.
    ///
    /// @param of `dates`, `chances` or `needs`
    /// @param stale whether what they rest on has changed since
    @Schema(name = "UpdateSource")
    public record Source(String of, Instant asOf, boolean stale) {}

    boolean isReleased() {
        return released != null;
    }
}
