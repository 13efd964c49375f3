package chargehand.server.planning;

import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.Rescheduler;
import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskId;
import chargehand.server.planning.PlanEdits.Edited;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What taking a proposal, or part of one, makes of a plan.
@Component
class TakenProposals {
    private final Proposals proposals;
    private final Clock clock;

    TakenProposals(Proposals proposals, Clock clock) {
        this.proposals = proposals;
        this.clock = clock;
    }

    /// @throws Problem if the plan has changed since the proposal was found
    Attempt take(LivePlan old, PlanChange.TakeProposal take, Instant now, @Nullable String label) {
        var proposal = proposals.find(old.project(), take.proposal()).orElseThrow(TakenProposals::obsolete);
        if (proposal.version() != old.edited()) throw obsolete();
        if (proposal.kind() == Proposal.Kind.facts && proposal.facts() != null)
            return facts(old, proposal.facts(), label);
        var moves = new HashMap<TaskId, ScheduledTask>();
        for (var move : proposal.moves()) moves.put(move.task(), move);
        boolean all = take.tasks() == null || take.tasks().isEmpty();
        var calendar = all
                ? Plans.withBound(PlacedTasks.measured(old.plan(), placed(old, moves), now), proposal.bound())
                : around(old, moves, take.tasks() == null ? List.of() : take.tasks(), now);
        var changes = List.<PlanChange>of(take);
        var edited = new Edited(old.written(), changes, List.of(), Set.of(Touches.plan("dates")));
        return Attempt.edit(edited, calendar, Labels.of(label, changes, old.written()));
    }

    private static Problem obsolete() {
        return Problem.of(
                        409,
                        "proposal-obsolete",
                        "The plan has changed since",
                        "This proposal was found for a plan that is no longer there.")
                .hint("Wait for the next one; it is looked for whenever the plan has changed.");
    }

    private Attempt facts(LivePlan old, PlanJson.FactsDocument facts, @Nullable String label) {
        var edited = PlanEdits.apply(
                old.written(),
                List.of(new PlanChange.SetFacts(facts)),
                () -> Ids.next(clock).toString());
        return Attempt.edit(edited, null, Labels.of(label, edited.changes(), old.written()));
    }

    private static Calendar placed(LivePlan live, Map<TaskId, ScheduledTask> moves) {
        var tasks = new ArrayList<ScheduledTask>();
        for (var task : live.calendar().tasks()) tasks.add(moves.getOrDefault(task.task(), task));
        return PlacedTasks.in(live.calendar(), tasks);
    }

    /// Only some of the moves: those tasks are held where they are proposed, and the rest is repaired
    /// around them.
    private static Calendar around(LivePlan old, Map<TaskId, ScheduledTask> moves, List<String> chosen, Instant now) {
        var wanted = new HashSet<>(chosen);
        var pinned = new ArrayList<Task>();
        for (var task : old.plan().tasks()) {
            var move = moves.get(task.id());
            boolean isWanted = wanted.contains(task.id().value()) && task.progress() == null;
            pinned.add(move != null && isWanted ? task.withPinnedStart(move.start()) : task);
        }
        var repaired = Rescheduler.repair(old.plan(), old.calendar(), old.plan().withTasks(pinned), now);
        return PlacedTasks.measured(old.plan(), repaired, now);
    }
}
