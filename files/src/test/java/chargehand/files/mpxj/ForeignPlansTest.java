package chargehand.files.mpxj;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chargehand.engine.plan.Lag;
import chargehand.engine.plan.Link;
import chargehand.engine.plan.LinkType;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.time.WorkingDuration;
import chargehand.files.PlanFiles;
import chargehand.files.Reading;
import chargehand.files.UnreadableFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mpxj.mspdi.MSPDIWriter;
import org.mpxj.primavera.PrimaveraPMFileWriter;
import org.mpxj.primavera.PrimaveraXERFileWriter;
import org.mpxj.writer.AbstractProjectWriter;

/// Whole files through the child process.
class ForeignPlansTest {
    private static final Reading READING = new Reading(RulePlans.BERLIN, null);
    private static final Link A_DAY_LATER = Link.of("1", "2", LinkType.FS, new Lag.Working(480));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "ISO-8859-1"})
    void readsMspdiInItsEncoding(String charset) throws Exception {
        var utf8 = new String(written(new MSPDIWriter()), StandardCharsets.UTF_8);
        var text = utf8.replace("encoding=\"UTF-8\"", "encoding=\"%s\"".formatted(charset));
        var file = Files.write(folder.resolve("plan.xml"), text.getBytes(Charset.forName(charset)));

        var read = PlanFiles.read(file, READING);

        assertEquals("Microsoft Project XML", read.format());
        assertEquals("Hafen & Kräne", read.plan().name());
        assertHoldsCablingAndCutOver(read.plan());
    }

    @Test
    void readsPrimaveraXer() throws Exception {
        var file = Files.write(folder.resolve("plan.xer"), written(new PrimaveraXERFileWriter()));

        assertHoldsCablingAndCutOver(PlanFiles.read(file, READING).plan());
    }

    @Test
    void readsPrimaveraXml() throws Exception {
        var file = Files.write(folder.resolve("plan.xml"), written(new PrimaveraPMFileWriter()));

        assertHoldsCablingAndCutOver(PlanFiles.read(file, READING).plan());
    }

    @Test
    void readsGanttProjectAndKeepsTasksWhereTheyWerePut() throws Exception {
        var file = Files.writeString(folder.resolve("plan.gan"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <project name="Harbour" company="" webLink="" view-date="2027-01-11" view-index="0" version="3.2">
                  <calendars><day-types><day-type id="0"/><day-type id="1"/>
                    <default-week id="1" name="default" sun="1" mon="0" tue="0" wed="0" thu="0" fri="0" sat="1"/>
                  </day-types></calendars>
                  <tasks empty-milestones="true"><taskproperties/>
                    <task id="1" name="Cabling" meeting="false" start="2027-01-13" duration="3" complete="0" expand="true">
                      <depend id="2" type="2" difference="0" hardness="Strong"/>
                    </task>
                    <task id="2" name="Cut-over" meeting="false" start="2027-01-18" duration="1" complete="0" expand="true"/>
                  </tasks>
                  <resources/><allocations/><roles/>
                </project>
                """);

        var plan = PlanFiles.read(file, READING).plan();

        assertEquals(
                List.of("Cabling", "Cut-over"),
                plan.tasks().stream().map(Task::name).toList());
        assertEquals(
                Instant.parse("2027-01-12T23:00:00Z"), plan.tasks().getFirst().notBefore());
        assertEquals(1, plan.links().size());
    }

    @Test
    void refusesATruncatedFileOfEachKindAndChangesNothing() throws Exception {
        Files.writeString(folder.resolve("canary"), "sings");
        var before = tree();

        assertEquals("file-damaged", refusedHalf("plan.xml", written(new MSPDIWriter())));
        assertEquals("file-damaged", refusedHalf("plan.xer", written(new PrimaveraXERFileWriter())));
        assertEquals("file-damaged", refusedHalf("plan.mpp", compound()));

        assertEquals(before, tree());
    }

    @Test
    void refusesAnOfficeDocumentThatIsNoProject() throws Exception {
        assertEquals("file-damaged", refused("letter.mpp", compound()));
    }

    @Test
    void refusesElementsWithoutEnd() throws IOException {
        var nested = "<Project xmlns=\"http://schemas.microsoft.com/project\">" + "<a>".repeat(300_000);

        assertEquals("file-damaged", refused("plan.xml", nested.getBytes(StandardCharsets.UTF_8)));
    }

    private static void assertHoldsCablingAndCutOver(Plan plan) {
        var leaves = plan.tasks().stream().filter(each -> !each.isSummary()).toList();
        assertEquals(
                List.of("Cabling für Ada", "Cut-over"),
                leaves.stream().map(Task::name).toList());
        assertEquals(
                new TaskExtent.ByWorkingTime(WorkingDuration.ofHours(24)),
                leaves.getFirst().extent());
        assertEquals(List.of(A_DAY_LATER), plan.links());
        assertEquals(RulePlans.START.atZone(RulePlans.BERLIN).toInstant(), plan.start());
    }

    /// A project that every writer of MPXJ can write.
    private static byte[] written(AbstractProjectWriter writer) throws IOException {
        var cabling = Task.of("1", "Cabling für Ada", RulePlans.working(3 * 480));
        var cutOver = Task.of("2", "Cut-over", RulePlans.working(480));
        var plan = RulePlans.plan("Hafen & Kräne", List.of(cabling, cutOver), A_DAY_LATER);
        var project = new ProjectOfPlan(plan);
        project.file().getProjectProperties().setPlannedStart(RulePlans.START);
        for (var task : project.file().getTasks()) task.setStart(RulePlans.START);
        var bytes = new ByteArrayOutputStream();
        writer.write(project.file(), bytes);
        return bytes.toByteArray();
    }

    private static byte[] compound() throws IOException {
        try (var compound = new POIFSFileSystem()) {
            compound.createDocument(new ByteArrayInputStream(new byte[20_000]), "\1CompObj");
            var bytes = new ByteArrayOutputStream();
            compound.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }

    private String refusedHalf(String name, byte[] bytes) throws IOException {
        return refused(name, Arrays.copyOf(bytes, bytes.length / 2));
    }

    private String refused(String name, byte[] bytes) throws IOException {
        var file = Files.write(folder.resolve(name), bytes);
        var refusal = assertThrows(UnreadableFile.class, () -> PlanFiles.read(file, READING));
        Files.delete(file);
        return refusal.code();
    }

    /// All that lies in the folder, with its size.
    private Map<Path, Long> tree() throws IOException {
        var tree = new TreeMap<Path, Long>();
        try (var all = Files.walk(folder)) {
            for (var each : all.filter(Files::isRegularFile).toList()) tree.put(each, Files.size(each));
        }
        return tree;
    }
}
