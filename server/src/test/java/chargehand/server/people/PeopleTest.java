package chargehand.server.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chargehand.server.ServerTest;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Role;
import chargehand.server.identity.Scopes;
import chargehand.server.people.AbsenceController.AbsenceView;
import chargehand.server.people.LoadController.By;
import chargehand.server.people.LoadController.Cell;
import chargehand.server.shared.Money;
import chargehand.server.shared.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
@Transactional
@RecordApplicationEvents
class PeopleTest {
    private static final Caller ADMINISTRATOR = Callers.of(Role.ADMINISTRATOR);
    private static final Caller OFFICIAL = Callers.of(Role.OFFICIAL);
    private static final Caller WORKER = Callers.of(Role.WORKER);
    private static final UUID PROJECT = new UUID(0x7000, 1);
    private static final UUID OTHER = new UUID(0x7000, 2);

    @Autowired
    PersonController people;

    @Autowired
    AbsenceController absences;

    @Autowired
    BookingController bookings;

    @Autowired
    PriorityController priorities;

    @Autowired
    PlaceController places;

    @Autowired
    LoadController load;

    @Autowired
    Ledger ledger;

    @Autowired
    Scopes scopes;

    @Autowired
    JsonMapper json;

    @Autowired
    ApplicationEvents events;

    @Test
    void takesSomebodyOnAndChangesOneFieldAtATime() {
        var ada = create("""
                {"name": "Ada Berg", "email": "ada@harbour.example", "skills": ["java", "architecture"],
                 "levels": {"java": 4}, "rate": {"minor": 9500, "currency": "eur"}, "units": 80}
                """);

        var changed = change(ada.id(), 1, """
                {"skills": ["java"], "email": null, "week": {"monday": ["8:30-13:00"]}}
                """, ADMINISTRATOR);

        assertEquals("AB", changed.initials());
        assertEquals(List.of("java"), changed.skills());
        assertEquals(Map.of("java", 4), changed.levels());
        assertNull(changed.email());
        assertEquals(List.of("08:30-13:00"), changed.week().monday());
        assertNull(changed.week().tuesday());
        assertEquals(80, changed.units());
        assertEquals(new Money(9500, "EUR"), changed.rate());
        assertEquals(2, changed.version());
    }

    @Test
    void showsRatesOnlyToThoseWhoMaySeeThem() {
        var ada = create("""
                {"name": "Ada", "rate": {"minor": 9500, "currency": "EUR"}}
                """);

        assertNotNull(view(ada.id(), OFFICIAL).rate());
        assertNull(view(ada.id(), WORKER).rate());
        assertNull(view(ada.id(), Callers.of(Role.MANAGER)).rate());
        assertNull(people.list("ada", null, WORKER).items().getFirst().rate());
    }

    @Test
    void tellsWhoWasFasterAndAsksForTheVersion() {
        var ada = create("""
                {"name": "Ada"}
                """);
        change(ada.id(), 1, """
                {"name": "Ada B."}
                """, ADMINISTRATOR);

        refuses(412, "changed-meanwhile", () -> change(ada.id(), 1, """
                {"name": "Ada C."}
                """, ADMINISTRATOR));
        refuses(428, "version-missing", () -> people.change(ada.id(), Map.of(), null, ADMINISTRATOR));
        refuses(404, "not-found", () -> people.read(UUID.randomUUID(), ADMINISTRATOR));
    }

    @Test
    void refusesWhatCantBeRightAndNamesTheField() {
        refusesField("name", "{}");
        refusesField("email", """
                {"name": "Ada", "email": "ada"}
                """);
        refusesField("week", """
                {"name": "Ada", "week": {"monday": ["13:00-09:00"]}}
                """);
        refusesField("week", """
                {"name": "Ada", "week": {}}
                """);
        refusesField("units", """
                {"name": "Ada", "units": 101}
                """);
        refusesField("zone", """
                {"name": "Ada", "zone": "Europe/Atlantis"}
                """);
        refusesField("rate", """
                {"name": "Ada", "rate": {"minor": 1, "currency": "XXY"}}
                """);
        refusesField("lead", """
                {"name": "Ada", "lead": "01890000-0000-7000-8000-000000000000"}
                """);
        refusesField("site", """
                {"name": "Ada", "site": "01890000-0000-7000-8000-000000000000"}
                """);
        create("""
                {"name": "Ada", "email": "ada@harbour.example"}
                """);
        refuses(409, "email-taken", () -> create("""
                {"name": "Other", "email": "ADA@harbour.example"}
                """));
    }

    @Test
    void findsByNameAddressAndSkill() {
        create("""
                {"name": "Ada Berg", "skills": ["java"]}
                """);
        create("""
                {"name": "Bram", "email": "bram@harbour.example", "skills": ["networks"]}
                """);

        assertEquals(List.of("Ada Berg"), names("berg", null));
        assertEquals(List.of("Bram"), names("BRAM@", null));
        assertEquals(List.of("Bram"), names("netw", null));
        assertEquals(List.of("Ada Berg"), names(null, "Java"));
        assertEquals(List.of(), names("%", null));
    }

    @Test
    void keepsThePoolsOfSeveral() {
        var crew = create("""
                {"name": "Rack crew", "pool": true, "capacity": 300}
                """);

        assertEquals(300, crew.capacity());
        assertEquals(100, crew.units());
        assertEquals(200, change(crew.id(), 1, """
                {"capacity": 200}
                """, ADMINISTRATOR).capacity());
    }

    @Test
    void tellsThePersonTheirLeadAndOfficialsWhyTheyAreAwayAndOthersOnlyWhen() {
        var lead = create("""
                {"name": "Edda"}
                """);
        var ada = create("""
                {"name": "Ada", "lead": "%s"}
                """.formatted(lead.id()));
        absences.add(ada.id(), away("2027-02-08", "2027-02-09", "sick"), Callers.of(Role.WORKER, ada.id()));
        absences.add(ada.id(), away("2027-02-10", "2027-02-12", "leave"), Callers.of(Role.LEAD, lead.id()));

        for (var knows :
                List.of(ADMINISTRATOR, OFFICIAL, Callers.of(Role.WORKER, ada.id()), Callers.of(Role.LEAD, lead.id())))
            assertEquals(List.of("sick", "leave"), kinds(ada.id(), knows));
        for (var other : List.of(WORKER, Callers.of(Role.MANAGER), Callers.of(Role.LEAD, UUID.randomUUID()))) {
            var seen = absences.list(ada.id(), other).items();
            assertEquals(
                    List.of(new AbsenceView(null, day("2027-02-08"), day("2027-02-12"), null, null)),
                    seen,
                    "not even where one ends and the next begins");
        }
        assertEquals(
                List.of(new PersonView.DaysOff(day("2027-02-08"), day("2027-02-12"))),
                view(ada.id(), WORKER).away());
    }

    @Test
    void letsOnlyThePersonTheirLeadAndAdministratorsSayWhenSomebodyIsAway() {
        var ada = create("""
                {"name": "Ada"}
                """);
        var there = absences.add(ada.id(), away("2027-02-08", "2027-02-09", null), ADMINISTRATOR);
        var id = Objects.requireNonNull(there.id());

        for (var other : List.of(WORKER, Callers.of(Role.MANAGER), Callers.of(Role.LEAD, UUID.randomUUID()))) {
            refuses(403, "forbidden", () -> absences.add(ada.id(), away("2027-02-10", "2027-02-10", null), other));
            refuses(403, "forbidden", () -> absences.remove(ada.id(), id, other));
        }
        refuses(404, "not-found", () -> absences.remove(create("""
                {"name": "Bram"}
                """).id(), id, ADMINISTRATOR));
        absences.remove(ada.id(), id, Callers.of(Role.WORKER, ada.id()));
        assertEquals(List.of(), absences.list(ada.id(), ADMINISTRATOR).items());
    }

    @Test
    void tellsOthersWhoseTimeIsAnother() {
        var munich = places.createSite(new SiteWrite("Munich", "de", "by", "Europe/Berlin"), ADMINISTRATOR);
        var ada = create("""
                {"name": "Ada", "site": "%s"}
                """.formatted(munich.id()));
        var bram = create("""
                {"name": "Bram"}
                """);
        events.clear();

        places.createShutdown(
                new ShutdownWrite(munich.id(), day("2027-08-09"), day("2027-08-13"), "Summer"), ADMINISTRATOR);
        change(bram.id(), 1, """
                {"rate": {"minor": 1, "currency": "EUR"}}
                """, ADMINISTRATOR);

        var changed =
                events.stream(PeopleChanged.class).map(PeopleChanged::persons).toList();
        assertEquals(List.of(Set.of(ada.id())), changed, "a rate moves nobody");
    }

    @Test
    void refusesACountryWhoseHolidaysNobodyKnows() {
        refuses(422, "invalid-value", () -> places.createSite(new SiteWrite("Moon", "ZZ", null, null), ADMINISTRATOR));
        refuses(422, "invalid-value", () -> places.createSite(new SiteWrite("Bonn", "DE", "XX", null), ADMINISTRATOR));
        assertEquals(
                List.of("Tag der Deutschen Einheit"),
                places.holidays("DE", "NW", 2027, java.util.Locale.GERMAN).items().stream()
                        .filter(each -> each.date().equals(day("2027-10-03")))
                        .map(Holiday::name)
                        .toList());
    }

    @Test
    void grantsTimeToAProjectAndTakesItFromTheOthers() {
        var lead = create("""
                {"name": "Edda"}
                """);
        var ada = create("""
                {"name": "Ada", "lead": "%s", "zone": "Europe/Berlin"}
                """.formatted(lead.id()));
        scopes.register(PROJECT, null);
        scopes.register(OTHER, null);
        book(OTHER, ada.id(), "2027-02-08T08:00:00Z", "2027-02-12T17:00:00Z");
        var manager = Callers.ofProject(Role.MANAGER, PROJECT);
        events.clear();

        var asked = bookings.ask(ada.id(), request(PROJECT, "2027-02-09", "2027-02-10", 60), manager);

        assertEquals(BookingRequest.State.open, asked.state());
        assertEquals(0, events.stream(PeopleChanged.class).count());
        refuses(403, "forbidden", () -> bookings.grant(asked.id(), manager));
        refuses(404, "not-found", () -> bookings.grant(asked.id(), Callers.ofProject(Role.LEAD, OTHER)));

        var granted = bookings.grant(asked.id(), Callers.of(Role.LEAD, lead.id()));

        assertEquals(BookingRequest.State.granted, granted.state());
        assertEquals(day("2027-02-10"), granted.to());
        assertEquals(1, events.stream(PeopleChanged.class).count());
        var now = Instant.parse("2027-02-01T00:00:00Z");
        assertEquals(
                List.of("2027-02-08T23:00:00Z/2027-02-10T23:00:00Z 60"),
                ledger.othersThan(OTHER, Set.of(ada.id()), now).stream()
                        .map(each -> "%s/%s %d".formatted(each.fromInclusive(), each.toExclusive(), each.units()))
                        .toList());
        assertEquals(
                List.of(100, 40, 100),
                ledger.othersThan(PROJECT, Set.of(ada.id()), now).stream()
                        .map(each -> each.units())
                        .toList());
        refuses(409, "already-decided", () -> bookings.decline(asked.id(), Callers.of(Role.LEAD, lead.id())));
    }

    @Test
    void grantsAtOnceWhatGoesBeforeAllOthersByPriority() {
        var ada = create("""
                {"name": "Ada"}
                """);
        scopes.register(PROJECT, null);
        scopes.register(OTHER, null);
        book(OTHER, ada.id(), "2027-02-08T08:00:00Z", "2027-02-12T17:00:00Z");
        var manager = Callers.of(Role.MANAGER);
        assertEquals(
                BookingRequest.State.open,
                bookings.ask(ada.id(), request(PROJECT, "2027-02-09", "2027-02-09", 100), manager)
                        .state());

        priorities.set(PROJECT, new PriorityController.PriorityWrite(700), ADMINISTRATOR);
        var first = bookings.ask(ada.id(), request(PROJECT, "2027-02-10", "2027-02-10", 100), manager);
        priorities.set(OTHER, new PriorityController.PriorityWrite(700), ADMINISTRATOR);
        var second = bookings.ask(ada.id(), request(PROJECT, "2027-02-11", "2027-02-11", 100), manager);

        assertEquals(BookingRequest.State.granted, first.state());
        assertEquals("priority", first.rule());
        assertEquals(BookingRequest.State.open, second.state());
    }

    @Test
    void asksOnlyForProjectsThatOnePlans() {
        var ada = create("""
                {"name": "Ada"}
                """);
        scopes.register(PROJECT, null);
        scopes.register(OTHER, UUID.randomUUID());

        refuses(
                404,
                "not-found",
                () -> bookings.ask(
                        ada.id(),
                        request(OTHER, "2027-02-09", "2027-02-09", 100),
                        Callers.ofProject(Role.MANAGER, PROJECT)));
        refuses(
                403,
                "forbidden",
                () -> bookings.ask(
                        ada.id(), request(PROJECT, "2027-02-09", "2027-02-09", 100), Callers.of(Role.OFFICIAL)));
        refuses(
                422,
                "invalid-value",
                () -> bookings.ask(
                        ada.id(), request(PROJECT, "2027-02-09", "2027-02-09", 120), Callers.of(Role.MANAGER)));
    }

    @Test
    void showsWhoseABookingIsOnlyToThoseWhoSeeTheProject() {
        var ada = create("""
                {"name": "Ada"}
                """);
        var client = UUID.randomUUID();
        scopes.register(PROJECT, client);
        book(PROJECT, ada.id(), "2027-02-08T08:00:00Z", "2027-02-12T17:00:00Z");

        var seen = bookings.bookings(ada.id(), day("2027-02-01"), day("2027-02-28"), ADMINISTRATOR)
                .items();
        var hidden = bookings.bookings(
                        ada.id(), day("2027-02-01"), day("2027-02-28"), Callers.ofProject(Role.MANAGER, OTHER))
                .items();

        assertEquals(PROJECT, seen.getFirst().project());
        assertNull(hidden.getFirst().project());
        assertNull(hidden.getFirst().task());
        assertEquals(100, hidden.getFirst().units());
    }

    @Test
    void showsHowMuchOfTheirTimePeopleHaveBooked() {
        var ada = create("""
                {"name": "Ada", "zone": "Etc/UTC"}
                """);
        book(PROJECT, ada.id(), "2027-02-08T09:00:00Z", "2027-02-09T18:00:00Z");
        absences.add(ada.id(), away("2027-02-11", "2027-02-12", "leave"), ADMINISTRATOR);

        var weeks = load.read(day("2027-02-10"), day("2027-02-16"), By.week, WORKER);
        var days = load.read(day("2027-02-09"), day("2027-02-11"), By.day, WORKER);

        assertEquals(List.of(day("2027-02-08"), day("2027-02-15")), weeks.periods());
        assertEquals(List.of(new Cell(67, null), new Cell(0, null)), cells(weeks, ada.id()));
        assertEquals(List.of(new Cell(100, null), new Cell(0, null), new Cell(0, true)), cells(days, ada.id()));
    }

    @Test
    void drawsTheLoadOfAThousandInNoTime() {
        var booked = new ArrayList<BookedTime>();
        var tasks = new java.util.HashSet<UUID>();
        for (int i = 0; i < 1000; i++) {
            var person = create("""
                    {"name": "Person %d"}
                    """.formatted(i)).id();
            for (int k = 0; k < 20; k++) {
                var task = UUID.randomUUID();
                tasks.add(task);
                var from = Instant.parse("2027-02-01T09:00:00Z").plusSeconds(86_400L * 4 * k);
                booked.add(new BookedTime(task, person, from, from.plusSeconds(86_400 * 2), 50, true));
            }
        }
        ledger.replace(PROJECT, tasks, booked);
        load.read(day("2027-02-01"), day("2027-04-30"), By.week, WORKER);

        long before = System.nanoTime();
        var map = load.read(day("2027-02-01"), day("2027-04-30"), By.week, WORKER);
        long millis = (System.nanoTime() - before) / 1_000_000;

        assertEquals(13, map.periods().size());
        System.out.println("Load of 1,000 people with 20,000 bookings: " + millis + " ms");
        // Far more than it takes, so that a busy machine does not fail it.
        org.junit.jupiter.api.Assertions.assertTrue(millis < 5000, () -> millis + " ms");
    }

    private PersonView create(String text) {
        var created = people.create(json.readValue(text, PersonWrite.class), ADMINISTRATOR);
        return Objects.requireNonNull(created.getBody());
    }

    @SuppressWarnings("NullAway") // the reader loses that values may be null
    private PersonView change(UUID id, long version, String text, Caller caller) {
        var changes = json.readValue(text, new TypeReference<Map<String, @Nullable Object>>() {});
        return Objects.requireNonNull(
                people.change(id, changes, "\"%d\"".formatted(version), caller).getBody());
    }

    private PersonView view(UUID id, Caller caller) {
        return Objects.requireNonNull(people.read(id, caller).getBody());
    }

    private List<String> names(@Nullable String words, @Nullable String skill) {
        return people.list(words, skill, WORKER).items().stream()
                .map(PersonView::name)
                .toList();
    }

    private List<String> kinds(UUID person, Caller caller) {
        return absences.list(person, caller).items().stream()
                .map(each -> String.valueOf(each.kind()))
                .toList();
    }

    private static List<Cell> cells(LoadController.LoadMap map, UUID person) {
        return map.people().stream()
                .filter(each -> each.person().equals(person))
                .findFirst()
                .orElseThrow()
                .cells();
    }

    private void book(UUID project, UUID person, String from, String to) {
        var task = UUID.randomUUID();
        ledger.replace(
                project,
                Set.of(task),
                List.of(new BookedTime(task, person, Instant.parse(from), Instant.parse(to), 100, true)));
    }

    private static RequestWrite request(UUID project, String from, String to, int units) {
        return new RequestWrite(project, day(from), day(to), units, true, "Cut-over");
    }

    private static AbsenceWrite away(String from, String to, @Nullable String kind) {
        return new AbsenceWrite(day(from), day(to), kind, null);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private void refusesField(String field, String text) {
        var refused = assertThrows(Problem.class, () -> create(text));
        assertEquals("invalid-value", refused.code());
        assertEquals(field, refused.values().get("field"));
    }

    private static void refuses(int status, String code, Executable deed) {
        var refused = assertThrows(Problem.class, deed);
        assertEquals(code, refused.code());
        assertEquals(status, refused.status());
    }
}
