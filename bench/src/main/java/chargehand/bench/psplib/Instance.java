package chargehand.bench.psplib;

import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Link;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.ResourceId;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.Who;
import chargehand.engine.time.WorkingCalendar;
import chargehand.engine.time.WorkingDuration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A resource-constrained project as the literature has it: jobs of whole periods without calendars.
///
/// @param name of the file without its ending
/// @param capacity units of each resource
/// @param jobs in file order, the source and the sink among them
public record Instance(String name, int[] capacity, List<Job> jobs) {
    public static final Instant START = Instant.EPOCH;

    /// @param demand units of each resource while it lasts
    /// @param successors their places in the list
    public record Job(int duration, int[] demand, int[] successors) {}

    /// The same as a plan: a period is a minute, all work around the clock, a job of no length is a milestone.
    public Plan plan() {
        var resources = new ArrayList<Resource>();
        for (int r = 0; r < capacity.length; r++)
            resources.add(new Resource(new ResourceId("R" + (r + 1)), "R" + (r + 1), capacity[r], null, Set.of()));
        var tasks = new ArrayList<Task>();
        var links = new ArrayList<Link>();
        for (int j = 0; j < jobs.size(); j++) {
            tasks.add(task(j));
            for (int next : jobs.get(j).successors()) links.add(Link.of(id(j), id(next)));
        }
        var always = WorkingCalendar.aroundTheClock("always", ZoneOffset.UTC);
        return new Plan(name, ZoneOffset.UTC, START, "always", List.of(always), resources, tasks, links, List.of());
    }

    private Task task(int place) {
        var job = jobs.get(place);
        if (job.duration() == 0) return Task.of(id(place), id(place), new TaskExtent.Milestone());
        var assignments = new ArrayList<Assignment>();
        for (int r = 0; r < capacity.length; r++)
            if (job.demand()[r] > 0)
                assignments.add(new Assignment(new Who.Named(new ResourceId("R" + (r + 1))), job.demand()[r], null));
        var extent = new TaskExtent.ByWorkingTime(WorkingDuration.ofMinutes(job.duration()));
        return Task.of(id(place), id(place), extent).withAssignments(assignments);
    }

    private static String id(int place) {
        return "J" + (place + 1);
    }

    /// The first rule that starts (in periods) break, or null if they keep all: its own reading of the file, nothing of
    /// the engine.
    @org.jspecify.annotations.Nullable
    public String broken(int[] starts) {
        int end = 0;
        for (int j = 0; j < jobs.size(); j++) {
            int finish = starts[j] + jobs.get(j).duration();
            end = Math.max(end, finish);
            if (starts[j] < 0) return "job %d starts before the start".formatted(j + 1);
            for (int next : jobs.get(j).successors())
                if (starts[next] < finish) return "job %d starts before job %d ends".formatted(next + 1, j + 1);
        }
        for (int r = 0; r < capacity.length; r++) {
            var taken = new int[end];
            for (int j = 0; j < jobs.size(); j++)
                for (int t = starts[j]; t < starts[j] + jobs.get(j).duration(); t++)
                    if ((taken[t] += jobs.get(j).demand()[r]) > capacity[r])
                        return "resource %d is overbooked in period %d".formatted(r + 1, t);
        }
        return null;
    }
}
