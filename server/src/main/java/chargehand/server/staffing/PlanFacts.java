package chargehand.server.staffing;

import chargehand.engine.levelling.ScheduledAssignment;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.staffing.assessment.AssessmentWords;
import chargehand.engine.staffing.assessment.Question;
import chargehand.engine.time.WorkingTable;
import chargehand.server.people.People;
import chargehand.server.people.Person;
import chargehand.server.planning.PlanReading;
import chargehand.server.planning.Project;
import chargehand.server.planning.Projects;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a project's plan says to the questions of an assessment: size, duration, people, disciplines, the cost of work,
/// and the field.
@Component
class PlanFacts {
    private static final double DAYS_OF_A_MONTH = 30.44;

    private final PlanReading plans;
    private final Projects projects;
    private final People people;

    PlanFacts(PlanReading plans, Projects projects, People people) {
        this.plans = plans;
        this.projects = projects;
        this.people = people;
    }

    /// @param version of the plan, or 0 where there is none
    record Read(long version, Map<Question, Fact> facts) {}

    /// Only what the plan can answer: an empty one says nothing but its field.
    Read of(UUID project) {
        var facts = new EnumMap<Question, Fact>(Question.class);
        projects.find(project).ifPresent(each -> field(each.kind(), facts));
        var current = plans.current(project).orElse(null);
        if (current == null) return new Read(0, facts);
        if (size(current, facts) > 0) {
            duration(current, facts);
            team(current, facts);
        }
        return new Read(current.version(), facts);
    }

    private static void field(Project.Kind kind, Map<Question, Fact> facts) {
        if (kind == Project.Kind.other) return;
        int level = kind == Project.Kind.software ? 1 : 2;
        facts.put(
                Question.FIELD,
                new Fact(level, kind.name(), Map.of(), "The project is kept as one of %s.".formatted(kind.name())));
    }

    private static int size(PlanReading.Current current, Map<Question, Fact> facts) {
        int tasks = (int) current.plan().tasks().stream()
                .filter(each -> !each.isSummary() && !(each.extent() instanceof TaskExtent.Milestone))
                .count();
        if (tasks > 0)
            facts.put(
                    Question.SIZE,
                    new Fact(
                            level(tasks, 30, 100, 300),
                            "tasks",
                            Map.of("count", tasks),
                            "%d tasks in the plan.".formatted(tasks)));
        return tasks;
    }

    private static void duration(PlanReading.Current current, Map<Question, Fact> facts) {
        var calendar = current.calendar();
        var zone = current.plan().zone();
        LocalDate from = calendar.start().atZone(zone).toLocalDate();
        LocalDate to = calendar.finish().atZone(zone).toLocalDate();
        double months = Duration.between(calendar.start(), calendar.finish()).toDays() / DAYS_OF_A_MONTH;
        int level = months < 3 ? 1 : months < 6 ? 2 : months <= 12 ? 3 : 4;
        facts.put(
                Question.DURATION,
                new Fact(
                        level,
                        "span",
                        Map.of("from", from.toString(), "to", to.toString(), "months", Math.round(months)),
                        "Planned from %s to %s.".formatted(from, to)));
    }

    private void team(PlanReading.Current current, Map<Question, Fact> facts) {
        var minutes = minutes(current);
        var busy = current.plan().resources().stream()
                .filter(each -> minutes.containsKey(each.id().value()))
                .toList();
        if (busy.isEmpty()) return;
        int heads = busy.stream().mapToInt(PlanFacts::heads).sum();
        facts.put(
                Question.PEOPLE,
                new Fact(
                        level(heads, 4, 10, 25),
                        "people",
                        Map.of("count", heads),
                        "%d people are assigned in the plan.".formatted(heads)));
        disciplines(busy, facts);
        labour(minutes, facts);
    }

    /// A pool counts as many as it has.
    private static int heads(Resource resource) {
        return Math.max(1, Math.ceilDiv(resource.capacity(), 100));
    }

    private static void disciplines(List<Resource> busy, Map<Question, Fact> facts) {
        var skills = new TreeSet<String>();
        for (var each : busy) skills.addAll(each.skills());
        if (skills.isEmpty()) return;
        facts.put(
                Question.DISCIPLINES,
                new Fact(
                        level(skills.size(), 3, 8, 20),
                        "skills",
                        Map.of(
                                "count",
                                skills.size(),
                                "some",
                                String.join(", ", skills.stream().limit(5).toList())),
                        "Those who are assigned bring %d skills together.".formatted(skills.size())));
    }

    /// Whose minutes the calendar takes, by resource, as far as the project's own working time goes.
    private static Map<String, Long> minutes(PlanReading.Current current) {
        var calendar = current.calendar();
        int begin = WorkingTable.minute(calendar.start());
        // A table can't be asked about its own end.
        var table = WorkingTable.of(
                current.plan().projectCalendar(), begin, Math.max(begin, WorkingTable.minute(calendar.finish())) + 1);
        var minutes = new HashMap<String, Long>();
        for (var task : calendar.tasks())
            for (ScheduledAssignment each : task.assignments()) {
                long worked = table.workBetween(WorkingTable.minute(each.start()), WorkingTable.minute(each.finish()));
                minutes.merge(each.resource().value(), worked * each.units() / 100, Long::sum);
            }
        return minutes;
    }

    /// Only how much it is about: the amount itself would tell what people cost.
    private void labour(Map<String, Long> minutes, Map<Question, Fact> facts) {
        var ids = minutes.keySet().stream().map(PlanFacts::id).toList();
        if (ids.contains(null)) return;
        var persons = people.of(ids);
        if (persons.size() < ids.size() || persons.stream().anyMatch(each -> each.rate() == null)) return;
        double euros = 0;
        for (Person each : persons) {
            var rate = each.rate();
            if (rate == null || !rate.currency().equals("EUR")) return;
            euros += minutes.getOrDefault(each.id().toString(), 0L) / 60.0 * rate.minor() / 100;
        }
        int level = euros < 250_000 ? 1 : euros <= 750_000 ? 2 : euros <= 3_000_000 ? 3 : 4;
        facts.put(
                Question.MONEY,
                new Fact(
                        level,
                        "labour",
                        Map.of("level", level),
                        "By the rates of those assigned, work alone comes to: %s"
                                .formatted(AssessmentWords.level(Question.MONEY, level)
                                        .toLowerCase(Locale.ENGLISH))));
    }

    private static @Nullable UUID id(String resource) {
        try {
            return UUID.fromString(resource);
        } catch (IllegalArgumentException noPerson) {
            return null;
        }
    }

    private static int level(int count, int first, int second, int third) {
        if (count <= first) return 1;
        if (count <= second) return 2;
        return count <= third ? 3 : 4;
    }
}
