package chargehand.server.staffing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.engine.staffing.assessment.Kind;
import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Role;
import chargehand.server.people.BookedTime;
import chargehand.server.people.Ledger;
import chargehand.server.people.PeopleEditing;
import chargehand.server.people.PersonWrite;
import chargehand.server.people.QualificationEditing;
import chargehand.server.people.Qualifications;
import chargehand.server.people.TermsEditing;
import chargehand.server.shared.Money;
import chargehand.server.shared.Problem;
import com.jayway.jsonpath.JsonPath;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.annotation.Transactional;

/// Who of the own people takes a project: today is Monday, 1 February 2027.
@ServerTest
@Transactional
class CandidatesTest {
    private static final Candidates.Filter ANYBODY = new Candidates.Filter(null, null, null, null, null);

    @Autowired
    MockMvc http;

    @Autowired
    TestWorld world;

    @Autowired
    Candidates candidates;

    @Autowired
    CandidateController controller;

    @Autowired
    ProfileEditing profiles;

    @Autowired
    CompanyProfiles profile;

    @Autowired
    PeopleEditing people;

    @Autowired
    QualificationEditing qualifications;

    @Autowired
    TermsEditing terms;

    @Autowired
    Ledger ledger;

    UUID renewal = new UUID(0, 0);
    UUID app = new UUID(0, 0);
    UUID dewi = new UUID(0, 0);
    UUID ada = new UUID(0, 0);

    @BeforeEach
    void twoPeopleAndTwoProjects() throws Exception {
        renewal = project("Renewal");
        app = project("App");
        dewi = person("Dewi Zander", List.of("budget", "network"), "infrastructure");
        ada = person("Ada Zander", List.of("java"), "software");
        qualifications.put(
                dewi,
                new Qualifications(
                        LocalDate.of(2018, 1, 1),
                        Map.of("Infrastructure", LocalDate.of(2012, 1, 1)),
                        List.of(
                                new Qualifications.Certificate("PMP", "PMI", true, LocalDate.of(2027, 4, 30)),
                                new Qualifications.Certificate("CCNP", "Cisco", false, LocalDate.of(2026, 12, 31))),
                        List.of(new Qualifications.Degree("master", "management")),
                        List.of(new Money(240_000_000, "EUR")),
                        List.of("servers"),
                        Map.of("leadingATeam", "Led nine people."),
                        0),
                0,
                Caller.SYSTEM);
    }

    @Test
    void saysWhatDewiIsAndThatTheWeakerSideIsTheField() {
        var found = found(dewi, ANYBODY);

        assertEquals(List.of("technicalInfrastructure", "projectManager"), found.kinds());
        assertTrue(found.fit().whole());
        assertEquals("field", found.fit().weaker());
        assertFalse(found(ada, ANYBODY).fit().whole());
    }

    @Test
    void classifiesAnewOnceTheProfileIsEdited() {
        edit("infrastructure", "must budget: experience with budgets of at least 5000000 EUR");
        edit("management", "must certificate: a certificate in security");

        var found = found(dewi, ANYBODY);

        assertEquals(List.of(), found.kinds());
        assertFalse(found.fit().whole());
        assertEquals(2, found.fit().version());
        assertEquals(
                List.of("experience with budgets of at least 5,000,000 EUR, 2400000 EUR"),
                found.fit().criteria().stream()
                        .filter(each -> !each.met())
                        .map(each -> each.asked() + ", " + each.line())
                        .toList());

        edit("software", "must degree: a master's degree or higher");

        assertEquals(List.of("technicalSoftware"), found(dewi, ANYBODY).kinds());
    }

    @Test
    void saysWhatIsMissingInTheReadersLanguage() {
        var german = candidates
                .find(renewal, Kind.PROJECT_MANAGER, 50, ANYBODY, Locale.GERMAN, Caller.SYSTEM)
                .items();

        assertTrue(
                german.stream()
                        .filter(each -> each.person().equals(ada))
                        .flatMap(each -> each.fit().criteria().stream())
                        .anyMatch(each -> each.asked().equals("ein Zertifikat im Projektmanagement") && !each.met()),
                german::toString);
    }

    private void edit(String name, String criteria) {
        profiles.put(
                Caller.SYSTEM,
                name,
                new ProfileEditing.Draft(null, null, criteria),
                "We tried it.",
                profile.current(name).version());
    }

    @Test
    void warnsOfCertificatesBeforeTheyRunOut() {
        assertEquals(
                List.of("PMP expiring", "CCNP expired"),
                found(dewi, ANYBODY).certificates().stream()
                        .map(each -> each.name() + " " + each.state())
                        .toList());
    }

    @Test
    void saysWhatItDoesToTheirOtherProjects() {
        book(dewi, app, 60);

        var found = found(dewi, ANYBODY);

        assertEquals(40, found.free());
        assertEquals(10, found.missing());
        assertEquals(List.of(new Candidates.Elsewhere(app, "App", 60)), found.elsewhere());
    }

    @Test
    void namesNoProjectThatTheCallerMayNotSee() {
        book(dewi, app, 60);
        var manager =
                new Caller(UUID.randomUUID(), "Edda", null, List.of(new Caller.Grant(Role.MANAGER, null, renewal)));

        var found = only(
                candidates.find(renewal, Kind.TECHNICAL_INFRASTRUCTURE, 50, ANYBODY, Locale.ENGLISH, manager), dewi);

        assertNotNull(found);
        assertEquals(List.of(new Candidates.Elsewhere(null, null, 60)), found.elsewhere());
        assertNull(found.rate());
    }

    @Test
    void siftsBySkillFieldCertificateFreeTimeAndRate() {
        book(dewi, app, 60);

        assertNotNull(found(dewi, new Candidates.Filter("net", "infra", "pmp", 40, 9000L)));
        assertNull(find(dewi, new Candidates.Filter("java", null, null, null, null)));
        assertNull(find(dewi, new Candidates.Filter(null, "software", null, null, null)));
        assertNull(find(dewi, new Candidates.Filter(null, null, "ccnp", null, null)), "it has run out");
        assertNull(find(dewi, new Candidates.Filter(null, null, null, 41, null)));
        assertNull(find(dewi, new Candidates.Filter(null, null, null, null, 8999L)));
    }

    @Test
    void keepsWhoIsChosenWithWhatIsDoneAboutTheWeakerSide() {
        var write = new CandidateController.ChoiceWrite(
                dewi, "technicalInfrastructure", "leadEngineer", ada, "She knows the client.");

        var choice = controller.choose(renewal, write, Caller.SYSTEM).items().getFirst();

        assertEquals("Dewi Zander", choice.personName());
        assertEquals("field", choice.weaker());
        assertEquals("Ada Zander", choice.helperName());
        assertEquals(choice, controller.choices(renewal).items().getFirst());
    }

    @Test
    void saysTheLatestChoiceFirstAlsoOfOneMoment() {
        for (var reason : List.of("One", "Two", "Three", "Four", "Five"))
            controller.choose(
                    renewal,
                    new CandidateController.ChoiceWrite(dewi, "projectManager", "none", null, reason),
                    Caller.SYSTEM);

        assertEquals(
                List.of("Five", "Four", "Three", "Two", "One"),
                controller.choices(renewal).items().stream().map(Choice::reason).toList());
    }

    @Test
    void leavesNoWeakerSideWithoutAWord() {
        refused("mitigation", new CandidateController.ChoiceWrite(dewi, "technicalInfrastructure", null, null, null));
        refused("helper", new CandidateController.ChoiceWrite(dewi, "technicalInfrastructure", "mentor", null, null));
        refused("helper", new CandidateController.ChoiceWrite(dewi, "technicalInfrastructure", "mentor", dewi, null));
        refused("mitigation", new CandidateController.ChoiceWrite(dewi, "projectManager", "luck", null, null));
        refused("person", new CandidateController.ChoiceWrite(UUID.randomUUID(), "projectManager", "none", null, null));
        refused("kind", new CandidateController.ChoiceWrite(dewi, "wizard", "none", null, null));
    }

    @Test
    void showsAPersonWhatTheyAreAndNobodyElse() {
        var self = new Caller(UUID.randomUUID(), "Ada", ada, List.of(new Caller.Grant(Role.WORKER, null, null)));
        qualifications.put(
                ada,
                new Qualifications(null, Map.of("software", LocalDate.of(2015, 1, 1)), List.of(), List.of(), 0),
                0,
                Caller.SYSTEM);

        var mine = controller.managing(ada, self);
        var refusal = assertThrows(Problem.class, () -> controller.managing(dewi, self));

        assertEquals(List.of(), mine.kinds());
        assertNotNull(mine.nearest());
        assertEquals("technicalSoftware", mine.nearest().kind());
        assertEquals("forbidden", refusal.code());
    }

    @Test
    void refusesDegreesOfNoKnownLevelAndOldVersions() {
        var odd = new Qualifications(
                null, Map.of(), List.of(), List.of(new Qualifications.Degree("wizard", "computing")), 0);

        assertEquals(
                "invalid-value",
                assertThrows(Problem.class, () -> qualifications.put(ada, odd, 0, Caller.SYSTEM))
                        .code());
        assertEquals(
                "changed-meanwhile",
                assertThrows(Problem.class, () -> qualifications.put(dewi, Qualifications.NONE, 0, Caller.SYSTEM))
                        .code());
    }

    @Test
    void keepsWhatPeopleWriteWithoutCharactersThatNobodySees() {
        qualifications.put(ada, withHardware("ser\0vers\u200b"), 0, Caller.SYSTEM);

        assertEquals(List.of("servers"), qualifications.read(ada, Caller.SYSTEM).hardware());
        assertEquals("hardware", refusal(() -> qualifications.put(ada, withHardware("\0"), 1, Caller.SYSTEM)));
    }

    private static Qualifications withHardware(String hardware) {
        return new Qualifications(null, Map.of(), List.of(), List.of(), List.of(), List.of(hardware), Map.of(), 0);
    }

    @Test
    void namesFreelancersAfterOnesOwnWithWhoVettedThem() {
        var self = new Caller(UUID.randomUUID(), "Friederike", null, Caller.SYSTEM.grants());
        terms.put(dewi, true, 14, 0, Caller.SYSTEM);
        terms.vet(dewi, "unclear", "Spoke to one client.", self);
        terms.vet(dewi, "met", "Spoke to another.", self);

        var items = candidates
                .find(renewal, Kind.TECHNICAL_INFRASTRUCTURE, 50, ANYBODY, Locale.ENGLISH, Caller.SYSTEM)
                .items();

        var last = items.getLast();
        assertEquals(dewi, last.person(), "she is what is needed, and from outside all the same");
        assertTrue(last.freelance());
        assertEquals(14, last.leadDays());
        assertNotNull(last.vetting());
        assertEquals("Spoke to another.", last.vetting().how());
        assertEquals("Friederike", last.vetting().by());
        assertEquals(2, terms.read(dewi, Caller.SYSTEM).vettings().size());
    }

    @Test
    void countsACertificateUntilARegisterKnowsNothingOfIt() {
        assertEquals(null, found(dewi, ANYBODY).certificates().getFirst().checked());

        qualifications.check(dewi, "pmp", "notMet", null, "the issuer's register", Caller.SYSTEM);

        var checked = found(dewi, ANYBODY);
        assertEquals("notMet", state(checked).finding());
        assertEquals("Chargehand", state(checked).by());
        assertFalse(checked.fit().criteria().stream()
                .filter(each -> each.id().equals("certificate"))
                .findFirst()
                .orElseThrow()
                .met());

        qualifications.check(dewi, "PMP", "met", LocalDate.of(2028, 4, 30), null, Caller.SYSTEM);

        var holds = found(dewi, ANYBODY).certificates().getFirst();
        assertEquals("valid", holds.state());
        assertEquals(LocalDate.of(2028, 4, 30), holds.expires());
    }

    @Test
    void forgetsACheckOnlyWithTheDayThatItWasOf() {
        qualifications.check(dewi, "PMP", "met", null, null, Caller.SYSTEM);
        var known = qualifications.read(dewi, Caller.SYSTEM);
        var claimed = known.certificates().stream()
                .map(each ->
                        new Qualifications.Certificate(each.name(), each.issuer(), each.management(), each.expires()))
                .toList();

        qualifications.put(dewi, with(known, claimed), known.version(), Caller.SYSTEM);
        assertEquals("met", state(found(dewi, ANYBODY)).finding());

        var later = new Qualifications.Certificate("PMP", "PMI", true, LocalDate.of(2031, 1, 1));
        qualifications.put(dewi, with(known, List.of(later)), known.version() + 1, Caller.SYSTEM);
        assertNull(found(dewi, ANYBODY).certificates().getFirst().checked());
    }

    @Test
    void refusesChecksOfWhatIsNotThereAndByWhomItIsNotFor() {
        var manager =
                new Caller(UUID.randomUUID(), "Edda", null, List.of(new Caller.Grant(Role.MANAGER, null, renewal)));

        assertEquals("name", refusal(() -> qualifications.check(dewi, "CISSP", "met", null, null, Caller.SYSTEM)));
        assertEquals("finding", refusal(() -> qualifications.check(dewi, "PMP", "yes", null, null, Caller.SYSTEM)));
        assertEquals("how", refusal(() -> terms.vet(dewi, "met", " ", Caller.SYSTEM)));
        assertEquals("leadDays", refusal(() -> terms.put(dewi, true, -1, 0, Caller.SYSTEM)));
        assertEquals(
                "forbidden",
                assertThrows(Problem.class, () -> terms.vet(dewi, "met", "I know her.", manager))
                        .code());
    }

    private static @Nullable Object refusal(org.junit.jupiter.api.function.Executable act) {
        return assertThrows(Problem.class, act).values().get("field");
    }

    private static Qualifications with(Qualifications known, List<Qualifications.Certificate> certificates) {
        return new Qualifications(
                known.leadingSince(),
                known.fieldsSince(),
                certificates,
                known.degrees(),
                known.budgets(),
                known.hardware(),
                known.shown(),
                0);
    }

    private static Qualifications.Check state(Candidates.Candidate of) {
        return Objects.requireNonNull(of.certificates().getFirst().checked());
    }

    private void refused(String field, CandidateController.ChoiceWrite write) {
        var refusal = assertThrows(Problem.class, () -> controller.choose(renewal, write, Caller.SYSTEM));
        assertEquals(field, refusal.values().get("field"));
    }

    private Candidates.Candidate found(UUID person, Candidates.Filter filter) {
        var found = find(person, filter);
        assertNotNull(found);
        return found;
    }

    private Candidates.@Nullable Candidate find(UUID person, Candidates.Filter filter) {
        return only(
                candidates.find(renewal, Kind.TECHNICAL_INFRASTRUCTURE, 50, filter, Locale.ENGLISH, Caller.SYSTEM),
                person);
    }

    private static Candidates.@Nullable Candidate only(Candidates.Found found, UUID person) {
        return found.items().stream()
                .filter(each -> each.person().equals(person))
                .findFirst()
                .orElse(null);
    }

    private UUID person(String name, List<String> skills, String field) {
        var write = new PersonWrite(
                name,
                null,
                null,
                skills,
                null,
                List.of(field),
                null,
                null,
                null,
                null,
                null,
                null,
                new Money(9000, "EUR"),
                null);
        return people.create(write, Caller.SYSTEM).id();
    }

    /// A share of somebody's time until far beyond what is looked at.
    private void book(UUID person, UUID project, int units) {
        var booked = new BookedTime(
                UUID.randomUUID(),
                person,
                Instant.parse("2027-01-01T00:00:00Z"),
                Instant.parse("2028-01-01T00:00:00Z"),
                units,
                true);
        ledger.replace(project, Set.of(booked.task()), List.of(booked));
    }

    private UUID project(String name) throws Exception {
        var made = http.perform(MockMvcRequestBuilders.post("/api/projects")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\": \"%s\", \"start\": \"2027-02-01T08:00:00Z\"}".formatted(name))
                        .with(world.actor(Role.ADMINISTRATOR)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return UUID.fromString(JsonPath.read(made, "$.id"));
    }
}
