package chargehand.server.people;

import chargehand.server.shared.Money;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person as somebody writes one. What is absent has its usual value; in a change it stays as it is, and null
/// clears it.
///
/// @param levels of skills, from 1 to 5, by name
/// @param units percent of one person, 1 to 100; for a pool, `capacity` counts
/// @param capacity percent of one person, of a pool: 300 is three of them
public record PersonWrite(
        @Nullable String name,
        @Nullable String email,
        @Nullable UUID site,
        @Nullable List<String> skills,
        @Nullable Map<String, Integer> levels,
        @Nullable List<String> fields,
        @Nullable Week week,
        @Nullable String zone,
        @Nullable Integer units,
        @Nullable Integer capacity,
        @Nullable Boolean pool,
        @Nullable UUID lead,
        @Nullable Money rate,
        @Nullable Arrival arrival) {
    /// A person whole, as they could be written again.
    public static PersonWrite of(Person person) {
        var zone = person.zone();
        return new PersonWrite(
                person.name(),
                person.email(),
                person.site(),
                person.skills().keySet().stream().sorted().toList(),
                person.levels(),
                person.fields(),
                person.week(),
                zone == null ? null : zone.getId(),
                person.pool() ? null : person.capacity(),
                person.pool() ? person.capacity() : null,
                person.pool(),
                person.lead(),
                person.rate(),
                person.arrival());
    }

    /// A new person with nothing but a name.
    public static PersonWrite named(String name) {
        return new PersonWrite(name, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /// The same with an e-mail address.
    public PersonWrite reachedAt(@Nullable String address) {
        return new PersonWrite(
                name, address, site, skills, levels, fields, week, zone, units, capacity, pool, lead, rate, arrival);
    }

    /// The same with other skills and fields of expertise.
    public PersonWrite skilled(@Nullable List<String> learned, @Nullable List<String> known) {
        return new PersonWrite(
                name, email, site, learned, levels, known, week, zone, units, capacity, pool, lead, rate, arrival);
    }

    /// The same for somebody who begins.
    public PersonWrite from(Arrival begin) {
        return new PersonWrite(
                name, email, site, skills, levels, fields, week, zone, units, capacity, pool, lead, rate, begin);
    }

    /// The same with a lead.
    public PersonWrite withLead(UUID lead) {
        return new PersonWrite(
                name, email, site, skills, levels, fields, week, zone, units, capacity, pool, lead, rate, arrival);
    }
}
