package chargehand.engine.staffing.profile;

import chargehand.engine.staffing.cv.ListedWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The profiles that come with the product; each company may change them.
public final class Profiles {
    private static final Map<String, Profile> SUPPLIED = supplied();

    private Profiles() {}

    public static List<Profile> all() {
        return List.copyOf(SUPPLIED.values());
    }

    public static Optional<Profile> named(String name) {
        return Optional.ofNullable(SUPPLIED.get(name));
    }

    private static Map<String, Profile> supplied() {
        var all = new LinkedHashMap<String, Profile>();
        for (var name : List.of("management", "technical", "software", "infrastructure")) {
            try {
                all.put(name, ProfileText.parse(String.join("\n", ListedWords.lines("profiles/" + name + ".txt"))));
            } catch (ProfileText.NoProfile broken) {
                throw new IllegalStateException("The profile (%s) can't be read.".formatted(name), broken);
            }
        }
        return all;
    }
}
