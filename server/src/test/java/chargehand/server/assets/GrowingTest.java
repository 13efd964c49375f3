package chargehand.server.assets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.identity.Caller;
import chargehand.server.shared.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/// What is measured becomes a day by which it is full, and by that a day on which to order.
@ServerTest
@Transactional
class GrowingTest {
    @Autowired
    MeasurementReading reading;

    @Autowired
    Growing growing;

    @Autowired
    GrowthEditing editing;

    @Autowired
    AssetImporting importing;

    @Autowired
    Assets assets;

    @Autowired
    Register register;

    @Autowired
    TestWorld world;

    @Autowired
    JdbcClient jdbc;

    private Asset array() {
        return assets.named(List.of("array-growing")).getFirst();
    }

    @BeforeEach
    void anArrayWithALeadTimeOfThirtyDays() {
        world.company();
        var table = "name,kind,lead_days\narray-growing,storage,30\n";
        importing.accept(
                Caller.SYSTEM,
                importing.look(Caller.SYSTEM, "a.csv", table.getBytes(UTF_8)).id(),
                true);
    }

    private MeasurementReading.Report read(String table) {
        return reading.read(Caller.SYSTEM, "m.csv", table.getBytes(UTF_8));
    }

    /// One TB a week from 1 June 2026 on: 31 measurements, the last on 28 December.
    private static String weekly(String unit) {
        var table = new StringBuilder("asset;measure;time;value;unit\n");
        for (int week = 0; week <= 30; week++)
            table.append("Array-Growing;used;%sT00:00:00Z;%d,5;%s%n"
                    .formatted(LocalDate.of(2026, 6, 1).plusWeeks(week), 100 + week, unit));
        return table.toString();
    }

    @Test
    void measurementsAndACapacityMakeADayToOrder() {
        assertEquals(31, read(weekly("TB")).taken());
        var before = growing.of(array()).getFirst();
        assertEquals(130.5, before.last());
        assertEquals(1 / 7.0, Objects.requireNonNull(before.perDay()), 1e-9);
        assertNull(before.orderBy(), "without a capacity nothing is ever full");

        editing.capacity(Caller.SYSTEM, array().id(), before.id(), 140.5);

        var growth = growing.of(array()).getFirst();
        var full = LocalDate.of(2026, 12, 28).plusWeeks(10);
        assertEquals(List.of(full, full, full), List.of(day(growth.early()), day(growth.likely()), day(growth.late())));
        assertEquals(full.minusDays(30), growth.orderBy());
        assertEquals(full, array().ends());
        assertEquals(full.minusDays(30), array().due());
        assertTrue(
                register.dueBy(full, 99).stream().anyMatch(each -> each.id().equals(array().id())),
                "it becomes due by the path on which programmes are made");
        assertEquals(growth.id(), growing.all().getFirst().id());

        editing.remove(Caller.SYSTEM, array().id(), growth.id());
        assertNull(array().due());
    }

    @Test
    void theSameTableReadTwiceChangesNothing() {
        read(weekly("TB"));
        read(weekly("TB"));

        assertEquals(31, growing.of(array()).getFirst().measured().size());
    }

    @Test
    void aTableIsTakenWholeOrNotAtAllWithLineAndReason() {
        read(weekly("TB"));
        var report = read("""
                asset,measure,time,value,unit
                array-growing,used,2027-01-04,131.5,TB
                nobody,used,2027-01-04,131.5,TB
                array-growing,used,2027-02-30,131.5,TB
                array-growing,used,2027-01-05,much,TB
                array-growing,used,2027-01-05,NaN,TB
                array-growing,used,2027-01-06,131.5,GB
                array-growing,used,2027-01-04T00:00:00+01:00,7,TB
                array-growing,used,2031-01-04,131.5,TB
                ,used,2027-01-04,131.5,TB
                """);

        assertEquals(List.of(9, 0, 8), List.of(report.rows(), report.taken(), report.refused()));
        assertEquals(
                List.of(
                        "3 asset-unknown nobody",
                        "4 bad-time 2027-02-30",
                        "5 bad-value much",
                        "6 bad-value NaN",
                        "7 unit-differs GB",
                        "8 time-twice 2027-01-03T23:00:00Z",
                        "9 in-future 2031-01-03T23:00:00Z",
                        "10 no-name "),
                report.refusals().stream()
                        .map(each -> each.number() + " " + each.problem() + " " + each.value())
                        .toList());
        assertEquals(31, growing.of(array()).getFirst().measured().size(), "nothing is written");
        assertThrows(Problem.class, () -> read("thing,other\n1,2\n"));
    }

    @Test
    void tooFewMeasurementsSayNothing() {
        read("asset,time,value,capacity\narray-growing,2027-01-04,5,100\n");

        var growth = growing.of(array()).getFirst();
        assertNull(growth.kind());
        assertNull(growth.orderBy());
        assertEquals(100, growth.capacity());
        for (var wrong : List.of(0.0, -1.0, Double.NaN))
            assertThrows(Problem.class, () -> editing.capacity(Caller.SYSTEM, array().id(), growth.id(), wrong));
    }

    @Test
    void whatIsMeasuredEveryFiveMinutesCountsOnceADay() {
        var table = new StringBuilder("asset,time,value\n");
        var from = Instant.parse("2026-12-01T00:00:00Z");
        for (int i = 0; i < 16 * 288; i++)
            table.append("array-growing,%s,%d%n".formatted(from.plusSeconds(300L * i), 1_000 + i));
        read(table.toString());

        var growth = growing.of(array()).getFirst();

        assertEquals(16, growth.measured().size());
        assertEquals(1_000 + 16 * 288 - 1, growth.last(), "the last of the day");
        assertEquals(288, Objects.requireNonNull(growth.perDay()), 1e-9);
    }

    @Test
    void measurementsWithinASecondAreTwo() {
        var table = new StringBuilder("asset,time,value\n");
        for (int day = 1; day <= 15; day++)
            table.append("array-growing,2026-12-%02dT12:00:00.5Z,%d%n".formatted(day, 100 + day));
        table.append("array-growing,2026-12-16T23:59:59.6Z,116\n");
        table.append("array-growing,2026-12-17T00:00:00.4Z,116\n");
        read(table.toString());
        assertEquals(17, growing.of(array()).getFirst().measured().size());

        var report = read("""
                asset,time,value
                array-growing,2026-12-18T00:00:00.0000001Z,117
                array-growing,2026-12-18T00:00:00.0000002Z,118
                """);
        assertEquals("time-twice", report.refusals().getFirst().problem(), "nobody tells these apart");
    }

    @Test
    void whatHasToBeOrderedIsShownHoweverMuchElseIsMeasured() {
        importing.accept(
                Caller.SYSTEM,
                importing
                        .look(Caller.SYSTEM, "b.csv", "name,kind\nswitch-growing,switch\n".getBytes(UTF_8))
                        .id(),
                true);
        jdbc.sql("""
                insert into assets.measure (id, asset, name, unit)
                select cast(lpad(cast(i as text), 32, '0') as uuid), :asset, 'port ' || i, ''
                from generate_series(1, 501) i
                """)
                .param(
                        "asset",
                        assets.named(List.of("switch-growing")).getFirst().id())
                .update();
        read(weekly("TB"));
        var used = growing.of(array()).getFirst();
        editing.capacity(Caller.SYSTEM, array().id(), used.id(), 140.5);

        assertEquals(used.id(), growing.all().getFirst().id());
    }

    @Test
    void theLatestCapacityCountsInWhateverOrderLinesStand() {
        read("""
                asset,time,value,capacity
                array-growing,2027-01-04,5,200
                array-growing,2027-01-03,5,100
                """);
        assertEquals(200, growing.of(array()).getFirst().capacity());

        read("asset,time,value,capacity\narray-growing,2027-01-01,5,50\n");
        assertEquals(200, growing.of(array()).getFirst().capacity(), "older than what is known");

        read("asset,time,value,capacity\narray-growing,2027-01-05,5,300\n");
        assertEquals(300, growing.of(array()).getFirst().capacity());
    }

    @Test
    void aCommaPartsThousandsWhereCommasPartCells() {
        read("""
                asset,time,value,capacity
                array-growing,2027-01-04,"12,500","1,234,567.5"
                """);
        var growth = growing.of(array()).getFirst();
        assertEquals(List.of(12_500.0, 1_234_567.5), List.of(growth.last(), growth.capacity()));

        read("asset;time;value\narray-growing;2027-01-05;12,500\n");
        assertEquals(12.5, growing.of(array()).getFirst().last());

        var refused = read("asset,time,value\narray-growing,2027-01-06,\"12,5\"\n");
        assertEquals("bad-value", refused.refusals().getFirst().problem());
    }

    @Test
    void charactersThatNobodySeesAreLeftOut() {
        assertEquals(
                1,
                read("asset,measure,time,value,unit\narray\0-growing,us\0ed,2027-01-04,5,T\0B\n")
                        .taken());

        var growth = growing.of(array()).getFirst();
        assertEquals(List.of("used", "TB"), List.of(growth.name(), growth.unit()));
    }

    private static LocalDate day(@org.jspecify.annotations.Nullable LocalDate day) {
        assertNotNull(day);
        return day;
    }
}
