package chargehand.server.budget;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.TaskId;
import chargehand.engine.time.Effort;
import chargehand.engine.time.WorkingCalendar;
import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.TestWorld.Actor;
import chargehand.server.budget.ApprovalWrite.OfDelay;
import chargehand.server.budget.ApprovalWrite.OfLimit;
import chargehand.server.budget.ApprovalWrite.OfReserve;
import chargehand.server.budget.ApprovalWrite.OfUse;
import chargehand.server.budget.Exchange.Rate;
import chargehand.server.budget.Line.Category;
import chargehand.server.budget.Line.State;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Role;
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
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// What is above a limit counts once somebody has approved it who did not enter it; what a reserve has, and what a
/// later
/// end costs.
@ServerTest
@Transactional
class ApprovingTest {
    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

    @Autowired
    Approving approving;

    @Autowired
    LimitEditing limits;

    @Autowired
    Limits kept;

    @Autowired
    MoneyEditing editing;

    @Autowired
    MoneyImporting importing;

    @Autowired
    MoneyReading reading;

    @Autowired
    PlanEditing plans;

    @Autowired
    PlanReading calendars;

    @Autowired
    TestWorld world;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private UUID project = new UUID(0, 0);
    private @Nullable Actor named;
    private Caller official = Caller.SYSTEM;
    private Caller manager = Caller.SYSTEM;

    @BeforeEach
    void aProjectWithALimitOfAThousand() {
        world.company();
        var zone = ZoneId.of("Europe/Berlin");
        var racks = Task.of("racks", "Racks", new TaskExtent.ByEffort(new Effort(240)));
        var plan = new Plan(
                "Room " + UUID.randomUUID(),
                zone,
                Instant.parse("2027-02-01T08:00:00Z"),
                "week",
                List.of(WorkingCalendar.officeHours("week", zone)),
                List.of(),
                List.of(racks),
                List.of(),
                List.of());
        project = plans.create(Caller.SYSTEM, new NewProject(null, Project.Kind.infrastructure), plan);
        named = world.actor(Role.OFFICIAL);
        official = caller(named.account(), Role.OFFICIAL, null);
        manager = caller(UUID.randomUUID(), Role.MANAGER, project);
        limit(null, new OfLimit(eur(100_000), official.account()));
    }

    @Test
    void whatIsAboveTheLimitCountsOnceItIsApproved() {
        add(State.committed, 100_000, "EUR", null);
        var large = add(State.committed, 100_001, "EUR", null);
        add(State.planned, 900_000, "EUR", null);

        var before = reading.project(Caller.SYSTEM, project);
        assertEquals(100_000, before.total().committed(), "at the limit is not above it, and plans need nobody");
        assertEquals(large.id(), before.lines().getFirst().id(), "what waits comes first");
        assertEquals(
                List.of(large.id()),
                approving.waiting(official).stream().map(Approving.Waiting::id).toList());

        approving.decideLine(official, project, large.id(), true, "It is the cheaper one");

        var after = reading.project(Caller.SYSTEM, project);
        assertEquals(200_001, after.total().committed());
        var approval = after.lines().stream()
                .filter(each -> each.id().equals(large.id()))
                .findFirst()
                .map(Line::approval)
                .orElseThrow();
        assertEquals("It is the cheaper one", approval.reason());
        assertEquals(
                official.account(), Objects.requireNonNull(approval.decided()).account());
        assertEquals(List.of(), approving.waiting(official));
        assertEquals("approval-decided", code(() -> approving.decideLine(official, project, large.id(), false, "No")));
    }

    @Test
    void whatIsRefusedNeverCounts() {
        var large = add(State.spent, 100_001, "EUR", null);

        approving.decideLine(official, project, large.id(), false, "Too dear");

        assertEquals(0, reading.project(Caller.SYSTEM, project).total().spent());
        assertTrue(
                MoneyCsv.lines("Room", reading.project(Caller.SYSTEM, project).lines())
                        .contains(",refused"));
    }

    @Test
    void nobodyDecidesAboutTheirOwnAndNobodyInPlaceOfWhoIsNamed() {
        var other = caller(UUID.randomUUID(), Role.OFFICIAL, null);
        var ofManager = add(State.spent, 100_001, "EUR", null);
        assertEquals("approval-not-yours", code(() -> approving.decideLine(other, project, ofManager.id(), true, "x")));
        assertEquals(
                "approval-not-yours", code(() -> approving.decideLine(manager, project, ofManager.id(), true, "x")));

        var own = editing.add(official, project, write(State.spent, 100_001, "EUR", null));
        assertEquals("approval-not-yours", code(() -> approving.decideLine(official, project, own.id(), true, "x")));
        approving.decideLine(other, project, own.id(), true, "Whom the limit names entered it");

        limit(project, new OfLimit(eur(5), official.account()));
        jdbc.sql("update identity.account set disabled = now() where id = :id")
                .param("id", official.account())
                .update();
        approving.decideLine(other, project, ofManager.id(), true, "Whom the limit names can't any more");
    }

    @Test
    void aLimitOfAProjectHoldsInPlaceOfTheCompanysInAnyCurrency() {
        limit(project, new OfLimit(eur(1_000_000), official.account()));
        editing.setRates(Caller.SYSTEM, "EUR", List.of(new Rate("CHF", DAY.minusDays(9), new BigDecimal("1.1"))));

        add(State.spent, 900_000, "CHF", null);
        add(State.spent, 910_000, "CHF", null);
        add(State.spent, 1, "USD", null);

        var money = reading.project(Caller.SYSTEM, project);
        assertEquals(990_000, money.total().spent());
        assertEquals(
                2,
                money.lines().stream().filter(each -> each.approval() != null).count(),
                "10,010.00 euros are above it, and nobody knows of the dollar");
    }

    @Test
    void anOrderHoldsItsTaskOnceItIsApproved() {
        var order = add(State.committed, 100_001, "EUR", 30);
        assertEquals("2027-02-01T08:00:00Z", start());

        approving.decideLine(official, project, order.id(), true, "Needed");

        assertEquals("2027-03-31T07:00:00Z", start(), "ordered on 1 March, delivered thirty days later");
    }

    private String start() {
        var plan = calendars.current(project).orElseThrow();
        var place = Objects.requireNonNull(plan.plan().positions().get(new TaskId("racks")));
        return plan.calendar().tasks().get(place).start().toString();
    }

    @Test
    void linesOfATableWaitLikeThoseThatAreTyped() {
        var table =
                "project,state,date,amount,currency\n%1$s,spent,2027-03-01,1000.00,EUR\n%1$s,spent,2027-03-01,1000.01,EUR\n"
                        .formatted(project);
        var look = importing.look(Caller.SYSTEM, "money.csv", table.getBytes(UTF_8));
        importing.accept(Caller.SYSTEM, look.id(), true);

        assertEquals(100_000, reading.project(Caller.SYSTEM, project).total().spent());
        assertEquals(1, approving.waiting(official).size());
    }

    @Test
    void aReserveIsTakenFromWithAReasonAndNoFurtherThanItReaches() {
        assertEquals("reserve-exceeded", code(() -> limits.use(manager, project, new OfUse(eur(1), "Rain"))));
        limits.reserve(official, project, new OfReserve(eur(10_000)));
        var first = limits.use(manager, project, new OfUse(eur(6_000), "The lift broke"));
        var second = limits.use(manager, project, new OfUse(eur(5_000), "It rained"));

        assertEquals(10_000, reserve().left(), "what waits is not taken yet");
        approving.decideUse(official, project, first, true, "Nobody could know");
        assertEquals("reserve-exceeded", code(() -> approving.decideUse(official, project, second, true, "Too")));
        approving.decideUse(official, project, second, false, "Was to be foreseen");

        assertEquals(
                List.of(6_000L, 0L, 4_000L),
                List.of(reserve().used(), reserve().waiting(), reserve().left()));
        assertEquals("invalid-value", code(() -> limits.reserve(official, project, new OfReserve(eur(5_999)))));
        assertEquals(
                "invalid-value", code(() -> limits.reserve(official, project, new OfReserve(new Money(9_000, "CHF")))));
        assertEquals("approval-decided", code(() -> approving.decideUse(official, project, first, true, "Again")));
    }

    /// Committed, for it takes two at once; whoever decides has the reserve until that is over.
    @Test
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void aReserveIsNotSetBelowWhatIsTakenMeanwhile() throws Exception {
        try (var another = Executors.newSingleThreadExecutor()) {
            limits.reserve(official, project, new OfReserve(eur(10_000)));
            var use = limits.use(manager, project, new OfUse(eur(6_000), "The lift broke"));

            var setting = transaction.execute(_ -> {
                approving.decideUse(official, project, use, true, "Nobody could know");
                var set =
                        another.submit(() -> code(() -> limits.reserve(official, project, new OfReserve(eur(5_000)))));
                while (!set.isDone() && !somebodyWaits()) Thread.onSpinWait();
                return set;
            });

            assertEquals("invalid-value", Objects.requireNonNull(setting).get());
            assertEquals(4_000, reserve().left());
        } finally {
            limit(null, new OfLimit(null, null));
        }
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select exists (select from pg_locks where pg_backend_pid() = any(pg_blocking_pids(pid)))")
                .query(Boolean.class)
                .single();
    }

    private MoneyView.Reserve reserve() {
        return Objects.requireNonNull(reading.project(Caller.SYSTEM, project).reserve());
    }

    @Test
    void aLaterEndCostsByTheDay() {
        var after = LocalDate.of(2027, 1, 31);
        var week = new DelayCost(eur(70_000), DelayCost.Per.week, after, "Fines");
        assertEquals(0, week.at(after));
        assertEquals(10_000, week.at(after.plusDays(1)));
        assertEquals(70_000, week.at(after.plusDays(7)));
        var month = new DelayCost(eur(28_000), DelayCost.Per.month, after, "Rent");
        assertEquals(28_000, month.at(LocalDate.of(2027, 2, 28)), "the last day of a shorter month");
        assertEquals(56_000, month.at(LocalDate.of(2027, 3, 31)));
        assertEquals(
                28_000 + 28_000 / 2,
                new DelayCost(eur(28_000), DelayCost.Per.month, LocalDate.of(2027, 1, 1), "x")
                        .at(LocalDate.of(2027, 2, 15)));

        limits.delay(manager, project, new OfDelay(eur(70_000), DelayCost.Per.week, after, "Fines"));
        var delay =
                Objects.requireNonNull(reading.project(Caller.SYSTEM, project).delay());
        assertEquals(10_000, delay.ends().getFirst().cost(), "as planned it ends on 1 February");
        limits.delay(manager, project, new OfDelay(null, null, null, null));
        assertEquals(null, reading.project(Caller.SYSTEM, project).delay());
    }

    @Test
    void refusesWhatCanNotBe() {
        for (var wrong : List.of(
                new OfLimit(eur(-1), official.account()),
                new OfLimit(eur(1), null),
                new OfLimit(eur(1), manager.account()),
                new OfLimit(new Money(1, "XYZ"), official.account())))
            assertEquals("invalid-value", code(() -> limit(project, wrong)), wrong::toString);
        for (var wrong : List.of(
                new OfDelay(eur(1), null, DAY, "x"),
                new OfDelay(eur(0), DelayCost.Per.week, DAY, "x"),
                new OfDelay(eur(1), DelayCost.Per.week, null, "x"),
                new OfDelay(eur(1), DelayCost.Per.week, DAY, " ")))
            assertEquals("invalid-value", code(() -> limits.delay(manager, project, wrong)), wrong::toString);
        limits.reserve(official, project, new OfReserve(eur(9)));
        for (var wrong : List.of(new OfUse(eur(0), "x"), new OfUse(eur(1), ""), new OfUse(new Money(1, "CHF"), "x")))
            assertEquals("invalid-value", code(() -> limits.use(manager, project, wrong)), wrong::toString);
    }

    @Test
    void whatWaitsIsOnTheDeskOfOfficialsAndOnNobodyElses() throws Exception {
        add(State.spent, 7_654_321, "EUR", null);
        limits.reserve(official, project, new OfReserve(eur(8_765_432)));
        var there = answer(Objects.requireNonNull(named), "/api/money-approvals");
        assertTrue(there.startsWith("200") && there.contains("7654321"), there);
        for (var role : List.of(Role.MANAGER, Role.DEPUTY, Role.LEAD, Role.WORKER, Role.SUBCONTRACTOR, Role.CLIENT)) {
            var actor = world.actor(role, null, project);
            assertTrue(answer(actor, "/api/money-approvals").startsWith("403"), role::toString);
            assertTrue(answer(actor, "/api/money-limit").startsWith("403"), role::toString);
            var money = answer(actor, "/api/projects/" + project + "/money");
            boolean sees = role == Role.MANAGER || role == Role.DEPUTY;
            assertEquals(sees, money.contains("7654321") && money.contains("8765432"), role + money);
            assertFalse(!sees && money.startsWith("200"), role::toString);
        }
    }

    private String answer(Actor actor, String path) throws Exception {
        var response = http.perform(get(path).with(actor)).andReturn().getResponse();
        return response.getStatus() + " " + response.getContentAsString();
    }

    private Line order(LocalDate day, long minor, @Nullable String supplier) {
        return editing.add(
                manager,
                project,
                new MoneyWrite(
                        null,
                        State.committed,
                        null,
                        Category.hardware,
                        day,
                        eur(minor),
                        "Racks",
                        supplier,
                        null,
                        null));
    }

    @Test
    void ordersThatAreAboveTheLimitOnlyTogetherWaitToo() {
        var first = order(DAY, 60_000, "Brandt GmbH");
        var other = order(DAY, 60_000, "Steel");
        var atLimit = order(DAY.plusDays(1), 40_000, "BRANDT  GmbH.");
        var late = order(DAY.plusDays(31), 60_000, "Brandt GmbH");
        var split = order(DAY.plusDays(29), 30_000, "brandt gmbh");

        for (var each : List.of(first, other, atLimit, late)) assertEquals(null, each.approval(), each::toString);
        assertTrue(Objects.requireNonNull(split.approval()).isWaiting());
        assertEquals(
                new Together(3, eur(130_000)), split.together(), "the thirty days from the first on are the dearest");
        assertEquals(
                List.of(split.together()),
                approving.waiting(official).stream()
                        .map(Approving.Waiting::together)
                        .toList());
        approving.decideLine(official, project, split.id(), true, "One delivery, two orders");
        assertEquals(
                null, order(DAY.plusDays(60), 30_000, "Brandt GmbH").approval(), "what was looked at counts no more");
        order(DAY, 60_000, null);
        assertEquals(
                2, Objects.requireNonNull(order(DAY, 60_000, " ").together()).count(), "nobody named is one, too");
        var invoice = editing.add(
                manager,
                project,
                new MoneyWrite(
                        null,
                        State.spent,
                        null,
                        Category.hardware,
                        DAY,
                        eur(90_000),
                        "Part",
                        "Brandt GmbH",
                        "R1",
                        null));
        assertEquals(null, invoice.approval(), "an invoice stands for an order");
    }

    @Test
    void invoicesAreAddedUpAsFarAsNothingWasOrdered() {
        order(DAY, 60_000, "Brandt");
        assertEquals(null, invoice(DAY, 60_000, "Brandt").approval());
        assertEquals(null, invoice(DAY, 60_000, "Brandt").approval(), "600.00 of it were ordered");
        assertEquals(
                new Together(3, eur(180_000)), invoice(DAY, 60_000, "BRANDT.").together());
        assertEquals(null, invoice(DAY, 60_000, "Steel").approval(), "another supplier");
        assertEquals(null, invoice(DAY.plusDays(40), 60_000, "Steel").approval(), "later than thirty days");
        var split = invoice(DAY.plusDays(9), 40_001, "Steel");
        assertEquals(new Together(2, eur(100_001)), split.together());
        assertTrue(Objects.requireNonNull(split.approval()).isWaiting());

        order(DAY, 100_000, "Steel");

        assertEquals(null, invoice(DAY.plusDays(9), 40_001, "Steel").approval(), "paid in parts, but ordered");
    }

    @Test
    void invoicesThatNameNoSupplierAreNoPartsOfOnePurchase() {
        assertEquals(null, invoice(DAY, 60_000, null).approval());
        assertEquals(null, invoice(DAY, 60_000, null).approval());
    }

    private Line invoice(LocalDate day, long minor, @Nullable String supplier) {
        var hardware = Category.hardware;
        return editing.add(
                manager,
                project,
                new MoneyWrite(null, State.spent, null, hardware, day, eur(minor), "Part", supplier, null, null));
    }

    @Test
    void ordersOfATableAreAddedUpToo() {
        var table = "project,state,date,amount,currency,supplier\n"
                + "%1$s,committed,2027-03-01,600.00,EUR,Brandt\n%1$s,committed,2027-03-02,600.00,EUR,Brandt\n"
                        .formatted(project);
        var look = importing.look(Caller.SYSTEM, "money.csv", table.getBytes(UTF_8));
        importing.accept(Caller.SYSTEM, look.id(), true);

        assertEquals(60_000, reading.project(Caller.SYSTEM, project).total().committed());
        assertEquals(1, approving.waiting(official).size());
    }

    @Test
    void tellsThoseForWhomItWaitsAndWhoeverAskedWhatBecameOfIt() {
        var asking = world.actor(Role.MANAGER);
        manager = caller(asking.account(), Role.MANAGER, project);
        var large = add(State.committed, 100_001, "EUR", null);
        limits.reserve(official, project, new OfReserve(eur(10_000)));
        limits.use(manager, project, new OfUse(eur(6_000), "The lift broke"));

        assertEquals(
                List.of("€1,000.01 wait for you: Racks", "€60 wait for you: The lift broke"), told(official.account()));

        approving.decideLine(official, project, large.id(), false, "Too dear");

        assertEquals(List.of("Not approved: Racks"), told(asking.account()));
        assertEquals(List.of("€60 wait for you: The lift broke"), told(official.account()), "the other is over");
    }

    /// Sorted by their words: the clock stands, so which came first is not known.
    private List<String> told(UUID account) {
        return jdbc
                .sql("select letter ->> 'subject' as subject from outbox.notice where account = :account")
                .param("account", account)
                .query((row, number) -> row.getString("subject"))
                .stream()
                .sorted()
                .toList();
    }

    @Test
    void aLimitThatSomebodyElseSetMeanwhileIsNotWrittenOver() {
        assertEquals(0, kept.version(project));
        limits.limit(official, project, new OfLimit(eur(5), official.account()), 0);

        assertEquals(
                "changed-meanwhile",
                code(() -> limits.limit(official, project, new OfLimit(eur(9), official.account()), 0)));

        limits.limit(official, project, new OfLimit(null, null), 1);
        assertEquals(2, kept.version(project), "what is removed is not as it was before");
        assertEquals(
                "changed-meanwhile",
                code(() -> limits.limit(official, project, new OfLimit(eur(9), official.account()), 1)));
    }

    private void limit(@Nullable UUID of, OfLimit written) {
        limits.limit(official, of, written, kept.version(of));
    }

    private Line add(State state, long minor, String currency, @Nullable Integer lead) {
        return editing.add(manager, project, write(state, minor, currency, lead));
    }

    private static MoneyWrite write(State state, long minor, String currency, @Nullable Integer lead) {
        return new MoneyWrite(
                lead == null ? null : "racks",
                state,
                null,
                Category.hardware,
                DAY,
                new Money(minor, currency),
                "Racks",
                "Steel",
                null,
                lead);
    }

    private static Caller caller(UUID account, Role role, @Nullable UUID project) {
        return new Caller(account, role.word(), null, List.of(new Caller.Grant(role, null, project)));
    }

    private static Money eur(long minor) {
        return new Money(minor, "EUR");
    }

    private static String code(Runnable doing) {
        return assertThrows(Problem.class, doing::run).code();
    }
}
