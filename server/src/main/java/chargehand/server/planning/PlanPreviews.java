package chargehand.server.planning;

import chargehand.engine.explain.Words;
import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.plan.Booking;
import chargehand.engine.plan.Finding;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.TaskId;
import chargehand.server.people.Ledger;
import chargehand.server.shared.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/// Tries changes and says what they would do.
@Service
class PlanPreviews {
    private static final int MOST_MOVES = 200;
    private static final int MOST_OTHERS = 100;

    private final PlanEditing editing;
    private final Ledger ledger;

    PlanPreviews(PlanEditing editing, Ledger ledger) {
        this.editing = editing;
        this.ledger = ledger;
    }

    /// @throws Problem as the changes themselves would
    Preview preview(UUID project, List<PlanChange> changes) {
        if (changes.stream().anyMatch(PlanChange.TakeProposal.class::isInstance))
            throw Problem.invalid("changes", "What a proposal would do stands in the proposal.");
        var outcome = editing.tried(project, changes);
        var live = outcome.before();
        var plan = outcome.plan().plan();
        var calendar = outcome.plan().calendar();
        var moves = moves(live, plan, calendar.tasks());
        return new Preview(
                calendar.finish(),
                alsoMoved(plan, moves, changes),
                moves.subList(0, Math.min(MOST_MOVES, moves.size())),
                PlanViews.findings(new Words(plan), newFindings(live, calendar)),
                others(project, moves, plan, calendar.tasks()));
    }

    private static int alsoMoved(Plan plan, List<Preview.Move> moves, List<PlanChange> changes) {
        var aside = new HashSet<String>();
        for (var change : changes) {
            if (change instanceof PlanChange.SetTask set) aside.add(set.task());
            if (change instanceof PlanChange.MoveTask move) aside.add(move.task());
        }
        for (var task : plan.tasks())
            if (task.extent() instanceof TaskExtent.Summary) aside.add(task.id().value());
        return (int) moves.stream().filter(move -> !aside.contains(move.task())).count();
    }

    private static List<Finding> newFindings(LivePlan live, Calendar calendar) {
        var known = new HashSet<List<Object>>();
        for (var each : live.calendar().findings()) known.add(List.of(each.code(), each.tasks()));
        return calendar.findings().stream()
                .filter(each -> !known.contains(List.of(each.code(), each.tasks())))
                .toList();
    }

    /// The tasks of a calendar that stand elsewhere than in the live one; those that are new there are no moves.
    static List<Preview.Move> moves(LivePlan live, Plan plan, List<ScheduledTask> tasks) {
        var moves = new ArrayList<Preview.Move>();
        var places = new HashMap<TaskId, Integer>();
        for (int i = 0; i < tasks.size(); i++) {
            var now = tasks.get(i);
            var was = before(live, i, now.task(), places);
            if (was == null) continue;
            boolean same = was.start().equals(now.start()) && was.finish().equals(now.finish());
            if (!same) moves.add(move(was, now));
        }
        return moves;
    }

    private static @org.jspecify.annotations.Nullable ScheduledTask before(
            LivePlan live, int place, TaskId id, Map<TaskId, Integer> places) {
        var tasks = live.calendar().tasks();
        if (place < tasks.size() && tasks.get(place).task().equals(id)) return tasks.get(place);
        if (places.isEmpty()) places.putAll(live.places());
        var was = places.get(id);
        return was == null ? null : tasks.get(was);
    }

    static Preview.Move move(ScheduledTask was, ScheduledTask now) {
        return new Preview.Move(
                now.task().value(), now.start(), now.finish(), new PlanView.Dates(was.start(), was.finish()));
    }

    /// Where moved tasks would meet what other projects have now.
    private List<Preview.Other> others(UUID project, List<Preview.Move> moves, Plan plan, List<ScheduledTask> tasks) {
        var moved = new HashSet<String>();
        for (var move : moves) moved.add(move.task());
        var persons = new LinkedHashSet<UUID>();
        var working = new ArrayList<ScheduledTask>();
        for (var task : tasks) {
            if (!moved.contains(task.task().value())) continue;
            working.add(task);
            for (var each : task.assignments())
                Facts.person(each.resource().value()).ifPresent(persons::add);
        }
        var from = working.stream().map(ScheduledTask::start).min(Instant::compareTo);
        if (persons.isEmpty() || from.isEmpty()) return List.of();
        return overlaps(working, plan, ledger.othersThan(project, persons, from.get()));
    }

    private static List<Preview.Other> overlaps(List<ScheduledTask> working, Plan plan, List<Booking> booked) {
        var capacity = new HashMap<String, Integer>();
        for (var each : plan.resources()) capacity.put(each.id().value(), each.capacity());
        var others = new LinkedHashSet<Preview.Other>();
        var byResource = booked.stream().collect(Collectors.groupingBy(Booking::resource));
        for (var task : working)
            for (var mine : task.assignments())
                for (var theirs : byResource.getOrDefault(mine.resource(), List.of())) {
                    boolean meet = theirs.fromInclusive().isBefore(mine.finish())
                            && theirs.toExclusive().isAfter(mine.start())
                            && theirs.units() + mine.units()
                                    > capacity.getOrDefault(mine.resource().value(), 100);
                    if (!meet || others.size() >= MOST_OTHERS) continue;
                    Facts.person(mine.resource().value())
                            .ifPresent(person -> others.add(
                                    new Preview.Other(person, theirs.fromInclusive(), theirs.toExclusive())));
                }
        return List.copyOf(others);
    }
}
