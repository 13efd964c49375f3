package chargehand.server.reporting;

import chargehand.server.shared.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
        @Nullable Release released,
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

    /// @param name of whoever released it
    /// @param switchedOn who had switched on that it is released by itself, and when; absent where a person did it
    @Schema(name = "UpdateRelease")
    public record Release(String name, Instant at, @Nullable Deed switchedOn) {}

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
    /// @param increments that are not over, and those that ended since then; absent where there are none
    /// @param reckoning whether the forecast of this plan is still being made: then there are neither likely dates
    /// nor chances, rather than those of an earlier plan; absent where it is not
    /// @param pay what the client pays; absent where they are not told, and for readers who may not see it
    /// @param decisions that wait for officials; absent where there are none, and in what others are told
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
            List<Source> sources,
            @Nullable List<IncrementTold> increments,
            @Nullable Boolean reckoning,
            @Nullable Pay pay,
            @Nullable List<Decision> decisions) {
        Facts withoutPay() {
            return new Facts(
                    asOf,
                    edited,
                    zone,
                    since,
                    finish,
                    doneCount,
                    done,
                    promises,
                    next,
                    asked,
                    changes,
                    sources,
                    increments,
                    reckoning,
                    null,
                    decisions);
        }

        List<Decision> toDecide() {
            return decisions == null ? List.of() : decisions;
        }

        /// The promise that the project is measured by, which is said first: the last that is still to be kept.
        Optional<Promise> promise() {
            return promises.stream().filter(each -> each.kept() == null).reduce((first, later) -> later);
        }

        boolean isReckoning() {
            return Boolean.TRUE.equals(reckoning);
        }
    }

    /// Some weeks with a goal, and what is in them.
    ///
    /// @param starts its first day, and `ends` its last
    /// @param items the first of what was taken on, `count` of them in all, `doneCount` of these done
    /// @param result what came of it, once it is over
    @Schema(name = "UpdateIncrement")
    public record IncrementTold(
            int number,
            String goal,
            LocalDate starts,
            LocalDate ends,
            List<Item> items,
            int count,
            int doneCount,
            @Nullable String result) {
        @Schema(name = "UpdateIncrementItem")
        public record Item(String name, boolean done) {}
    }

    /// What the client pays by contract: the whole where it is agreed, and its parts.
    ///
    /// @param kind of the contract: `fixedPrice`, `timeAndMaterials`, `capped` or `retainer`
    /// @param amount the price, the cap, or what is paid for a month
    /// @param billed sums of what was billed, one for each currency; `paid` of what was paid
    @Schema(name = "UpdatePay")
    public record Pay(
            @Nullable String kind, @Nullable Money amount, List<Money> billed, List<Money> paid, List<Part> parts) {
        /// @param day on which it was paid or billed, or falls due; absent where that goes with something else
        /// @param state `planned`, `billed` or `paid`
        @Schema(name = "UpdatePayPart")
        public record Part(
                String name,
                Money amount,
                String state,
                @Nullable LocalDate day) {}
    }

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

    /// @param task its id; absent in updates from before it was noted
    @Schema(name = "UpdateNext")
    public record Next(
            String name, Instant planned, @Nullable String task) {}

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

    /// Something that waits until an official decides it.
    ///
    /// @param what it is about; empty where the kind says it
    /// @param day by which it is needed; absent where nobody has said one
    /// @param who decides it; absent where any official may
    @Schema(name = "UpdateDecision")
    public record Decision(
            Kind kind,
            String what,
            @Nullable LocalDate day,
            @Nullable String who) {
        /// What it is about, and who decides it.
        String inWords() {
            return who == null ? what : "%s (%s)".formatted(what, who);
        }

        /// A decision that a task waits for, money above the limit, or that nobody answers for the project.
        @Schema(name = "UpdateDecisionKind")
        public enum Kind {
            need,
            money,
            accountable
        }
    }

    @Schema(name = "UpdateAsked")
    public record Asked(UUID need, String what, @Nullable LocalDate due, boolean overdue) {}

    /// Where facts come from.
    ///
    /// @param of `dates`, `chances` or `needs`
    /// @param stale whether what they rest on has changed since
    @Schema(name = "UpdateSource")
    public record Source(String of, Instant asOf, boolean stale) {}

    /// For whoever may not see what clients pay.
    Update withoutPay() {
        return facts.pay() == null
                ? this
                : new Update(
                        id,
                        project,
                        audience,
                        facts.withoutPay(),
                        words,
                        made,
                        released,
                        pointedOut,
                        acknowledged,
                        version);
    }

    boolean isReleased() {
        return released != null;
    }
}
