package chargehand.server.planning;

import chargehand.engine.levelling.Calendar;
import chargehand.engine.plan.Plan;
import chargehand.server.identity.Caller;
import chargehand.server.shared.Problem;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Drafts for those who offer them to others: begun, looked at as they would be in the plan today, and
/// taken over.
@Service
public class Trials {
    private final Drafting drafting;
    private final Drafts drafts;
    private final PlanChanges history;
    private final PlanEditing editing;
    private final WarmPlans warm;
    private final Plans plans;

    Trials(Drafting drafting, Drafts drafts, PlanChanges history, PlanEditing editing, WarmPlans warm, Plans plans) {
        this.drafting = drafting;
        this.drafts = drafts;
        this.history = history;
        this.editing = editing;
        this.warm = warm;
        this.plans = plans;
    }

    /// A plan and what it would be with all that was tried in a draft.
    ///
    /// @param today the plan as it is, and `then` as it would be, with the calendar that taking the
    /// draft would give
    /// @param edited the version of the draft in which something was last tried
    /// @param nothing whether there is nothing in it that can be taken
    public record Trial(PlanReading.Current today, PlanReading.Current then, long edited, boolean nothing) {}

    /// The versions of a plan and of a draft of it; what was found out about both stays true as long as
    /// they do, and nothing that was planned has passed. 0 for what is not there.
    public record Stand(long plan, long draft) {}

    public Stand stand(UUID project, @Nullable UUID draft) {
        return new Stand(version(project), draft == null ? 0 : version(draft));
    }

    private long version(UUID plan) {
        return plans.version(plan).orElse(0L);
    }

    /// @return the draft, which is a plan of its own
    public UUID begin(Caller caller, UUID project, String name) {
        return drafting.begin(caller, project, name);
    }

    /// @param seen the version of the plan that whoever stands behind the draft saw last; 0 for the one
    /// from which it began. What others changed since must not be what the draft changes.
    /// @return empty if there is no such draft any more
    /// @throws Problem 412 with both values where somebody changed the same; as the changes themselves
    /// would
    public Optional<Trial> look(UUID project, UUID draft, long seen) {
        return drafts.find(project, draft).map(each -> trial(each, seen));
    }

    /// The same where nothing of the plan changes.
    ///
    /// @throws Problem 404 if there is no such plan
    public Trial none(UUID project) {
        var live = warm.current(project).orElseThrow(Problem::notFound);
        var today = current(live, live.plan(), live.calendar());
        return new Trial(today, today, 0, true);
    }

    private Trial trial(Drafts.Draft draft, long seen) {
        var project = draft.project();
        var changes = drafting.takeable(draft);
        var live = warm.current(project).orElseThrow(Problem::notFound);
        if (!changes.isEmpty()) Conflicts.refuse(live, changes, history.since(project, since(draft, seen)));
        var today = current(live, live.plan(), live.calendar());
        var edited = warm.current(draft.id()).orElseThrow(Problem::notFound).edited();
        if (changes.isEmpty()) return new Trial(today, today, edited, true);
        var tried = editing.tried(project, changes);
        var then = tried.plan();
        return new Trial(today, current(tried.before(), then.plan(), then.calendar()), edited, false);
    }

    private static long since(Drafts.Draft draft, long seen) {
        return Math.max(draft.base(), seen);
    }

    private PlanReading.Current current(LivePlan live, Plan plan, Calendar calendar) {
        return new PlanReading.Current(
                live.project(),
                live.version(),
                PlanReading.numbered(plan),
                calendar,
                warm.now(),
                live.done(),
                live.draft());
    }

    /// Makes all that was tried again in the plan, as one step.
    ///
    /// @param seen as in `look`
    /// @return the version of the plan now
    public long take(Caller caller, UUID project, UUID draft, long seen, String label) {
        var taken = drafts.find(project, draft).orElseThrow(Problem::notFound);
        return editing.apply(caller, project, drafting.takeable(taken), since(taken, seen), label)
                .version();
    }
}
