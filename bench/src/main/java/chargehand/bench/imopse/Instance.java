package chargehand.bench.imopse;

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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A multi-skill project (MS-RCPSP): each task needs one person who has a skill at a level or above, and nobody does
/// two things at once. Whole hours, around the clock.
///
/// @param name of the file without its ending
/// @param people in file order
/// @param tasks in file order
record Instance(String name, List<Person> people, List<Job> tasks) {
    static final Instant START = Instant.EPOCH;

    /// @param levels by skill
    record Person(String id, Map<String, Integer> levels) {
        boolean can(Job job) {
            return levels.getOrDefault(job.skill(), -1) >= job.level();
        }
    }

    /// @param after places of those that must have ended
    record Job(String id, int hours, String skill, int level, int[] after) {}

    /// Who does each task, and when: places of people, and hours.
    record Schedule(int[] starts, int[] people) {}

    /// The same as a plan: an hour is a minute, a skill at a level is a skill that all have who have it higher.
    Plan plan() {
        var resources = new ArrayList<Resource>();
        for (var person : people) {
            var skills = new HashSet<String>();
            person.levels().forEach((skill, level) -> {
                for (int each = 0; each <= level; each++) skills.add(named(skill, each));
            });
            resources.add(new Resource(new ResourceId(person.id()), person.id(), 100, null, skills));
        }
        var written = new ArrayList<Task>();
        var links = new ArrayList<Link>();
        for (var job : tasks) {
            var extent = new TaskExtent.ByWorkingTime(WorkingDuration.ofMinutes(job.hours()));
            var who = new Assignment(new Who.AnyoneWith(named(job.skill(), job.level())), 100, null);
            written.add(Task.of(job.id(), job.id(), extent).withAssignments(List.of(who)));
            for (int before : job.after()) links.add(Link.of(tasks.get(before).id(), job.id()));
        }
        var always = WorkingCalendar.aroundTheClock("always", ZoneOffset.UTC);
        return new Plan(name, ZoneOffset.UTC, START, "always", List.of(always), resources, written, links, List.of());
    }

    private static String named(String skill, int level) {
        return skill + ":" + level;
    }

    int length(Schedule schedule) {
        int end = 0;
        for (int i = 0; i < tasks.size(); i++)
            end = Math.max(end, schedule.starts()[i] + tasks.get(i).hours());
        return end;
    }

    /// The first rule that a schedule breaks, or null if it keeps all: its own reading of the file, nothing of the
    /// engine.
    @Nullable
    String broken(Schedule schedule) {
        int[] starts = schedule.starts();
        for (int i = 0; i < tasks.size(); i++) {
            var job = tasks.get(i);
            if (starts[i] < 0) return "task %s starts before the start".formatted(job.id());
            var person = people.get(schedule.people()[i]);
            if (!person.can(job))
                return "%s can't do task %s (%s: %d)".formatted(person.id(), job.id(), job.skill(), job.level());
            for (int before : job.after())
                if (starts[i] < starts[before] + tasks.get(before).hours())
                    return "task %s starts before task %s ends"
                            .formatted(job.id(), tasks.get(before).id());
            for (int j = 0; j < i; j++) {
                boolean same = schedule.people()[i] == schedule.people()[j];
                if (same && starts[i] < starts[j] + tasks.get(j).hours() && starts[j] < starts[i] + job.hours())
                    return "%s does tasks %s and %s at once"
                            .formatted(person.id(), tasks.get(j).id(), job.id());
            }
        }
        return null;
    }
}
