package chargehand.server.people;

import chargehand.server.shared.Money;
import chargehand.server.shared.Problem;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a written person must be to be taken; each refusal names its field.
final class PersonChecks {
    private static final int MOST_LETTERS = 200;
    private static final int MOST_SKILLS = 100;
    private static final int MOST_LEVEL = 5;
    private static final int MOST_OF_A_POOL = 1_000_000;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    private PersonChecks() {}

    /// The person that is meant. Site, lead and uniqueness are for whoever knows the others.
    static Person person(UUID id, long version, PersonWrite written) {
        boolean pool = Boolean.TRUE.equals(written.pool());
        return new Person(
                id,
                name(written.name()),
                email(written.email()),
                written.site(),
                skills(orNone(written.skills()), written.levels()),
                texts("fields", orNone(written.fields())),
                week(written.week()),
                zone(written.zone()),
                capacity(written, pool),
                pool,
                written.lead(),
                rate(written.rate()),
                arrival(written.arrival()),
                version);
    }

    private static List<String> orNone(@Nullable List<String> given) {
        return given == null ? List.of() : given;
    }

    private static String name(@Nullable String written) {
        return text("name", written == null ? "" : written);
    }

    static String text(String field, String written) {
        var text = written.strip();
        if (text.isEmpty() || text.length() > MOST_LETTERS || text.chars().anyMatch(Character::isISOControl))
            throw Problem.invalid(field, "A %s has 1 to %d letters.".formatted(singular(field), MOST_LETTERS));
        return text;
    }

    private static String singular(String field) {
        return switch (field) {
            case "skills" -> "skill";
            case "fields" -> "field";
            case String other -> other;
        };
    }

    private static @Nullable String email(@Nullable String written) {
        if (written == null || written.isBlank()) return null;
        var email = written.strip();
        if (email.length() > MOST_LETTERS || !EMAIL.matcher(email).matches())
            throw Problem.invalid("email", "“%s” is no e-mail address.".formatted(email))
                    .hint("Write it as ada@example.com.");
        return email;
    }

    private static Map<String, Integer> skills(List<String> names, @Nullable Map<String, Integer> levels) {
        var skills = new TreeMap<String, Integer>();
        for (var name : texts("skills", names)) skills.put(name, 0);
        if (levels != null)
            levels.forEach((name, level) -> {
                if (skills.containsKey(name)) skills.put(name, level(level));
            });
        return skills;
    }

    private static int level(@Nullable Integer level) {
        if (level == null) return 0;
        if (level < 1 || level > MOST_LEVEL)
            throw Problem.invalid("levels", "The level of a skill is 1 to %d, not %d.".formatted(MOST_LEVEL, level));
        return level;
    }

    private static List<String> texts(String field, Collection<String> written) {
        if (written.size() > MOST_SKILLS)
            throw Problem.invalid(field, "There are %d, and %d at most.".formatted(written.size(), MOST_SKILLS));
        return written.stream().map(each -> text(field, each)).distinct().toList();
    }

    private static @Nullable Week week(@Nullable Week written) {
        if (written == null) return null;
        if (written.days().isEmpty())
            throw Problem.invalid("week", "Nobody works in this week.").hint("Give one day its hours at least.");
        return Week.of(written.days());
    }

    static @Nullable ZoneId zone(@Nullable String written) {
        if (written == null || written.isBlank()) return null;
        try {
            return ZoneId.of(written.strip());
        } catch (DateTimeException unknown) {
            throw Problem.invalid("zone", "“%s” is no time zone.".formatted(written))
                    .hint("Write it as Europe/Berlin.");
        }
    }

    private static int capacity(PersonWrite written, boolean pool) {
        var given = pool ? written.capacity() : written.units();
        if (given == null) given = pool ? written.units() : written.capacity();
        int most = pool ? MOST_OF_A_POOL : 100;
        if (given == null) return 100;
        if (given < 1 || given > most)
            throw Problem.invalid(
                    pool ? "capacity" : "units", "It must be 1 to %d percent of one person.".formatted(most));
        return given;
    }

    private static @Nullable Arrival arrival(@Nullable Arrival written) {
        if (written == null) return null;
        if (written.rampUpWeeks() < 0 || written.rampUpWeeks() > Arrival.MOST_WEEKS)
            throw Problem.invalid("arrival", "A ramp-up has 0 to %d weeks.".formatted(Arrival.MOST_WEEKS));
        if (written.rampUpShare() < Arrival.LEAST_SHARE || written.rampUpShare() > 100)
            throw Problem.invalid("arrival", "Work has %d to 100 percent of a ramp-up.".formatted(Arrival.LEAST_SHARE));
        return written;
    }

    private static @Nullable Money rate(@Nullable Money written) {
        if (written == null) return null;
        if (written.minor() < 0) throw Problem.invalid("rate", "A rate is not negative.");
        try {
            return new Money(
                    written.minor(),
                    Currency.getInstance(written.currency().strip().toUpperCase(Locale.ROOT))
                            .getCurrencyCode());
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid("rate", "“%s” is no currency.".formatted(written.currency()))
                    .hint("Write the three letters of ISO 4217, as EUR.");
        }
    }
}
