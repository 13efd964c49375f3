package chargehand.engine.levelling;

import chargehand.engine.plan.Plan;

/// Turns a plan into a calendar that respects links, people, their working time, pins and windows.
public final class Scheduler {
    private Scheduler() {}

    /// The best calendar found within the options' budget. What can't be done as written is done as nearly as can be,
    /// and said in the findings; nothing that somebody wrote is changed.
    public static Calendar schedule(Plan plan, Options options) {
        throw new IllegalStateException("to come");
    }

    /// The same without regard to capacity: everyone may do any number of things at once. One schedule, no search.
    public static Calendar scheduleUnlevelled(Plan plan, Options options) {
        throw new IllegalStateException("to come");
    }
}
