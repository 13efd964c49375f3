package chargehand.server.people;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.shared.Problem;
import chargehand.server.shared.Version;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@RestController
@Tag(name = "People", description = "Who works here, when, and with which skills; sites, holidays and shutdowns.")
class PersonController {
    /// So far ahead a list of people says who is away.
    private static final int DAYS_AHEAD = 60;

    private final People people;
    private final PeopleEditing editing;
    private final Sites sites;
    private final Absences absences;
    private final CompanyTimes company;
    private final JsonMapper json;
    private final Clock clock;

    PersonController(
            People people,
            PeopleEditing editing,
            Sites sites,
            Absences absences,
            CompanyTimes company,
            JsonMapper json,
            Clock clock) {
        this.people = people;
        this.editing = editing;
        this.sites = sites;
        this.absences = absences;
        this.company = company;
        this.json = json;
        this.clock = clock;
    }

    record PersonList(List<PersonView> items) {}

    @GetMapping("/api/people")
    @Needs(Permission.PEOPLE_SEE)
    @Operation(operationId = "listPeople", summary = "People, by name; rates only for those who may see them")
    PersonList list(@RequestParam @Nullable String q, @RequestParam @Nullable String skill, Caller caller) {
        return new PersonList(views(people.search(q, skill), caller));
    }

    @PostMapping("/api/people")
    @Needs(Permission.PEOPLE_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createPerson", summary = "Take somebody on")
    ResponseEntity<PersonView> create(@RequestBody PersonWrite written, Caller caller) {
        var person = editing.create(written, caller);
        return ResponseEntity.created(URI.create("/api/people/" + person.id()))
                .eTag(tag(person))
                .body(view(person, caller));
    }

    @GetMapping("/api/people/{person}")
    @Needs(Permission.PEOPLE_SEE)
    @Operation(operationId = "readPerson", summary = "One person")
    ResponseEntity<PersonView> read(@PathVariable("person") UUID id, Caller caller) {
        return answer(people.find(id).orElseThrow(Problem::notFound), caller);
    }

    @PatchMapping("/api/people/{person}")
    @Needs(Permission.PEOPLE_EDIT)
    @Operation(
            operationId = "changePerson",
            summary = "Change a person; what is absent stays, null clears",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = PersonWrite.class))))
    ResponseEntity<PersonView> change(
            @PathVariable("person") UUID id,
            @RequestBody Map<String, @Nullable Object> changes,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        long version = Version.required(ifMatch);
        var before = people.find(id).orElseThrow(Problem::notFound);
        return answer(editing.change(id, with(before, changes), version, caller), caller);
    }

    private PersonWrite with(Person before, Map<String, @Nullable Object> changes) {
        ObjectNode whole = json.valueToTree(PersonWrite.of(before));
        // A person may become a pool and back; what counts is what was written last.
        if (changes.containsKey("units")) whole.remove("capacity");
        if (changes.containsKey("capacity")) whole.remove("units");
        changes.forEach((field, value) -> whole.set(field, json.valueToTree(value)));
        try {
            return json.treeToValue(whole, PersonWrite.class);
        } catch (JacksonException unreadable) {
            throw Problem.of(400, "malformed-json", "The request can't be read", unreadable.getOriginalMessage());
        }
    }

    private ResponseEntity<PersonView> answer(Person person, Caller caller) {
        return ResponseEntity.ok().eTag(tag(person)).body(view(person, caller));
    }

    private static String tag(Person person) {
        return Version.tag(person.version());
    }

    private PersonView view(Person person, Caller caller) {
        return views(List.of(person), caller).getFirst();
    }

    private List<PersonView> views(List<Person> all, Caller caller) {
        var names = new HashMap<UUID, String>();
        for (var site : sites.all()) names.put(site.id(), site.name());
        var today = LocalDate.now(clock);
        var away = DaysAway.byPerson(
                absences.of(all.stream().map(Person::id).toList(), today, today.plusDays(DAYS_AHEAD)));
        var usual = company.current().week();
        boolean rates = caller.where(Permission.RATES_SEE).company();
        return all.stream()
                .map(each -> view(each, usual, names, away.getOrDefault(each.id(), List.of()), rates))
                .toList();
    }

    private static PersonView view(
            Person person, Week usual, Map<UUID, String> sites, List<DaysAway> away, boolean rates) {
        var zone = person.zone();
        var days = away.stream()
                .map(each -> new PersonView.DaysOff(each.from(), each.to()))
                .toList();
        return new PersonView(
                person.id(),
                person.name(),
                person.initials(),
                person.email(),
                person.site(),
                person.skills().keySet().stream().sorted().toList(),
                person.levels(),
                person.fields(),
                person.week() == null ? usual : person.week(),
                person.site() == null ? null : sites.get(person.site()),
                zone == null ? null : zone.getId(),
                Math.min(person.capacity(), 100),
                person.capacity(),
                person.pool(),
                person.lead(),
                rates ? person.rate() : null,
                person.arrival(),
                days.isEmpty() ? null : days,
                person.version());
    }
}
