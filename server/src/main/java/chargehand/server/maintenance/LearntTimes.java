package chargehand.server.maintenance;

import chargehand.engine.forecast.FinishedTasks;
import chargehand.server.planning.PlanReading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// How long a policy's steps take, by what they took in its latest rounds.
@Component
class LearntTimes {
    private static final int LATEST = 12;
    private static final int ENOUGH = 3;
    private static final int QUARTER = 15;

    private final Rounds rounds;
    private final PlanReading plans;

    LearntTimes(Rounds rounds, PlanReading plans) {
        this.rounds = rounds;
        this.plans = plans;
    }

    /// @param minutes to plan with: the middle of what was measured, in whole quarters of an hour, where that is at
    ///     least three; else as written
    /// @param measured how often it was seen
    record Time(int minutes, int measured) {
        boolean isLearnt() {
            return measured >= ENOUGH;
        }
    }

    /// By step.
    List<Time> of(Policy policy) {
        var seen = new HashMap<Integer, List<Integer>>();
        var plansRead = new HashMap<UUID, Map<String, Integer>>();
        for (var round : rounds.of(policy.id(), LATEST))
            for (var step : round.steps()) {
                var took = step.took();
                if (took == null && step.task() != null && round.project() != null)
                    took = plansRead
                            .computeIfAbsent(round.project(), this::finished)
                            .get(step.task());
                if (took != null)
                    seen.computeIfAbsent(step.step(), any -> new ArrayList<>()).add(took);
            }
        var times = new ArrayList<Time>();
        for (int i = 0; i < policy.steps().size(); i++)
            times.add(time(policy.steps().get(i).minutes(), seen.getOrDefault(i, List.of())));
        return times;
    }

    private Map<String, Integer> finished(UUID project) {
        var took = new HashMap<String, Integer>();
        plans.current(project)
                .ifPresent(current -> FinishedTasks.of(current.plan(), current.calendar())
                        .forEach(each -> took.put(each.task().value(), (int) Math.round(each.actual() * 60))));
        return took;
    }

    static Time time(int written, List<Integer> seen) {
        if (seen.size() < ENOUGH) return new Time(written, seen.size());
        var sorted = seen.stream().sorted().toList();
        int middle = (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
        return new Time(Math.max(QUARTER, (middle + QUARTER - 1) / QUARTER * QUARTER), seen.size());
    }
}
