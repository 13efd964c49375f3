package chargehand.server.programme;

import chargehand.server.assets.Asset;
import chargehand.server.people.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Who can do what, as far as replacing things asks for it.
final class Skills {
    private final Map<String, List<Person>> bySkill = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> spelled = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    Skills(List<Person> people) {
        for (var person : people)
            for (var skill : person.skills().keySet()) {
                bySkill.computeIfAbsent(skill, any -> new java.util.ArrayList<>())
                        .add(person);
                spelled.putIfAbsent(skill, skill);
            }
    }

    /// The first of the skills that somebody has, as they write it; null if nobody has any.
    @Nullable
    String first(List<String> skills) {
        for (var skill : skills) if (spelled.containsKey(skill)) return spelled.get(skill);
        return null;
    }

    @Nullable
    String changing(Asset asset) {
        return first(Steps.skills(asset));
    }

    @Nullable
    String proving(Asset asset) {
        var backup = first(Steps.PROVING);
        return backup == null ? changing(asset) : backup;
    }

    @Nullable
    String ordering() {
        return first(Steps.ORDERING);
    }

    List<String> names(@Nullable String skill) {
        return skill == null
                ? List.of()
                : bySkill.getOrDefault(skill, List.of()).stream()
                        .map(Person::name)
                        .toList();
    }

    /// Everybody who has one of these, once.
    List<Person> people(Iterable<String> skills) {
        var all = new LinkedHashMap<java.util.UUID, Person>();
        var ordered = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        skills.forEach(ordered::add);
        for (var skill : ordered)
            for (var person : bySkill.getOrDefault(skill, List.of())) all.put(person.id(), person);
        return List.copyOf(all.values());
    }
}
