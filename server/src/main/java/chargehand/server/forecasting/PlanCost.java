package chargehand.server.forecasting;

import chargehand.engine.forecast.FinishedTasks;
import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.ScheduledAssignment;
import chargehand.engine.plan.Plan;
import chargehand.server.people.Person;
import chargehand.server.shared.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the work of a plan takes and costs, by who does it in its calendar and at their rates of today.
///
/// @param minutes of people's work
/// @param minor by currency, in its minor units, of those who have a rate
/// @param unrated minutes of people without a rate
record PlanCost(long minutes, Map<String, Long> minor, long unrated) {
    private static final int HOUR = 60;

    static PlanCost of(Plan plan, Calendar calendar, List<Person> people) {
        Map<String, Money> rates = new HashMap<>();
        for (var each : people) if (each.rate() != null) rates.put(each.id().toString(), each.rate());
        double minutes = 0;
        double unrated = 0;
        var minor = new HashMap<String, Double>();
        for (int i = 0; i < plan.tasks().size(); i++) {
            var assigned = calendar.tasks().get(i).assignments();
            double work = FinishedTasks.estimate(plan.tasks().get(i)) * HOUR;
            int units = assigned.stream().mapToInt(ScheduledAssignment::units).sum();
            if (units == 0) continue;
            minutes += work;
            for (var each : assigned) {
                double share = work * each.units() / units;
                var rate = rates.get(each.resource().value());
                if (rate == null) unrated += share;
                else minor.merge(rate.currency(), share * rate.minor() / HOUR, Double::sum);
            }
        }
        var whole = new HashMap<String, Long>();
        minor.forEach((currency, amount) -> whole.put(currency, Math.round(amount)));
        return new PlanCost(Math.round(minutes), Map.copyOf(whole), Math.round(unrated));
    }

    /// In its one currency; null if there are several, or nobody has a rate.
    @Nullable
    Money total() {
        if (minor.size() != 1) return null;
        var only = minor.entrySet().iterator().next();
        return new Money(only.getValue(), only.getKey());
    }

    /// By how much it is more than another; null where that can't be said.
    @Nullable
    Money beyond(PlanCost other) {
        var mine = total();
        var theirs = other.total();
        if (mine == null || theirs == null || !mine.currency().equals(theirs.currency())) return null;
        return new Money(mine.minor() - theirs.minor(), mine.currency());
    }
}
