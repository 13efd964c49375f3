package chargehand.server.maintenance;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.maintenance.DueRounds.Due;
import chargehand.server.maintenance.MaintenanceView.RoundView;
import chargehand.server.maintenance.MaintenanceView.State;
import chargehand.server.maintenance.Round.Taken;
import chargehand.server.planning.OwnTasks;
import chargehand.server.planning.OwnTasks.Head;
import chargehand.server.planning.TaskKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How far rounds are, by what is known of them and by the plans in which they are.
@Component
class RoundViews {
    private final Rounds rounds;
    private final OwnTasks tasks;

    RoundViews(Rounds rounds, OwnTasks tasks) {
        this.rounds = rounds;
        this.tasks = tasks;
    }

    List<RoundView> of(Caller caller, LocalDate today, List<Due> all) {
        var inPlans = all.stream()
                .filter(each -> each.known() != null && each.known().project() != null)
                .toList();
        var steps = rounds.steps(
                inPlans.stream().map(each -> each.policy().id()).distinct().toList());
        var heads =
                tasks.heads(inPlans.stream().flatMap(each -> keys(each, steps)).toList());
        var seen = caller.where(Permission.PLAN_SEE);
        return all.stream()
                .map(each -> {
                    var work = keys(each, steps)
                            .map(heads::get)
                            .filter(Objects::nonNull)
                            .toList();
                    boolean visible = !work.isEmpty()
                            && seen.has(
                                    work.getFirst().key().project(),
                                    work.getFirst().client());
                    return view(each, today, work, visible);
                })
                .toList();
    }

    private static Stream<TaskKey> keys(Due due, Map<Rounds.Key, List<Taken>> steps) {
        var project = project(due);
        if (project == null) return Stream.empty();
        return steps.getOrDefault(new Rounds.Key(due.policy().id(), due.day()), List.of()).stream()
                .flatMap(each -> each.task() == null ? Stream.empty() : Stream.of(new TaskKey(project, each.task())));
    }

    private static @Nullable UUID project(Due due) {
        return due.known() == null ? null : due.known().project();
    }

    /// @param work its tasks that are still in their plan
    private static RoundView view(Due due, LocalDate today, List<Head> work, boolean visible) {
        var known = due.known();
        return new RoundView(
                due.policy().id(),
                due.policy().name(),
                due.policy().kind(),
                due.day(),
                state(due, today, work),
                visible ? project(due) : null,
                visible ? work.getFirst().projectName() : null,
                visible && known != null ? known.task() : null,
                finish(work),
                known == null ? null : known.approvedBy(),
                due.outcome(),
                known == null ? null : known.done(),
                known == null ? null : known.note(),
                known == null ? null : known.toldBy());
    }

    private static State state(Due due, LocalDate today, Collection<Head> work) {
        if (due.outcome() != null) return State.told;
        if (project(due) != null)
            return !work.isEmpty() && work.stream().allMatch(Head::done) ? State.done : State.planned;
        if (due.day().isBefore(today)) return State.missed;
        if (!due.policy().approval()) return State.due;
        return due.isApproved() ? State.approved : State.waiting;
    }

    private static @Nullable Instant finish(Collection<Head> work) {
        return work.stream().map(Head::finish).max(Comparator.naturalOrder()).orElse(null);
    }
}
