package chargehand.files.own;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Deadline;
import chargehand.engine.plan.EstimateRange;
import chargehand.engine.plan.Lag;
import chargehand.engine.plan.Link;
import chargehand.engine.plan.LinkType;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.TaskId;
import chargehand.engine.plan.Who;
import chargehand.engine.time.Effort;
import chargehand.engine.time.WorkingDuration;
import chargehand.files.NotCarriedOver;
import chargehand.files.ReadPlan;
import chargehand.files.Reading;
import chargehand.files.UnreadableFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvPlansTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Reading READING = new Reading(BERLIN, LocalDate.of(2027, 1, 11));

    @Test
    void readsRangesAndWritesThemAgain() throws Exception {
        var read = read("""
                id,name,work,duration,elapsed
                1,Likeliest between,2d - 3d - 6d,,
                2,Range alone,,"1,5 Tage – 6 Tage",
                3,By the clock,,,2..8d
                """);

        var tasks = read.plan().tasks();
        assertEquals(new TaskExtent.ByEffort(new Effort(3 * 480)), tasks.get(0).extent());
        assertEquals(new EstimateRange(2 * 480, 6 * 480), tasks.get(0).range());
        assertEquals(
                new TaskExtent.ByWorkingTime(new WorkingDuration(3 * 480)),
                tasks.get(1).extent(),
                "the middle");
        assertEquals(new EstimateRange(720, 6 * 480), tasks.get(1).range());
        assertEquals(
                new TaskExtent.ByElapsedTime(Duration.ofDays(4)), tasks.get(2).extent());
        assertEquals(new EstimateRange(2 * 1440, 8 * 1440), tasks.get(2).range());
    }

    @ParameterizedTest
    @ValueSource(strings = {"6d - 2d", "2d - 7d - 6d", "2d - 2d", "0d - 2d", "1d - 2d - 3d - 4d"})
    void refusesRangesThatDoNotRise(String work) {
        var refused = assertThrows(UnreadableFile.class, () -> read("id,name,work\n1,Guess,%s\n".formatted(work)));

        assertTrue(String.valueOf(refused.getMessage()).contains("is no range that rises"));
    }

    @Test
    void readsATableAsPeopleWriteIt() throws Exception {
        var read = read("""
                id,name,work,duration,elapsed,milestone,after,assignees,deadline,priority
                10,Order servers,4h,,,,,Ada,,
                20,Delivery,,,5d,,10,,,
                30,Mount,3d,,,,20FS+2h; 10SS,"Ada 50%; Bram; skill:network",2027-02-01,700
                40,Train,,1d,,,30,,,
                50,Done,,,,yes,40,,,
                """);

        var tasks = read.plan().tasks();
        assertEquals(
                List.of(
                        new TaskExtent.ByEffort(Effort.ofHours(4)),
                        new TaskExtent.ByElapsedTime(Duration.ofDays(5)),
                        new TaskExtent.ByEffort(Effort.ofHours(24)),
                        new TaskExtent.ByWorkingTime(WorkingDuration.ofHours(8)),
                        new TaskExtent.Milestone()),
                tasks.stream().map(Task::extent).toList());
        assertEquals(
                List.of(Assignment.of("Ada", 50), Assignment.of("Bram"), Assignment.anyoneWith("network")),
                tasks.get(2).assignments());
        assertEquals(
                new Deadline(Instant.parse("2027-02-01T23:00:00Z"), null),
                tasks.get(2).deadline());
        assertEquals(700, tasks.get(2).priority());
        assertEquals(
                List.of(
                        Link.of("10", "20"),
                        Link.of("20", "30", LinkType.FS, new Lag.Working(120)),
                        Link.of("10", "30", LinkType.SS, Lag.NONE),
                        Link.of("30", "40"),
                        Link.of("40", "50")),
                read.plan().links());
        assertEquals(List.of(), read.notCarriedOver());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nr.;Vorgangsname;Dauer;Vorgänger;Ressourcennamen\n1;Plan;1,5 Tage;;Ada[50%]\n2;Bau;2 Wochen;1;Bram",
                "\"ID\"\t\"Task_Name\"\t\"DURATION\"\t\"Predecessors\"\t\"Resource Names\"\r\n"
                        + "1\tPlan\t1.5 days?\t\tAda 50%\r\n\r\n2\tBau\t2 wks\t1\tBram\r\n",
                "assigned to,predecessor,duration,title,no\rAda 50 %,,1.5d,Plan,1\rBram,1,2w,Bau,2",
            })
    void readsWhatOtherProgramsWrite(String csv) throws Exception {
        var plan = read(csv).plan();

        assertEquals(
                List.of(
                        Task.of("1", "Plan", new TaskExtent.ByWorkingTime(WorkingDuration.ofHours(12)))
                                .withAssignments(Assignment.of("Ada", 50)),
                        Task.of("2", "Bau", new TaskExtent.ByWorkingTime(WorkingDuration.ofHours(80)))
                                .withAssignments(Assignment.of("Bram"))),
                plan.tasks());
        assertEquals(List.of(Link.of("1", "2")), plan.links());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "level,name,work\n1,Phase,\n2,A,1d\n2,Part,\n3,B,1d\n1,C,1d",
                "wbs,name,work\n1,Phase,\n1.1,A,1d\n1.2,Part,\n1.2.1,B,1d\n2,C,1d",
                "name,work\nPhase,\n  A,1d\n  Part,\n    B,1d\nC,1d",
            })
    void findsWhatStandsBeneathWhat(String csv) throws Exception {
        var tasks = read(csv).plan().tasks();

        assertEquals(
                List.of("-", "1", "1", "3", "-"),
                tasks.stream()
                        .map(each -> each.parent() == null ? "-" : each.parent().value())
                        .toList());
        assertEquals(
                List.of(true, false, true, false, false),
                tasks.stream().map(Task::isSummary).toList());
    }

    @Test
    void isCalledLikeTheOneSummaryThatSpansEverything() throws Exception {
        assertEquals("All", read("level,name,work\n1,All,\n2,A,1d").plan().name());
        assertEquals(
                "Table", read("level,name,work\n1,All,\n2,A,1d\n1,B,1d").plan().name());
    }

    @Test
    void saysWhatItDoesNotCarryOver() throws Exception {
        var read = read("level,name,work,duration,cost,empty\n1,Phase,,9d,,\n2,A,1d,3d,100,\n2,B,1d,,200,");

        assertEquals(
                List.of("column \"cost\" 2", "length in column \"duration\" 2"),
                read.notCarriedOver().stream()
                        .map(each -> each.what() + " " + each.count())
                        .toList());
        assertFalse(read.notCarriedOver().stream().map(NotCarriedOver::why).anyMatch(String::isBlank));
    }

    @Test
    void startsOnTheDayOfTheEarliestStart() throws Exception {
        var csv = "name,work,start\nA,1d,2027-02-02 09:00\nB,1d,01.02.2027 9:00\nC,1d,\n";

        var plan = CsvPlans.read(csv.getBytes(UTF_8), new Reading(BERLIN, null), "Table")
                .plan();

        assertEquals(Instant.parse("2027-01-31T23:00:00Z"), plan.start());
    }

    @Test
    void readsEveryByteOrderMark() throws Exception {
        var csv = "\uFEFFname,work\nÜbergabe,1d";

        assertEquals("Übergabe", read(csv).plan().tasks().getFirst().name());
        assertEquals(
                "Übergabe",
                CsvPlans.read(csv.getBytes(UTF_16BE), READING, "Table")
                        .plan()
                        .tasks()
                        .getFirst()
                        .name());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ` `                                    | file-empty       | The file is empty.
            `id,work\n1,2d`                        | missing-column   | Line 1: no column is called "name".
            `name,name\nA,B`                       | duplicate-column | Line 1: the column "name" is there twice.
            `name,work\nA,2d,x`                    | file-malformed   | Line 2: there are more cells than columns.
            `name,work\n"A,2d`                     | file-malformed   | a quote is not closed
            `name,work\n"A"B,2d`                   | file-malformed   | line 2: something stands behind a closing quote
            `name,work\n"A\nB",2d\nC,x`            | bad-value        | Line 4, column "work": "x" is no length of time.
            `name,work\nA,`                        | missing-cell     | Line 2, column "work": the task says neither
            `name,work\n,2d`                       | missing-cell     | Line 2, column "name": the cell is blank.
            `name,work\nA,3`                       | bad-value        | "3" is no length of time
            `name,work\nA,NaN`                     | bad-value        | Line 2, column "work"
            `name,work\nA,1000000000m`             | bad-value        | is out of bounds
            `id,name,work\n1,A,1d\n1,B,1d`         | duplicate-id     | Line 3, column "id"
            `name,work,after\nA,1d,7`              | unknown-id       | Line 2, column "after": no task has the id "7".
            `name,work,after\nA,1d,"\""1"`          | bad-value        | a quote is not closed
            `name,work,milestone\nA,1d,maybe`      | bad-value        | "maybe" is neither yes nor no
            `name,work,assignees\nA,1d,Ada 0%`     | bad-value        | Line 2, column "assignees"
            `name,work,assignees\nA,1d,"\""Ada""x"` | bad-value        | Line 2, column "assignees"
            `name,work,priority\nA,1d,1001`        | bad-value        | "1001" is no priority
            `name,work,deadline\nA,1d,01/02/2027`  | bad-value        | "01/02/2027" is no date or time
            `name,work,deadline\nA,1d,99999-01-01` | bad-value        | is no date or time
            `name,work,level\nA,1d,one`            | bad-value        | "one" is no level
            `name,work,level\nA,1d,1\nB,1d,`       | missing-cell     | Line 3, column "level": the cell is blank.
            """)
    void refusesATable(String csv, String code, String message) {
        var refusal = assertThrows(UnreadableFile.class, () -> read(csv));

        var said = String.valueOf(refusal.getMessage());
        assertEquals(code, refusal.code(), said);
        assertTrue(said.contains(message), said);
        assertFalse(refusal.hint().isBlank());
    }

    @Test
    void readsBackWhatItWritesInTheFieldsOfTheGuide() throws Exception {
        for (long seed = 0; seed < 300; seed++) {
            var plan = RandomPlans.plan(seed);
            if (plan.tasks().isEmpty() || !isInOutlineOrder(plan)) continue;

            var read = CsvPlans.read(written(plan), new Reading(plan.zone(), READING.start()), "Table");

            assertEquals(List.of(), read.notCarriedOver());
            assertEquals(
                    plan.tasks().stream().map(each -> inTable(plan, each)).toList(),
                    read.plan().tasks().stream()
                            .map(each -> inTable(read.plan(), each))
                            .toList(),
                    "seed " + seed);
            var positions = plan.positions();
            assertEquals(
                    plan.links().stream()
                            .sorted(Comparator.comparing(
                                    each -> Objects.requireNonNull(positions.get(each.successor()))))
                            .toList(),
                    read.plan().links(),
                    "seed " + seed);
        }
    }

    @Test
    void guardsSpreadsheetsAgainstFormulas() throws Exception {
        for (var name : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''@x")) {
            var plan = read("name,work\nx,1d").plan();
            var renamed = plan.withTasks(List.of(Task.of("1", name, new TaskExtent.Milestone())));

            var written = new String(written(renamed), UTF_8);

            assertTrue(written.contains("'" + name), written);
            assertEquals(
                    name.strip(),
                    CsvPlans.read(written(renamed), READING, "Table")
                            .plan()
                            .tasks()
                            .getFirst()
                            .name());
        }
    }

    @Test
    void writesDaysOnlyWhereTheyHaveEightHours() throws Exception {
        var plan = JsonPlans.read("""
                        {"name": "Short days", "calendars": [{"id": "c", "week": {"monday": ["09:00-12:00"]}}],
                         "tasks": [{"name": "A", "work": "3d"}]}
                        """.getBytes(UTF_8), READING).plan();

        assertTrue(new String(written(plan), UTF_8).contains("A,9h,"));
    }

    /// Each summary's tasks directly beneath it: what levels can say.
    private static boolean isInOutlineOrder(Plan plan) {
        var open = new ArrayDeque<TaskId>();
        for (var task : plan.tasks()) {
            while (!open.isEmpty() && !open.getLast().equals(task.parent())) open.removeLast();
            if (open.isEmpty() && task.parent() != null) return false;
            open.addLast(task.id());
        }
        return true;
    }

    /// What a table says about a task; people by name.
    private static List<Object> inTable(Plan plan, Task task) {
        return List.of(
                task.id(),
                task.wbs(),
                task.name(),
                String.valueOf(task.parent()),
                task.extent(),
                task.assignments().stream()
                        .map(each -> switch (each.who()) {
                                    case Who.Named(var id) -> name(plan, id.value());
                                    case Who.AnyoneWith(var skill) -> "skill:" + skill;
                                }
                                + " " + each.units())
                        .toList(),
                String.valueOf(task.notBefore()),
                String.valueOf(task.pinnedStart()),
                task.deadline() == null ? "" : task.deadline().by(),
                task.priority());
    }

    /// The name, or the id of one who shares a name.
    private static String name(Plan plan, String id) {
        var name = plan.resources().stream()
                .filter(each -> each.id().value().equals(id))
                .map(each -> each.name())
                .findFirst()
                .orElse(id);
        return plan.resources().stream()
                                .filter(each -> each.name().equals(name))
                                .count()
                        == 1
                ? name
                : id;
    }

    private static ReadPlan read(String csv) throws UnreadableFile {
        return CsvPlans.read(csv.getBytes(UTF_8), READING, "Table");
    }

    private static byte[] written(Plan plan) throws IOException {
        var out = new ByteArrayOutputStream();
        CsvPlans.write(PlannedPlans.of(plan), out);
        return out.toByteArray();
    }
}
