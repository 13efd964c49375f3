package chargehand.server.forecasting;

import chargehand.engine.forecast.history.TaskLabels;
import chargehand.engine.forecast.history.TaskLabels.Around;
import chargehand.engine.plan.ResourceId;
import chargehand.server.people.Person;
import chargehand.server.planning.PlanReading;
import chargehand.server.planning.Project;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the company adds to the labels of a plan's tasks: teams, and how common each skill is.
final class WorkLabels {
    private WorkLabels() {}

    /// @param everybody in the company, those included who have no part in the plan
    static TaskLabels of(Project project, PlanReading.Current plan, Collection<Person> everybody) {
        Map<String, Integer> having = new HashMap<>();
        Map<ResourceId, String> teams = new HashMap<>();
        for (var person : everybody) {
            for (var skill : person.skills().keySet()) having.merge(skill, 1, Integer::sum);
            var team = team(person);
            if (team != null) teams.put(new ResourceId(person.id().toString()), team);
        }
        // A draft is the same work as its project's.
        var own = project.draft() == null ? project.id() : project.draft().project();
        var client = project.client() == null ? null : project.client().id().toString();
        var around = new Around(own.toString(), project.kind().name(), client, having, Map.of(), teams);
        return new TaskLabels(plan.plan(), plan.calendar(), around);
    }

    /// Those whose time has the same owner are a team.
    static @Nullable String team(Person person) {
        UUID lead = person.lead();
        return lead == null ? null : lead.toString();
    }
}
