package chargehand.server.budget;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.ResourceId;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.TaskId;
import chargehand.engine.time.Effort;
import chargehand.engine.time.WorkingCalendar;
import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.budget.Exchange.Rate;
import chargehand.server.budget.Line.Category;
import chargehand.server.budget.Line.State;
import chargehand.server.budget.MoneyView.Amounts;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Role;
import chargehand.server.people.PeopleEditing;
import chargehand.server.people.PersonWrite;
import chargehand.server.planning.NewProject;
import chargehand.server.planning.PlanEditing;
import chargehand.server.planning.PlanReading;
import chargehand.server.planning.Project;
import chargehand.server.shared.Money;
import chargehand.server.shared.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/// What a project costs, from orders and invoices, from its calendar, and in any currency.
@ServerTest
@Transactional
class MoneyTest {
    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

    @Autowired
    MoneyReading reading;

    @Autowired
    MoneyEditing editing;

    @Autowired
    MoneyImporting importing;

    @Autowired
    Lines lines;

    @Autowired
    PlanEditing plans;

    @Autowired
    PlanReading calendars;

    @Autowired
    PeopleEditing people;

    @Autowired
    TestWorld world;

    private UUID project = new UUID(0, 0);

    /// Two tasks beneath one summary: ten hours of Bram at 85.00 an hour, then four by nobody.
    @BeforeEach
    void aProject() {
        world.company();
        var bram = people.create(
                        new PersonWrite(
                                "Bram Hoekstra",
                                null,
                                null,
                                List.of("rack work"),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                new Money(8_500, "EUR"),
                                null),
                        Caller.SYSTEM)
                .id()
                .toString();
        var zone = ZoneId.of("Europe/Berlin");
        var above = Task.of("above", "Room", new TaskExtent.Summary());
        var cabling = Task.of("cabling", "Cabling", new TaskExtent.ByEffort(new Effort(600)))
                .withParent(new TaskId("above"))
                .withAssignments(Assignment.of(bram));
        var racks = Task.of("racks", "Racks", new TaskExtent.ByEffort(new Effort(240)))
                .withParent(new TaskId("above"));
        var plan = new Plan(
                "Room " + UUID.randomUUID(),
                zone,
                Instant.parse("2027-02-01T08:00:00Z"),
                "week",
                List.of(WorkingCalendar.officeHours("week", zone)),
                List.of(new Resource(new ResourceId(bram), "Bram Hoekstra", 100, null, java.util.Set.of())),
                List.of(above, cabling, racks),
                List.of(),
                List.of());
        project = plans.create(Caller.SYSTEM, new NewProject(null, Project.Kind.infrastructure), plan);
    }

    @Test
    void theCalendarAndTheRatesMakeWhatIsPlanned() {
        var money = reading.project(Caller.SYSTEM, project);

        assertEquals(new Amounts(0, 85_000, 0, 0), money.total());
        assertEquals(85_000, money.outlook().sure());
        assertFalse(money.outlook().simulated());
        assertEquals("Room", money.elements().getFirst().name());
        assertEquals(85_000, money.years().getFirst().operating().planned());
    }

    @Test
    void whoMayNotSeeRatesSeesNoCostByPartOfTheWork() {
        var manager =
                new Caller(UUID.randomUUID(), "Manager", null, List.of(new Caller.Grant(Role.MANAGER, null, project)));

        var money = reading.project(manager, project);

        assertEquals(85_000, money.total().planned());
        assertFalse(money.ratesSeen());
        assertEquals(List.of(), money.elements());
    }

    @Test
    void anOrderStandsForWhatWasPlannedAndAnInvoiceForTheOrder() {
        add(State.approved, Category.other, null, 1_000_000, "EUR", null);
        add(State.planned, Category.hardware, "racks", 200_000, "EUR", null);
        add(State.committed, Category.hardware, "racks", 210_050, "EUR", "PO-1");
        add(State.spent, Category.hardware, "racks", 99_999, "EUR", "R-1");
        add(State.spent, Category.services, null, 50_000, "EUR", "R-2");

        var money = reading.project(Caller.SYSTEM, project);

        assertEquals(new Amounts(1_000_000, 285_000, 210_050, 149_999), money.total());
        assertEquals(210_050 + 50_000 + 85_000, money.outlook().likely());
        assertEquals(money.outlook().likely(), money.curve().getLast().expected());
        assertEquals(149_999, money.curve().getLast().spent());
        var year = money.years().getFirst();
        assertEquals(new Amounts(0, 200_000, 210_050, 99_999), year.capital());
        assertEquals(new Amounts(1_000_000, 85_000, 0, 50_000), year.operating());
        assertEquals(
                "number-taken",
                assertThrows(Problem.class, () -> add(State.spent, Category.other, null, 1, "EUR", "r-1"))
                        .code());
    }

    @Test
    void currenciesCountWhatTheyWereWorthOnTheirDay() {
        editing.setRates(
                Caller.SYSTEM, "EUR", List.of(new Rate("CHF", LocalDate.of(2027, 2, 1), new BigDecimal("1.0731"))));
        add(State.spent, Category.other, null, 33_333, "CHF", null);
        add(State.spent, Category.other, null, 500, "USD", null);

        var money = reading.project(Caller.SYSTEM, project);

        assertEquals(35_770, money.total().spent(), "333.33 × 1.0731 = 357.696…, rounded once");
        assertEquals(List.of(new Money(500, "USD")), money.unconverted());
        var day = LocalDate.of(2027, 1, 1);
        for (var wrong : List.of(
                new Rate("XYZ", day, BigDecimal.ONE),
                new Rate("EUR", day, BigDecimal.ONE),
                new Rate("CHF", day, BigDecimal.ZERO),
                new Rate("CHF", day, new BigDecimal("-1"))))
            assertThrows(Problem.class, () -> editing.setRates(Caller.SYSTEM, "EUR", List.of(wrong)), wrong::toString);
        var twice = new Rate("CHF", day, BigDecimal.ONE);
        assertThrows(Problem.class, () -> editing.setRates(Caller.SYSTEM, "EUR", List.of(twice, twice)));
    }

    @Test
    void anOrderWithALeadTimeHoldsItsTask() {
        var write = write(State.committed, Category.hardware, "racks", 1, "EUR", "PO-2", 30);

        editing.add(Caller.SYSTEM, project, write);

        var plan = calendars.current(project).orElseThrow();
        var place = Objects.requireNonNull(plan.plan().positions().get(new TaskId("racks")));
        assertEquals(
                "2027-03-31T07:00:00Z",
                plan.calendar().tasks().get(place).start().toString(),
                "ordered on 1 March, delivered thirty days later");
    }

    @Test
    void refusesWhatCanNotBe() {
        for (var wrong : List.of(
                write(State.spent, Category.other, null, -1, "EUR", null, null),
                write(State.spent, Category.other, null, 1, "XYZ", null, null),
                write(State.spent, Category.other, "nowhere", 1, "EUR", null, null),
                write(State.committed, Category.other, null, 1, "EUR", null, -1),
                new MoneyWrite(null, null, null, null, DAY, new Money(1, "EUR"), "x", null, null, null),
                new MoneyWrite(null, State.spent, null, null, null, new Money(1, "EUR"), "x", null, null, null),
                new MoneyWrite(null, State.spent, null, null, DAY, null, "x", null, null, null),
                new MoneyWrite(null, State.spent, null, null, DAY, new Money(1, "EUR"), " ", null, null, null)))
            assertEquals(
                    "invalid-value",
                    assertThrows(Problem.class, () -> editing.add(Caller.SYSTEM, project, wrong))
                            .code(),
                    wrong::toString);
        assertThrows(Problem.class, () -> editing.remove(Caller.SYSTEM, project, UUID.randomUUID()));
    }

    @Test
    void takesATableWholeOrTellsLineAndReasonOfEachThatCanNotBeTaken() {
        var table = """
                project,element,state,category,date,amount,currency,what,supplier,number,lead days
                %1$s,Racks,ordered,hardware,2027-02-01,"1,250.50",EUR,Racks,Steel,PO-9,20
                %1$s,1.1,invoice,hardware,1.3.2027,99,EUR,Cable,Steel,R-1,
                %1$s,,invoice,hardware,2027-03-01,99,EUR,Cable,steel,r-1,
                %1$s,Cellar,invoice,hardware,2027-03-01,5,EUR,,,,
                nowhere,,invoice,hardware,2027-03-01,5,EUR,,,,
                %1$s,,invoice,hardware,2027-02-30,5,EUR,,,,
                %1$s,,invoice,hardware,2027-03-01,-5,EUR,,,,
                %1$s,,invoice,hardware,2027-03-01,5,XYZ,,,,
                %1$s,,invoice,hardware,2027-03-01,,EUR,,,,
                %1$s,,invoice,shoes,2027-03-01,5,EUR,,,,
                %1$s,,dreamt,hardware,2027-03-01,5,EUR,,,,
                """.formatted(project);

        var look = importing.look(Caller.SYSTEM, "money.csv", table.getBytes(UTF_8));

        assertEquals(List.of(11, 2, 9), List.of(look.rows(), look.fresh(), look.refused()));
        assertEquals(
                List.of(
                        "4 number-twice",
                        "5 element-unknown",
                        "6 project-unknown",
                        "7 bad-date",
                        "8 negative-money",
                        "9 unknown-currency",
                        "10 bad-money",
                        "11 bad-category",
                        "12 bad-state"),
                look.refusals().stream()
                        .map(each -> each.number() + " " + each.problem())
                        .toList());
        assertEquals(
                Map.of("committed", List.of(new Money(125_050, "EUR")), "spent", List.of(new Money(9_900, "EUR"))),
                look.sums());
        assertEquals(0, lines.of(project, 9).size(), "nothing is written before it is taken");
        assertEquals(2, importing.accept(Caller.SYSTEM, look.id(), false));
        assertThrows(Problem.class, () -> importing.accept(Caller.SYSTEM, look.id(), false), "it is taken once");
        var again = importing.look(Caller.SYSTEM, "money.csv", table.getBytes(UTF_8));
        assertEquals(0, again.fresh(), "what was taken is there already");
        assertEquals(
                "import-has-errors",
                assertThrows(Problem.class, () -> importing.accept(Caller.SYSTEM, again.id(), true))
                        .code());
        assertThrows(Problem.class, () -> importing.look(Caller.SYSTEM, "x.csv", "Ding,Betrog\n1,2\n".getBytes(UTF_8)));
        var csv = MoneyCsv.lines(project.toString(), lines.of(project, 9));
        var read = importing.look(Caller.SYSTEM, "back.csv", csv.getBytes(UTF_8));
        assertEquals(2, read.refused(), "what is written can be read: only the numbers are there already");
    }

    @Test
    void aSumOfManyLinesIsExact() {
        int many = Integer.getInteger("chargehand.money", 20_000);
        var table = new StringBuilder("project,date,amount,currency,number\n");
        long sum = 0;
        for (int i = 0; i < many; i++) {
            long cents = (i * 7_919L) % 1_000_003;
            sum += cents;
            table.append(project)
                    .append(",2027-0%d-01,%d.%02d,EUR,N%d%n".formatted(1 + i % 9, cents / 100, cents % 100, i));
        }
        long start = System.nanoTime();
        var look = importing.look(Caller.SYSTEM, "money.csv", table.toString().getBytes(UTF_8));
        importing.accept(Caller.SYSTEM, look.id(), true);
        double read = (System.nanoTime() - start) / 1e9;
        start = System.nanoTime();
        var money = reading.project(Caller.SYSTEM, project);
        System.out.printf(
                "%d lines: %.0f lines/s, summed in %d ms%n",
                many, many / read, (System.nanoTime() - start) / 1_000_000);

        assertEquals(sum, money.total().spent());
        assertTrue(money.curve().size() >= 9);
    }

    private Line add(
            State state,
            Category category,
            @Nullable String task,
            long minor,
            String currency,
            @Nullable String number) {
        return editing.add(Caller.SYSTEM, project, write(state, category, task, minor, currency, number, null));
    }

    private static MoneyWrite write(
            State state,
            Category category,
            @Nullable String task,
            long minor,
            String currency,
            @Nullable String number,
            @Nullable Integer lead) {
        return new MoneyWrite(
                task, state, null, category, DAY, new Money(minor, currency), "Racks", "Steel", number, lead);
    }
}
