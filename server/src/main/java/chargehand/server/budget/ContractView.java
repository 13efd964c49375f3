package chargehand.server.budget;

import chargehand.server.planning.Project;
import chargehand.server.shared.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the client of a project pays. All amounts but those of the contract and of milestones are minor units of
/// `currency`.
///
/// @param contract null while nothing is agreed; `revenue` and `margin` are, too
/// @param milestones the first that falls due first
/// @param unconverted amounts whose worth on their day nobody said; they are in no sum
/// @param withoutRate whose hours have no sales rate
@Schema(name = "ProjectContract")
record ContractView(
        String currency,
        @Nullable Contract contract,
        @Nullable Revenue revenue,
        @Nullable Margin margin,
        List<Billing> milestones,
        List<Money> unconverted,
        List<String> withoutRate) {

    /// @param planned as the contract has it, by the calendar
    /// @param likely with the finish that is likely; the same as planned without a simulation
    /// @param changes of it, what was signed for changes
    /// @param material what is bought and passed on, before any cap
    /// @param milestones what they come to
    /// @param due of them, what can be billed and is not
    /// @param billed and `paid` of that
    @Schema(name = "Revenue")
    record Revenue(
            long planned,
            long likely,
            long changes,
            long material,
            long milestones,
            long due,
            long billed,
            long paid) {}

    /// What is left of the revenue after the cost; below 0 where it costs more.
    ///
    /// @param low and `high` are the worst and the best of those with the finish of 10, 50, 80 and 90 %
    /// @param likely at completion, with the finish of 50 %
    @Schema(name = "Margin")
    record Margin(long planned, long low, long likely, long high, boolean simulated) {}

    /// A part of the pay.
    ///
    /// @param falls when it falls due by the calendar; null where that can't be said
    /// @param likely by when it does with 80 %, where a simulation says so
    @Schema(name = "BillingMilestone")
    record Billing(
            UUID id,
            String name,
            Money amount,
            Milestone.State state,
            @Nullable LocalDate day,
            @Nullable String task,
            @Nullable String taskName,
            @Nullable UUID deliverable,
            @Nullable String deliverableName,
            @Nullable LocalDate falls,
            @Nullable Instant likely,
            @Nullable LocalDate billed,
            @Nullable String number,
            @Nullable LocalDate paid,
            long version) {}

    /// A project in the list of contracts.
    @Schema(name = "ContractRow")
    record Row(
            UUID project,
            String name,
            @Nullable String client,
            Project.Status status,
            Contract.Kind kind,
            Revenue revenue,
            Margin margin) {}

    /// All contracts that one may see. Bounds of the sum are sums of bounds.
    @Schema(name = "ContractList")
    record All(String currency, Revenue revenue, Margin margin, List<Row> items, List<Money> unconverted) {}
}
