package chargehand.files.own;

import chargehand.engine.plan.Resource;
import chargehand.engine.plan.ResourceId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who may be assigned: those whom the file lists, or whomever it names if it lists nobody.
final class Team {
    private final Map<String, Resource> byId = new LinkedHashMap<>();
    private final Map<String, Resource> byName = new HashMap<>();
    private final boolean open;

    private Team(boolean open) {
        this.open = open;
    }

    /// Takes in everyone who is named, as one who is there all the time, or as many as are asked for at once.
    static Team open() {
        return new Team(true);
    }

    /// Knows these alone, by id, or by name where only one has it.
    static Team of(List<Resource> listed) {
        var team = new Team(false);
        var shared = new HashSet<String>();
        for (var resource : listed) {
            team.byId.put(resource.id().value(), resource);
            if (team.byName.put(resource.name(), resource) != null) shared.add(resource.name());
        }
        team.byName.keySet().removeAll(shared);
        return team;
    }

    /// @param units percent of one person that are asked of them
    ResourceId named(String who, int units) throws BadValue {
        if (open && isId(who)) byId.merge(who, newcomer(who, units), Team::larger);
        var found = byId.getOrDefault(who, byName.get(who));
        if (found != null) return found.id();
        throw new BadValue(
                "unknown-id",
                "nobody is called \"%s\"".formatted(Quoted.shortened(who)),
                open ? "Write a name of 1 to 200 characters." : "Add them to \"people\", or correct the name.");
    }

    List<Resource> resources() {
        return List.copyOf(byId.values());
    }

    private static Resource newcomer(String name, int units) {
        return new Resource(new ResourceId(name), name, Math.max(units, 100), null, Set.of());
    }

    private static Resource larger(Resource one, Resource other) {
        return one.capacity() >= other.capacity() ? one : other;
    }

    private static boolean isId(String text) {
        return !text.isBlank() && text.length() <= 200;
    }
}
