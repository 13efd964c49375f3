package chargehand.server.interchange;

import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.ResourceId;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.Who;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A plan with the people of its file replaced by those of the company.
final class PlanMapping {
    private final Map<ResourceId, ResourceId> ids;

    private PlanMapping(Map<ResourceId, ResourceId> ids) {
        this.ids = ids;
    }

    /// @param persons who each is; one who isn't there stays a name in this plan alone
    static Plan of(Plan plan, String name, Map<ResourceId, UUID> persons) {
        var ids = new HashMap<ResourceId, ResourceId>();
        persons.forEach((resource, person) -> ids.put(resource, new ResourceId(person.toString())));
        return new PlanMapping(ids).mapped(plan, name);
    }

    private Plan mapped(Plan plan, String name) {
        var resources = new LinkedHashMap<ResourceId, Resource>();
        for (var each : plan.resources()) resources.merge(id(each.id()), with(each, id(each.id())), PlanMapping::both);
        return new Plan(
                name,
                plan.zone(),
                plan.start(),
                plan.calendar(),
                plan.calendars(),
                List.copyOf(resources.values()),
                plan.tasks().stream().map(this::mapped).toList(),
                plan.links(),
                // What a file knows of a person's time, the company knows better.
                plan.bookings().stream()
                        .filter(each -> !ids.containsKey(each.resource()))
                        .toList());
    }

    private ResourceId id(ResourceId ofFile) {
        return ids.getOrDefault(ofFile, ofFile);
    }

    private static Resource with(Resource resource, ResourceId id) {
        return new Resource(id, resource.name(), resource.capacity(), resource.calendar(), resource.skills());
    }

    /// Two lines of a file may be the same person.
    private static Resource both(Resource one, Resource other) {
        var skills = new LinkedHashSet<>(one.skills());
        skills.addAll(other.skills());
        return new Resource(one.id(), one.name(), one.capacity(), one.calendar(), skills);
    }

    private Task mapped(Task task) {
        if (task.assignments().isEmpty()) return task;
        var byWho = new LinkedHashMap<Who, Assignment>();
        var assignments = new ArrayList<Assignment>();
        for (var each : task.assignments()) {
            var who = switch (each.who()) {
                case Who.Named(var resource) -> new Who.Named(id(resource));
                case Who.AnyoneWith any -> any;
            };
            var assignment = new Assignment(who, each.units(), each.effort());
            if (who instanceof Who.AnyoneWith) assignments.add(assignment);
            else if (byWho.putIfAbsent(who, assignment) == null) assignments.add(assignment);
        }
        return task.withAssignments(assignments);
    }
}
