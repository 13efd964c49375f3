package chargehand.server.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.ResourceId;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.time.Effort;
import chargehand.engine.time.WorkingCalendar;
import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.TestWorld.Actor;
import chargehand.server.budget.Contract.Kind;
import chargehand.server.budget.ContractView.Margin;
import chargehand.server.budget.ContractWrite.Billing;
import chargehand.server.budget.ContractWrite.Invoice;
import chargehand.server.budget.ContractWrite.Payment;
import chargehand.server.budget.ContractWrite.RateWrite;
import chargehand.server.budget.Exchange.Rate;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Role;
import chargehand.server.people.PeopleEditing;
import chargehand.server.people.PersonWrite;
import chargehand.server.planning.NewProject;
import chargehand.server.planning.PlanEditing;
import chargehand.server.planning.Project;
import chargehand.server.shared.Money;
import chargehand.server.shared.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/// What a client pays by each kind of contract, when it falls due, what is left of it, and who sees that.
@ServerTest
@Transactional
class ContractTest {
    private static final LocalDate JANUARY = LocalDate.of(2027, 1, 1);

    @Autowired
    ContractReading reading;

    @Autowired
    ContractEditing editing;

    @Autowired
    BillingEditing billing;

    @Autowired
    Contracts contracts;

    @Autowired
    MoneyEditing money;

    @Autowired
    PlanEditing plans;

    @Autowired
    PeopleEditing people;

    @Autowired
    TestWorld world;

    @Autowired
    MockMvc http;

    private UUID project = new UUID(0, 0);
    private UUID bram = new UUID(0, 0);
    private UUID ada = new UUID(0, 0);

    /// Ten hours of Bram at 85.00 an hour, and four of whoever knows networks, which is Ada at 70.00.
    @BeforeEach
    void aProject() {
        world.company();
        bram = person("Bram Hoekstra", "rack work", 8_500);
        ada = person("Ada Lind", "networks", 7_000);
        var zone = ZoneId.of("Europe/Berlin");
        var cabling = Task.of("cabling", "Cabling", new TaskExtent.ByEffort(new Effort(600)))
                .withAssignments(Assignment.of(bram.toString()));
        var network = Task.of("network", "Network", new TaskExtent.ByEffort(new Effort(240)))
                .withAssignments(Assignment.anyoneWith("networks"));
        var plan = new Plan(
                "Room " + UUID.randomUUID(),
                zone,
                Instant.parse("2027-02-01T08:00:00Z"),
                "week",
                List.of(WorkingCalendar.officeHours("week", zone)),
                List.of(
                        new Resource(new ResourceId(bram.toString()), "Bram Hoekstra", 100, null, Set.of("rack work")),
                        new Resource(new ResourceId(ada.toString()), "Ada Lind", 100, null, Set.of("networks"))),
                List.of(cabling, network),
                List.of(),
                List.of());
        project = plans.create(Caller.SYSTEM, new NewProject(null, Project.Kind.infrastructure), plan);
    }

    private UUID person(String name, String skill, long rate) {
        var write = new PersonWrite(
                name,
                null,
                null,
                List.of(skill),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new Money(rate, "EUR"),
                null);
        return people.create(write, Caller.SYSTEM).id();
    }

    @Test
    void whatIsBoughtIsPassedOnByTheHourWithSomethingOnTop() {
        var hours = new ContractWrite(
                Kind.timeAndMaterials,
                null,
                JANUARY,
                null,
                null,
                List.of(new RateWrite(null, null, JANUARY, eur(10_000))));
        editing.write(Caller.SYSTEM, project, hours, 0);
        long alone = Objects.requireNonNull(reading.project(project).revenue()).planned();
        bought(Line.State.planned, 90_000, Line.Category.hardware);
        bought(Line.State.committed, 100_000, Line.Category.hardware);
        bought(Line.State.planned, 50_000, Line.Category.reserve);
        assertEquals(
                alone,
                Objects.requireNonNull(reading.project(project).revenue()).planned(),
                "not unless agreed");

        editing.write(
                Caller.SYSTEM,
                project,
                new ContractWrite(
                        Kind.timeAndMaterials,
                        null,
                        JANUARY,
                        null,
                        null,
                        15,
                        List.of(new RateWrite(null, null, JANUARY, eur(10_000)))),
                1);

        var passed = Objects.requireNonNull(reading.project(project).revenue());
        assertEquals(115_000, passed.material(), "an order stands for what was planned");
        assertEquals(alone + 115_000, passed.planned());
        editing.write(
                Caller.SYSTEM,
                project,
                new ContractWrite(
                        Kind.capped,
                        eur(alone + 5),
                        JANUARY,
                        null,
                        null,
                        0,
                        List.of(new RateWrite(null, null, JANUARY, eur(10_000)))),
                2);
        assertEquals(
                alone + 5,
                Objects.requireNonNull(reading.project(project).revenue()).planned(),
                "within the cap");
        for (var wrong : List.of(
                new ContractWrite(Kind.timeAndMaterials, null, JANUARY, null, null, -1, null),
                new ContractWrite(Kind.timeAndMaterials, null, JANUARY, null, null, 201, null),
                new ContractWrite(Kind.fixedPrice, eur(1), JANUARY, null, null, 0, null)))
            assertEquals(
                    "invalid-value",
                    assertThrows(Problem.class, () -> editing.write(Caller.SYSTEM, project, wrong, 3))
                            .code());
    }

    private void bought(Line.State state, long minor, Line.Category category) {
        money.add(
                Caller.SYSTEM,
                project,
                new MoneyWrite(null, state, null, category, JANUARY, eur(minor), "Racks", "Steel", null, null));
    }

    @Test
    void aFixedPriceIsLeftOverAfterTheCost() {
        write(Kind.fixedPrice, eur(200_000), List.of());

        var view = reading.project(project);

        assertEquals(200_000, revenue(view).planned());
        assertEquals(new Margin(87_000, 87_000, 87_000, 87_000, false), view.margin(), "2000 − 10 × 85 − 4 × 70");
    }

    @Test
    void hoursAreSoldAtTheRateOfThePersonElseOfTheRoleElseOfEverybody() {
        var rates = List.of(
                new RateWrite(bram, null, JANUARY, eur(12_000)),
                new RateWrite(null, "Networks", JANUARY, eur(11_050)),
                new RateWrite(null, null, JANUARY, eur(5_000)));
        write(Kind.timeAndMaterials, null, rates);
        assertEquals(120_000 + 44_200, revenue(reading.project(project)).planned());

        write(Kind.timeAndMaterials, null, rates.subList(2, 3));
        assertEquals(14 * 5_000, revenue(reading.project(project)).planned());

        write(Kind.timeAndMaterials, null, rates.subList(0, 1));
        var view = reading.project(project);
        assertEquals(120_000, revenue(view).planned());
        assertEquals(List.of("Ada Lind"), view.withoutRate(), "whose hours nobody sells is named");
    }

    @Test
    void aRateHoldsFromItsDayOn() {
        write(
                Kind.timeAndMaterials,
                null,
                List.of(
                        new RateWrite(null, null, JANUARY, eur(6_000)),
                        new RateWrite(null, null, LocalDate.of(2027, 2, 2), eur(9_000))));

        long planned = revenue(reading.project(project)).planned();

        assertTrue(planned > 14 * 6_000 && planned < 14 * 9_000, "Bram works on until the second day: " + planned);
    }

    @Test
    void aCapIsNotPassedAndARetainerComesEachMonth() {
        write(Kind.capped, eur(100_000), List.of(new RateWrite(null, null, JANUARY, eur(10_000))));
        assertEquals(100_000, revenue(reading.project(project)).planned(), "14 hours at 100 would be 1,400");

        var retainer = new ContractWrite(
                Kind.retainer, eur(33_333), LocalDate.of(2027, 1, 31), LocalDate.of(2027, 3, 31), null, null);
        editing.write(Caller.SYSTEM, project, retainer, version());
        assertEquals(3 * 33_333, revenue(reading.project(project)).planned());
    }

    @Test
    void pricesInOtherCurrenciesCountWhatTheyWereWorthOnTheDayOfTheContract() {
        money.setRates(Caller.SYSTEM, "EUR", List.of(new Rate("CHF", JANUARY, new BigDecimal("1.0731"))));
        write(Kind.fixedPrice, new Money(33_333, "CHF"), List.of());
        assertEquals(35_770, revenue(reading.project(project)).planned(), "333.33 × 1.0731, rounded once");

        write(Kind.fixedPrice, new Money(500, "USD"), List.of());
        var view = reading.project(project);
        assertEquals(0, revenue(view).planned());
        assertEquals(List.of(new Money(500, "USD")), view.unconverted());
    }

    @Test
    void partsOfThePayFallDueAreBilledAndPaid() {
        write(Kind.fixedPrice, eur(200_000), List.of());
        var first = billing.add(Caller.SYSTEM, project, part("On signing", 80_000, JANUARY, null));
        billing.add(Caller.SYSTEM, project, part("When it is wired", 120_000, null, "cabling"));

        var due = reading.project(project);
        assertEquals(
                List.of(Milestone.State.due, Milestone.State.planned),
                due.milestones().stream().map(ContractView.Billing::state).toList());
        assertEquals("Cabling", due.milestones().getLast().taskName());
        assertEquals(LocalDate.of(2027, 2, 2), due.milestones().getLast().falls());
        assertEquals(200_000, revenue(due).milestones());
        assertEquals(80_000, revenue(due).due());

        billing.bill(Caller.SYSTEM, project, first, new Invoice(JANUARY.plusDays(9), "R-1"));
        assertEquals("billing-state", code(() -> billing.remove(Caller.SYSTEM, project, first)));
        assertFalse(contracts.remove(first), "not even if it was billed while somebody looked at it");
        assertEquals(
                "invalid-value",
                code(() -> billing.pay(Caller.SYSTEM, project, first, new Payment(JANUARY))),
                "before");
        billing.pay(Caller.SYSTEM, project, first, new Payment(JANUARY.plusDays(30)));
        var paid = reading.project(project);
        assertEquals(Milestone.State.paid, paid.milestones().getFirst().state());
        assertEquals(
                List.of(0L, 80_000L, 80_000L),
                List.of(
                        revenue(paid).due(),
                        revenue(paid).billed(),
                        revenue(paid).paid()));

        billing.takeBack(Caller.SYSTEM, project, first);
        assertEquals(
                Milestone.State.due,
                reading.project(project).milestones().getFirst().state());
        assertTrue(ContractCsv.milestones(paid)
                .contains("On signing,800.00,EUR,paid,2027-01-01,,2027-01-10,R-1,2027-01-31"));
        assertTrue(ContractCsv.rows(reading.all(Caller.SYSTEM)).contains(",fixedPrice,2000.00,2000.00,0.00,2000.00,"));
    }

    @Test
    void partsThatComeToTheContractDoSoWhenItsCurrencyMoves() {
        rateOfFrancsRisesInFebruary();
        write(Kind.fixedPrice, chf(100_000), List.of());
        billing.add(Caller.SYSTEM, project, new Billing("On signing", chf(60_000), JANUARY, null, null));
        var last = billing.add(
                Caller.SYSTEM, project, new Billing("At the end", chf(40_000), JANUARY.plusMonths(2), null, null));
        billing.bill(Caller.SYSTEM, project, last, new Invoice(JANUARY.plusMonths(2), "R-9"));

        var revenue = revenue(reading.project(project));

        assertEquals(100_000, revenue.planned());
        assertEquals(100_000, revenue.milestones());
        assertEquals(48_000, revenue.billed(), "what was billed is worth what it was on its day");
    }

    @Test
    void partsOfARetainerAreWorthWhatItsMonthsAre() {
        rateOfFrancsRisesInFebruary();
        var retainer = new ContractWrite(Kind.retainer, chf(10_000), JANUARY, JANUARY.plusDays(40), null, null);
        editing.write(Caller.SYSTEM, project, retainer, version());
        for (int month = 0; month < 2; month++)
            billing.add(
                    Caller.SYSTEM,
                    project,
                    new Billing("Month " + month, chf(10_000), JANUARY.plusMonths(month), null, null));

        var revenue = revenue(reading.project(project));

        assertEquals(22_000, revenue.planned());
        assertEquals(22_000, revenue.milestones());
    }

    private void rateOfFrancsRisesInFebruary() {
        money.setRates(
                Caller.SYSTEM,
                "EUR",
                List.of(
                        new Rate("CHF", JANUARY, BigDecimal.ONE),
                        new Rate("CHF", JANUARY.plusMonths(1), new BigDecimal("1.2"))));
    }

    @Test
    void charactersThatNobodySeesAreLeftOut() {
        billing.add(Caller.SYSTEM, project, part("On\0 signing\u200b", 1, JANUARY, null));

        assertEquals(
                "On signing", reading.project(project).milestones().getFirst().name());
    }

    @Test
    void anInvoiceNumberIsGivenOnce() {
        var one = billing.add(Caller.SYSTEM, project, part("One", 1, JANUARY, null));
        var other = billing.add(Caller.SYSTEM, project, part("Other", 1, JANUARY, null));
        billing.bill(Caller.SYSTEM, project, one, new Invoice(JANUARY, "R-7"));

        assertEquals(
                "invoice-number-taken",
                code(() -> billing.bill(Caller.SYSTEM, project, other, new Invoice(JANUARY, "r-7"))));
    }

    @Test
    void refusesWhatCanNotBe() {
        for (var wrong : List.of(
                new ContractWrite(null, eur(1), JANUARY, null, null, null),
                new ContractWrite(Kind.fixedPrice, null, JANUARY, null, null, null),
                new ContractWrite(Kind.fixedPrice, eur(-1), JANUARY, null, null, null),
                new ContractWrite(Kind.fixedPrice, eur(0), JANUARY, null, null, null),
                new ContractWrite(Kind.fixedPrice, new Money(1, "XYZ"), JANUARY, null, null, null),
                new ContractWrite(Kind.fixedPrice, eur(1), null, null, null, null),
                new ContractWrite(Kind.timeAndMaterials, eur(1), JANUARY, null, null, null),
                new ContractWrite(Kind.retainer, eur(1), JANUARY, null, null, null),
                new ContractWrite(Kind.retainer, eur(1), JANUARY, JANUARY.minusDays(1), null, null),
                rated(new RateWrite(bram, "networks", JANUARY, eur(1))),
                rated(new RateWrite(UUID.randomUUID(), null, JANUARY, eur(1))),
                rated(new RateWrite(null, null, null, eur(1))),
                rated(new RateWrite(null, null, JANUARY, eur(-1))),
                rated(new RateWrite(null, "a", JANUARY, eur(1)), new RateWrite(null, "A", JANUARY, eur(2)))))
            assertEquals("invalid-value", code(() -> editing.write(Caller.SYSTEM, project, wrong, 0)), wrong::toString);
        for (var wrong : List.of(
                part("", 1, JANUARY, null),
                part("\0", 1, JANUARY, null),
                part("x", 0, JANUARY, null),
                part("x", 1, null, null),
                part("x", 1, JANUARY, "cabling"),
                part("x", 1, null, "nowhere"),
                new Billing("x", eur(1), null, null, UUID.randomUUID())))
            assertEquals("invalid-value", code(() -> billing.add(Caller.SYSTEM, project, wrong)), wrong::toString);
        write(Kind.fixedPrice, eur(1), List.of());
        assertEquals(
                "changed-meanwhile",
                code(() -> editing.write(Caller.SYSTEM, project, rated(), 0)),
                "somebody was faster");
    }

    @Test
    void salesRatesAndMarginAreSeenByFewAndChangedByFewer() throws Exception {
        write(Kind.fixedPrice, eur(7_654_321), List.of(new RateWrite(bram, null, JANUARY, eur(12_345))));
        for (var role : List.of(Role.DEPUTY, Role.LEAD, Role.WORKER, Role.SUBCONTRACTOR, Role.CLIENT)) {
            var actor = world.actor(role, null, project);
            for (var path : List.of("", "/table")) {
                var answer = answer(actor, "/api/projects/" + project + "/contract" + path);
                assertFalse(answer.contains("12345") || answer.contains("76543"), role + ": " + answer);
                assertTrue(answer.startsWith("403") || answer.startsWith("404"), role + ": " + answer);
            }
            for (var path : List.of("/api/contracts", "/api/contracts/table"))
                assertTrue(answer(actor, path).startsWith("403"), role::toString);
            for (var path : List.of("/money", "/money/table")) {
                var answer = answer(actor, "/api/projects/" + project + path);
                assertFalse(answer.contains("12345") || answer.contains("76543"), role + ": " + answer);
            }
        }
        var manager = world.actor(Role.MANAGER, null, project);
        assertTrue(answer(manager, "/api/projects/" + project + "/contract").contains("12345"));
        var elsewhere = world.actor(Role.MANAGER, null, anotherProject());
        assertTrue(answer(elsewhere, "/api/projects/" + project + "/contract").startsWith("404"));
        assertFalse(answer(elsewhere, "/api/contracts").contains(project.toString()));
        var written = http.perform(put("/api/projects/" + project + "/contract")
                        .with(manager)
                        .header("If-Match", "\"1\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"kind\": \"timeAndMaterials\", \"since\": \"2027-01-01\"}"))
                .andReturn();
        assertEquals(403, written.getResponse().getStatus(), "a manager bills, and agrees on nothing");
    }

    private UUID anotherProject() {
        var zone = ZoneId.of("Europe/Berlin");
        var plan = new Plan(
                "Other " + UUID.randomUUID(),
                zone,
                Instant.parse("2027-02-01T08:00:00Z"),
                "week",
                List.of(WorkingCalendar.officeHours("week", zone)),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return plans.create(Caller.SYSTEM, new NewProject(null, Project.Kind.software), plan);
    }

    private String answer(Actor actor, String path) throws Exception {
        var response = http.perform(get(path).with(actor)).andReturn().getResponse();
        return response.getStatus() + " " + response.getContentAsString();
    }

    private static ContractView.Revenue revenue(ContractView view) {
        return Objects.requireNonNull(view.revenue());
    }

    private static Money eur(long minor) {
        return new Money(minor, "EUR");
    }

    private static Money chf(long minor) {
        return new Money(minor, "CHF");
    }

    private static String code(Runnable doing) {
        return assertThrows(Problem.class, doing::run).code();
    }

    private static ContractWrite rated(RateWrite... rates) {
        return new ContractWrite(Kind.timeAndMaterials, null, JANUARY, null, null, List.of(rates));
    }

    private static Billing part(String name, long minor, @Nullable LocalDate day, @Nullable String task) {
        return new Billing(name, eur(minor), day, task, null);
    }

    private long version() {
        var contract = reading.project(project).contract();
        return contract == null ? 0 : contract.version();
    }

    private void write(Kind kind, @Nullable Money amount, List<RateWrite> rates) {
        editing.write(Caller.SYSTEM, project, new ContractWrite(kind, amount, JANUARY, null, null, rates), version());
    }
}
