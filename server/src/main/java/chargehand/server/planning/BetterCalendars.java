package chargehand.server.planning;

import chargehand.engine.levelling.Aim;
import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.Measures;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.shared.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.springframework.stereotype.Service;

/// Judges calendars that a search has found by what the project's manager puts first, and proposes those that are worth
/// the change.
@Service
class BetterCalendars {
    /// What a change has to win at least to be worth telling people other days: a stable calendar is better than one
    /// that
    /// is shorter by hours.
    private static final Duration WORTH = Duration.ofDays(1);
    /// How often a late minute counts for usual work.
    private static final int USUAL_WEIGHT = 500;

    private final PlanEditing editing;
    private final Proposals proposals;
    private final Aims aims;
    private final LiveEvents events;
    private final Clock clock;

    BetterCalendars(PlanEditing editing, Proposals proposals, Aims aims, LiveEvents events, Clock clock) {
        this.editing = editing;
        this.proposals = proposals;
        this.aims = aims;
        this.events = events;
        this.clock = clock;
    }

    /// @return whether it is proposed
    boolean propose(LivePlan live, Calendar found, int budget, long seed) {
        var now = Measures.of(live.plan(), live.calendar(), live.calendar());
        var then = Measures.of(live.plan(), found, live.calendar());
        if (!isWorth(now, then, aims.of(live.project()))) return false;
        put(live, proposal(live, found, budget, seed, now.lateness() - then.lateness()));
        return true;
    }

    private static boolean isWorth(Measures now, Measures then, List<Aim> aims) {
        if (then.compare(now, aims) >= 0) return false;
        return then.disturbance() == 0
                || now.lateness() - then.lateness() >= WORTH.toMinutes() * USUAL_WEIGHT
                || Duration.between(then.finish(), now.finish()).compareTo(WORTH) >= 0
                || now.lateness() > 0 && then.lateness() == 0;
    }

    private Proposal proposal(LivePlan live, Calendar found, int budget, long seed, long lessLate) {
        var before = live.calendar();
        var values = new HashMap<String, Object>();
        values.put(
                "earlierMinutes",
                Duration.between(found.finish(), before.finish()).toMinutes());
        values.put("lessLateMinutes", lessLate / USUAL_WEIGHT);
        return new Proposal(
                Ids.next(clock),
                live.project(),
                Proposal.Kind.calendar,
                live.edited(),
                clock.instant(),
                seed,
                budget,
                before.finish(),
                found.finish(),
                found.bound(),
                lessLate > 0 ? "keeps-promises" : "finishes-earlier",
                values,
                Proposing.moved(live, found),
                null,
                List.of());
    }

    private void put(LivePlan live, Proposal proposal) {
        editing.tell(live.project(), null, current -> {
            if (current.edited() != proposal.version()) return current;
            proposals.put(proposal);
            events.publish("proposal", live.project(), current.version(), null, EventScope.project(live.project()));
            return current;
        });
    }
}
