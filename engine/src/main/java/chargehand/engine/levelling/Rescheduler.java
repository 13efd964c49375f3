package chargehand.engine.levelling;

import chargehand.engine.network.Compiled;
import chargehand.engine.network.Network;
import chargehand.engine.plan.Plan;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Repairs a calendar after an edit, moving as little as can be.
///
/// Keeps what can be used again from one edit to the next, so a server holds one for each plan that is being worked
/// on. Not to be shared between threads.
public final class Rescheduler {
    private final Plan plan;
    private final Calendar calendar;
    private final @Nullable Instant now;
    private final Compiled compiled;
    private @Nullable Made made;
    private @Nullable Made repaired;

    /// @param plan the plan as it was, and `calendar` its calendar
    /// @param now the moment before which nothing moves, or null for none
    public Rescheduler(Plan plan, Calendar calendar, @Nullable Instant now) {
        this(plan, calendar, now, new Compiled());
    }

    private Rescheduler(Plan plan, Calendar calendar, @Nullable Instant now, Compiled compiled) {
        this.plan = plan;
        this.calendar = calendar;
        this.now = now;
        this.compiled = compiled;
    }

    /// One for the plan and the calendar that came of an edit, which goes on with what this one has compiled.
    public Rescheduler then(Plan plan, Calendar calendar, @Nullable Instant now) {
        var next = new Rescheduler(plan, calendar, now, compiled);
        next.made = repaired;
        return next;
    }

    /// One repair, when there is nothing to be kept for the next.
    public static Calendar repair(Plan plan, Calendar calendar, Plan edited, @Nullable Instant now) {
        return new Rescheduler(plan, calendar, now).repair(edited);
    }

    /// A calendar of the edited plan near the one before the edit: what began before `now` stays as it was, a task
    /// that the edit does not touch stays where it is unless a link, a person or a window forces it later, and what
    /// was held by a touched task may come earlier with it. Who does what stays too, but for touched tasks.
    ///
    /// One schedule, no search: milliseconds for thousands of tasks. The bound is not known.
    public Calendar repair(Plan edited) {
        var options = options();
        return Scheduler.compiled(edited, options, compiled, network -> {
            repaired = new Repair(network, plan, made(network), now).repair(options);
            return repaired.calendar();
        });
    }

    /// The same calendar with float, finish and findings worked out anew from where its tasks are: for one that was
    /// stored without them, or of which a part was put back. Moves nothing; the bound is not known.
    public Calendar measured() {
        var options = options();
        return Scheduler.compiled(
                plan, options, compiled, network -> new Repair(network, plan, made(network), now).measured(options));
    }

    private Options options() {
        return Options.schedules(1).withNow(now).withSeed(calendar.seed());
    }

    private Made made(Network network) {
        if (made == null || !made.isOf(calendar, network)) made = Made.of(network, calendar);
        return made;
    }
}
