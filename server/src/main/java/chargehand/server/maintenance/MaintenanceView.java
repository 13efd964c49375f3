package chargehand.server.maintenance;

import chargehand.server.maintenance.Policy.Kind;
import chargehand.server.maintenance.Policy.Step;
import chargehand.server.maintenance.Round.Outcome;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What people and programs see of maintenance.
final class MaintenanceView {
    private MaintenanceView() {}

    /// A policy in a line.
    ///
    /// @param assets how many
    /// @param work whether somebody has something to do; else it runs by itself
    /// @param next its next day, if it has any within ten years
    /// @param last the day of its last round of which somebody told, with what came of it
    /// @param proof of a backup: how its restore was proven
    @Schema(name = "MaintenancePolicyHead")
    record Head(
            UUID id,
            String name,
            Kind kind,
            String rule,
            int assets,
            boolean work,
            boolean ended,
            @Nullable LocalDate next,
            @Nullable LocalDate last,
            @Nullable Outcome outcome,
            @Nullable Proof proof) {}

    /// How far it was shown that what was backed up comes back.
    ///
    /// @param never of how many assets it was never shown
    /// @param oldest of the others the day on which it was shown longest ago
    @Schema(name = "RestoreProof")
    record Proof(int never, @Nullable LocalDate oldest) {}

    /// @param all how many there are on all pages
    /// @param next where the next page begins
    @Schema(name = "MaintenancePolicyList")
    record HeadList(List<Head> items, int all, @Nullable String next) {}

    /// A policy whole.
    ///
    /// @param rule in capitals, without `RRULE:`
    @Schema(name = "MaintenancePolicy")
    record Whole(
            UUID id,
            String name,
            Kind kind,
            String rule,
            LocalDate first,
            Set<LocalDate> except,
            int grace,
            @Nullable UUID window,
            boolean approval,
            List<Step> steps,
            @Nullable String wayBack,
            int wayBackMinutes,
            boolean ended,
            long version) {
        static Whole of(Policy policy) {
            return new Whole(
                    policy.id(),
                    policy.name(),
                    policy.kind(),
                    policy.rule().rule(),
                    policy.first(),
                    policy.except(),
                    policy.grace(),
                    policy.window(),
                    policy.approval(),
                    policy.steps(),
                    policy.wayBack(),
                    policy.wayBackMinutes(),
                    policy.ended(),
                    policy.version());
        }
    }

    /// @param proven when it was last shown that its backup comes back
    @Schema(name = "MaintainedAsset")
    record OnAsset(UUID id, String name, @Nullable LocalDate proven) {}

    /// How long a step takes.
    ///
    /// @param minutes to plan with
    /// @param measured in how many rounds it was measured
    /// @param learnt whether that is enough to go by
    @Schema(name = "MaintenanceStepTime")
    record StepTime(int minutes, int measured, boolean learnt) {}

    /// @param times of each step
    /// @param next its next days
    /// @param rounds of which something is known, the newest first
    @Schema(name = "MaintenancePolicyDetail")
    record Detail(
            Whole policy, List<OnAsset> assets, List<StepTime> times, List<LocalDate> next, List<RoundView> rounds) {}

    /// How far a round is.
    @Schema(name = "MaintenanceState")
    enum State {
        /// Its day is over, and nothing is known of it.
        missed,
        due,
        /// For somebody to approve it.
        waiting,
        approved,
        planned,
        /// All its tasks are done; nobody has told yet what came of it.
        done,
        told
    }

    /// @param project where it is planned, for whoever may see that
    /// @param finish planned
    /// @param by who approved it
    @Schema(name = "MaintenanceRound")
    record RoundView(
            UUID policy,
            String name,
            Kind kind,
            LocalDate day,
            State state,
            @Nullable UUID project,
            @Nullable String projectName,
            @Nullable String task,
            @Nullable Instant finish,
            @Nullable String by,
            @Nullable Outcome outcome,
            @Nullable LocalDate done,
            @Nullable String note,
            @Nullable String toldBy) {}

    /// @param free how many are in no plan
    /// @param more there are more than are told
    @Schema(name = "MaintenanceRoundList")
    record RoundList(List<RoundView> items, int free, boolean more) {}

    /// What comes in some years.
    ///
    /// @param from the first day, `to` the last
    /// @param rounds how many in all
    @Schema(name = "MaintenanceCalendar")
    record CalendarView(LocalDate from, LocalDate to, int policies, long rounds, List<Month> months) {}

    /// @param month its first day
    /// @param rounds by kind, those that run by themselves left out
    @Schema(name = "MaintenanceMonth")
    record Month(LocalDate month, Map<Kind, Integer> rounds) {}
}
