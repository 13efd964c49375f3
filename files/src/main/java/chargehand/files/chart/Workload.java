package chargehand.files.chart;

import chargehand.engine.plan.Resource;
import chargehand.engine.plan.ResourceId;
import chargehand.files.Planned;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// How much of the time from the calendar's start to its finish somebody is at work on the plan.
///
/// @param percent of all the working time that they have then; above 100 where somebody pinned too much on them
public record Workload(String name, int percent) {
    /// The busiest first, at most so many; those with nothing to do are left out.
    public static List<Workload> busiest(Planned planned, int atMost) {
        var plan = planned.plan();
        var times = times(planned);
        var worked = worked(planned, times);
        return plan.resources().stream()
                .filter(resource -> worked.getOrDefault(resource.id(), 0L) > 0)
                .map(resource -> of(
                        planned,
                        resource,
                        worked.getOrDefault(resource.id(), 0L),
                        Objects.requireNonNull(times.get(resource.id()))))
                .sorted(Comparator.comparingInt(Workload::percent).reversed().thenComparing(Workload::name))
                .limit(atMost)
                .toList();
    }

    private static Workload of(Planned planned, Resource resource, long worked, WorkingTime time) {
        var calendar = planned.calendar();
        long available = time.between(calendar.start(), calendar.finish()) * resource.capacity();
        return new Workload(resource.name(), available == 0 ? 0 : (int) Math.round(100.0 * worked / available));
    }

    /// Working minutes times percent, of each.
    private static Map<ResourceId, Long> worked(Planned planned, Map<ResourceId, WorkingTime> times) {
        var worked = new HashMap<ResourceId, Long>();
        for (var task : planned.calendar().tasks())
            for (var each : task.assignments()) {
                var time = times.get(each.resource());
                if (time != null)
                    worked.merge(each.resource(), time.between(each.start(), each.finish()) * each.units(), Long::sum);
            }
        return worked;
    }

    /// The working time of each; those on one calendar share it.
    private static Map<ResourceId, WorkingTime> times(Planned planned) {
        var plan = planned.plan();
        var ofCalendar = new HashMap<String, WorkingTime>();
        var times = new HashMap<ResourceId, WorkingTime>();
        for (var resource : plan.resources()) {
            var own = resource.calendar();
            times.put(
                    resource.id(),
                    ofCalendar.computeIfAbsent(own == null ? plan.calendar() : own, id -> time(planned, id)));
        }
        return times;
    }

    private static WorkingTime time(Planned planned, String calendar) {
        return new WorkingTime(
                planned.plan().calendar(calendar),
                planned.calendar().start(),
                planned.calendar().finish());
    }
}
