package chargehand.server.people;

import chargehand.server.shared.Money;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody, or a pool of equals, who works for the company. An account is not needed for it.
///
/// @param skills by name, each with a level from 1 to 5, or 0 where nobody said
/// @param fields of expertise, as "networks"
/// @param week null for the company's
/// @param zone null for the site's, else the company's
/// @param capacity percent of one person: 100 is a person, 50 one who is here half of the time in parallel to other
///     things, 300 a pool of three
/// @param lead the person who owns this one's time, or null
/// @param rate for an hour; only some may see it
/// @param arrival null for somebody who has long been here
public record Person(
        UUID id,
        String name,
        @Nullable String email,
        @Nullable UUID site,
        Map<String, Integer> skills,
        List<String> fields,
        @Nullable Week week,
        @Nullable ZoneId zone,
        int capacity,
        boolean pool,
        @Nullable UUID lead,
        @Nullable Money rate,
        @Nullable Arrival arrival,
        long version) {
    public Person {
        skills = Map.copyOf(skills);
        fields = List.copyOf(fields);
    }

    /// The levels of those skills that have one.
    Map<String, Integer> levels() {
        var levels = new TreeMap<String, Integer>();
        skills.forEach((skill, level) -> {
            if (level > 0) levels.put(skill, level);
        });
        return levels;
    }

    /// The first letters of the first and the last word of the name.
    public String initials() {
        return initials(name);
    }

    static String initials(String name) {
        var words = name.strip().split("\\s+");
        var first = words[0].substring(0, words[0].offsetByCodePoints(0, words[0].isEmpty() ? 0 : 1));
        if (words.length == 1) return first;
        var last = words[words.length - 1];
        return first + last.substring(0, last.offsetByCodePoints(0, 1));
    }
}
