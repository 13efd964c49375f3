package chargehand.files.chart;

import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.ResourceId;
import chargehand.engine.time.WorkingCalendar;
import chargehand.files.Planned;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How much of the time from the calendar's start to its finish somebody is at work on the plan.
///
/// @param percent of all the working time that they have then; above 100 where somebody pinned too much on them
public record Workload(String name, int percent) {
    /// The busiest first, at most so many; those with nothing to do are left out.
    public static List<Workload> busiest(Planned planned, int atMost) {
        var plan = planned.plan();
        var worked = worked(planned);
        return plan.resources().stream()
                .filter(resource -> worked.getOrDefault(resource.id(), 0L) > 0)
                .map(resource -> of(planned, resource, worked.getOrDefault(resource.id(), 0L)))
                .sorted(Comparator.comparingInt(Workload::percent).reversed().thenComparing(Workload::name))
                .limit(atMost)
                .toList();
    }

    private static Workload of(Planned planned, Resource resource, long worked) {
        var calendar = planned.calendar();
        long available = WorkingTime.between(
                        calendarOf(planned.plan(), resource.calendar()), calendar.start(), calendar.finish())
                * resource.capacity();
        return new Workload(resource.name(), available == 0 ? 0 : (int) Math.round(100.0 * worked / available));
    }

    /// Working minutes times percent, of each.
    private static Map<ResourceId, Long> worked(Planned planned) {
        var calendars = new HashMap<ResourceId, String>();
        for (var resource : planned.plan().resources()) {
            var own = resource.calendar();
            if (own != null) calendars.put(resource.id(), own);
        }
        var worked = new HashMap<ResourceId, Long>();
        for (var task : planned.calendar().tasks())
            for (var each : task.assignments()) {
                var calendar = calendarOf(planned.plan(), calendars.get(each.resource()));
                worked.merge(
                        each.resource(),
                        WorkingTime.between(calendar, each.start(), each.finish()) * each.units(),
                        Long::sum);
            }
        return worked;
    }

    private static WorkingCalendar calendarOf(Plan plan, @Nullable String own) {
        return own == null ? plan.projectCalendar() : plan.calendar(own);
    }
}
