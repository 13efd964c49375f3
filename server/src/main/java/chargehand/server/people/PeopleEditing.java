package chargehand.server.people;

import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import chargehand.server.shared.Version;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes on persons and changes them.
@Service
public class PeopleEditing {
    private final People people;
    private final Sites sites;
    private final Audit audit;
    private final LiveEvents live;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PeopleEditing(
            People people, Sites sites, Audit audit, LiveEvents live, ApplicationEventPublisher events, Clock clock) {
        this.people = people;
        this.sites = sites;
        this.audit = audit;
        this.live = live;
        this.events = events;
        this.clock = clock;
    }

    /// What would be taken of it: names without blanks at their ends, weeks with two digits, currencies in capitals.
    ///
    /// @throws Problem if a value can't be right
    public PersonWrite checked(PersonWrite written) {
        return PersonWrite.of(PersonChecks.person(new UUID(0, 0), 1, written));
    }

    /// @throws Problem if a value can't be right
    @Transactional
    public Person create(PersonWrite written, Caller caller) {
        return create(Ids.next(clock), written, caller);
    }

    /// The same with an id that somebody chose: the demo, or a file that is read again.
    @Transactional
    public Person create(UUID id, PersonWrite written, Caller caller) {
        var person = PersonChecks.person(id, 1, written);
        check(person);
        try {
            people.insert(person);
        } catch (DuplicateKeyException taken) {
            throw emailTaken(person);
        }
        audit.record(caller, "person-created", "person", id, null, Map.of("name", person.name()));
        live.publish("person", id, person.version(), caller.account(), EventScope.company());
        events.publishEvent(new PeopleChanged(Set.of(id)));
        return person;
    }

    /// @param written the person whole, as they are to be
    /// @param version the one that the change was made on
    /// @throws Problem if somebody was faster, or a value can't be right
    @Transactional
    public Person change(UUID id, PersonWrite written, long version, Caller caller) {
        var before = people.find(id).orElseThrow(Problem::notFound);
        if (before.version() != version) throw Version.outdated(before.version());
        var after = PersonChecks.person(id, version + 1, written);
        var changed = changed(before, after);
        if (changed.isEmpty()) return before;
        check(after);
        try {
            if (!people.update(after)) throw Version.outdated(before.version());
        } catch (DuplicateKeyException taken) {
            throw emailTaken(after);
        }
        audit.record(caller, "person-changed", "person", id, null, Map.of("name", after.name(), "fields", changed));
        live.publish("person", id, after.version(), caller.account(), EventScope.company());
        if (changed.stream().anyMatch(FIELDS_OF_TIME::contains)) events.publishEvent(new PeopleChanged(Set.of(id)));
        return after;
    }

    /// What plans depend on.
    private static final Set<String> FIELDS_OF_TIME =
            Set.of("name", "site", "skills", "week", "zone", "capacity", "pool", "arrival");

    private static List<String> changed(Person before, Person after) {
        var changed = new ArrayList<String>();
        if (!before.name().equals(after.name())) changed.add("name");
        if (!Objects.equals(before.email(), after.email())) changed.add("email");
        if (!Objects.equals(before.site(), after.site())) changed.add("site");
        if (!before.skills().equals(after.skills())) changed.add("skills");
        if (!before.fields().equals(after.fields())) changed.add("fields");
        if (!Objects.equals(before.week(), after.week())) changed.add("week");
        if (!Objects.equals(before.zone(), after.zone())) changed.add("zone");
        if (before.capacity() != after.capacity()) changed.add("capacity");
        if (before.pool() != after.pool()) changed.add("pool");
        if (!Objects.equals(before.lead(), after.lead())) changed.add("lead");
        if (!Objects.equals(before.rate(), after.rate())) changed.add("rate");
        if (!Objects.equals(before.arrival(), after.arrival())) changed.add("arrival");
        return changed;
    }

    private void check(Person person) {
        var site = person.site();
        if (site != null && sites.all().stream().noneMatch(each -> each.id().equals(site)))
            throw Problem.invalid("site", "There is no such site.").hint("Add the site first, or choose one.");
        var lead = person.lead();
        if (lead == null) return;
        if (lead.equals(person.id())) throw Problem.invalid("lead", "Nobody leads themselves.");
        if (people.find(lead).isEmpty()) throw Problem.invalid("lead", "There is no such person.");
    }

    private static Problem emailTaken(Person person) {
        return Problem.of(
                        409,
                        "email-taken",
                        "The address belongs to somebody else",
                        "Another person has the address %s.".formatted(person.email()))
                .hint("Check whether it is the same person, or give another address.");
    }
}
