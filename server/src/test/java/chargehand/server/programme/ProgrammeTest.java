package chargehand.server.programme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.assets.AssetImporting;
import chargehand.server.assets.ChangeWindows;
import chargehand.server.identity.Caller;
import chargehand.server.people.PeopleEditing;
import chargehand.server.people.PersonWrite;
import chargehand.server.planning.PlanReading;
import chargehand.server.planning.PlanReading.Current;
import chargehand.server.programme.ProgrammeMaking.Wish;
import chargehand.server.shared.Money;
import chargehand.server.shared.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/// What is due becomes a project once, with people, windows, dates and money.
@ServerTest
@Transactional
class ProgrammeTest {
    private static final String TABLE = """
            name,kind,line,serial,site,owner,warranty,life,lead_days,cost,currency,runs_on
            host-1,server,"Blade, grey",B1,Kiel,Infrastructure,2027-11-30,,150,31000.10,EUR,
            host-2,server,"Blade, grey",B2,Kiel,Infrastructure,2027-11-30,,150,31000.20,EUR,
            host-3,server,"Blade, grey",B3,Bonn,Infrastructure,2027-11-30,,150,100.00,CHF,
            old,vm,Windows Server 2012 R2,,Kiel,Infrastructure,,,120,2800,EUR,host-1
            far,storage,"Disks, many",D1,Kiel,Infrastructure,2034-01-31,,100,184000,EUR,
            """;
    private static final LocalDate HORIZON = LocalDate.of(2030, 2, 1);

    @Autowired
    AssetImporting importing;

    @Autowired
    DueReading reading;

    @Autowired
    ProgrammeMaking making;

    @Autowired
    WorkOfAssets work;

    @Autowired
    PlanReading plans;

    @Autowired
    PeopleEditing people;

    @Autowired
    TestWorld world;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aRegister() {
        world.company();
        jdbc.sql("delete from assets.asset").update();
        var skilled = new PersonWrite(
                "Bram Hoekstra",
                null,
                null,
                List.of("servers", "windows", "backup", "budget"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        people.create(skilled, Caller.SYSTEM);
        importing.accept(
                Caller.SYSTEM,
                importing.look(Caller.SYSTEM, "a.csv", TABLE.getBytes(UTF_8)).id(),
                true);
    }

    @Test
    void groupsWhatIsAlikeAndAddsUpExactly() {
        var due = reading.read(Caller.SYSTEM, HORIZON);

        assertEquals(
                List.of("Windows Server 2012-r2 Kiel 1", "Blade, grey Kiel 2", "Blade, grey Bonn 1"),
                due.groups().stream()
                        .map(each -> "%s %s %d"
                                .formatted(
                                        each.what(), each.site(), each.assets().size()))
                        .toList());
        var blades = due.groups().get(1);
        assertEquals(LocalDate.of(2027, 7, 3), blades.due());
        assertEquals(List.of(new Money(6_200_030, "EUR")), blades.cost());
        assertEquals("servers", blades.skill());
        assertTrue(blades.people().contains("Bram Hoekstra"));
        assertTrue(due.groups().getFirst().assets().getFirst().over());
        assertEquals(4, due.free());
        assertEquals(
                List.of("2027-01-01 280000 EUR", "2027-07-01 10000 CHF 6200030 EUR"),
                due.quarters().stream()
                        .filter(each -> !each.free().isEmpty())
                        .map(each -> each.from() + " "
                                + each.free().stream()
                                        .map(money -> money.minor() + " " + money.currency())
                                        .collect(Collectors.joining(" ")))
                        .toList());
        assertEquals(LocalDate.of(2030, 1, 1), due.quarters().getLast().from(), "three years, quarter by quarter");
    }

    @Test
    void oneClickMakesALevelledProjectOfIt() {
        var made = make(Set.of());

        var plan = plans.current(made.project()).orElseThrow();
        assertEquals(4, made.assets());
        assertEquals(List.of("nobody-assigned"), findings(plan), "nobody works on a delivery");
        for (var task : plan.plan().tasks()) {
            if (task.extent() instanceof TaskExtent.ByEffort)
                assertEquals(1, task.assignments().size(), task.name() + " has somebody to do it");
            if (!task.windows().isEmpty()) assertTrue(liesInAWindow(task, plan), task.name());
        }
        assertEquals(
                List.of("Move old 14:00", "Move host-1 14:00", "Move host-2 14:00", "Move host-3 14:00"),
                plan.plan().tasks().stream()
                        .filter(each -> !each.windows().isEmpty())
                        .map(each -> each.name() + " "
                                + each.windows()
                                        .getFirst()
                                        .fromInclusive()
                                        .atZone(plan.plan().zone())
                                        .toLocalTime())
                        .toList());
        var first = placed(plan, "Move host-1");
        var second = placed(plan, "Move host-2");
        assertTrue(!second.start().isBefore(first.finish()), "never two of a kind at once");
        var order = plan.plan().tasks().stream()
                .filter(each -> each.name().equals("Order") && each.deadline() != null)
                .findFirst()
                .orElseThrow();
        assertEquals(
                "2027-07-03T22:00:00Z Infrastructure",
                Objects.requireNonNull(order.deadline()).by() + " "
                        + order.deadline().promisedTo());
        var change = plan.plan().tasks().stream()
                .filter(each -> each.name().equals("Move host-1"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                "2027-11-30T23:00:00Z",
                Objects.requireNonNull(change.deadline()).by().toString());
    }

    private static boolean liesInAWindow(Task task, Current plan) {
        var placed = placed(plan, task.name());
        return task.windows().stream()
                .anyMatch(each -> !placed.start().isBefore(each.fromInclusive())
                        && !placed.finish().isAfter(each.toExclusive()));
    }

    private static ScheduledTask placed(Current plan, String name) {
        for (int i = 0; i < plan.plan().tasks().size(); i++)
            if (plan.plan().tasks().get(i).name().equals(name))
                return plan.calendar().tasks().get(i);
        throw new AssertionError(name);
    }

    private static List<String> findings(Current plan) {
        return plan.calendar().findings().stream()
                .map(each -> each.code().code())
                .toList();
    }

    @Test
    void theAssetKnowsItsTaskAndTheTaskItsAsset() {
        var due = reading.read(Caller.SYSTEM, HORIZON);
        var blade = due.groups().get(1).assets().getFirst();

        var made = make(Set.of());

        var task = work.of(Caller.SYSTEM, blade.id()).getFirst();
        assertEquals("Renewal: Replace host-1", task.projectName() + ": " + task.name());
        assertNotNull(task.finish());
        assertEquals(
                "host-1",
                work.replacedBy(made.project()).stream()
                        .filter(each -> each.task().equals(task.task()))
                        .map(WorkOfAssets.Replaced::name)
                        .findFirst()
                        .orElseThrow());
        assertThrows(Problem.class, () -> work.of(Caller.SYSTEM, UUID.randomUUID()));
        var nobody = new Caller(UUID.randomUUID(), "Nobody", null, List.of());
        assertEquals(List.of(), work.of(nobody, blade.id()), "what may not be seen is not told");
    }

    @Test
    void aSecondClickTakesOnlyWhatIsLeft() {
        var left = reading.read(Caller.SYSTEM, HORIZON)
                .groups()
                .getFirst()
                .assets()
                .getFirst();
        var made = make(Set.of(left.id()));
        assertEquals(3, made.assets());

        var due = reading.read(Caller.SYSTEM, HORIZON);

        assertEquals(1, due.free());
        assertNull(due.groups().getFirst().assets().getFirst().project());
        assertEquals(made.project(), due.groups().get(1).assets().getFirst().project());
        var programme = due.programmes().getFirst();
        assertEquals(3, programme.assets());
        assertEquals(List.of(new Money(10_000, "CHF"), new Money(6_200_030, "EUR")), programme.cost());
        assertEquals(
                programme.cost(),
                due.quarters().stream()
                        .flatMap(each -> each.planned().stream())
                        .sorted((one, other) -> one.currency().compareTo(other.currency()))
                        .toList(),
                "what is ordered together is owed together");
        assertEquals(1, make(Set.of()).assets());
        assertEquals(
                "nothing-due", assertThrows(Problem.class, () -> make(Set.of())).code());
    }

    @Test
    void refusesWhatCanNotBe() {
        var usual = ChangeWindows.USUAL;
        assertThrows(Problem.class, () -> making.make(Caller.SYSTEM, new Wish(" ", null, HORIZON, Set.of(), usual)));
        assertThrows(
                Problem.class,
                () -> making.make(Caller.SYSTEM, new Wish("Renewal", UUID.randomUUID(), HORIZON, Set.of(), usual)));
        var worker = new Caller(UUID.randomUUID(), "Worker", null, List.of());
        assertEquals(
                "forbidden",
                assertThrows(
                                Problem.class,
                                () -> making.make(worker, new Wish("Renewal", null, HORIZON, Set.of(), usual)))
                        .code());
    }

    private ProgrammeMaking.Made make(Set<UUID> without) {
        return making.make(Caller.SYSTEM, new Wish("Renewal", null, HORIZON, without, ChangeWindows.USUAL));
    }
}
