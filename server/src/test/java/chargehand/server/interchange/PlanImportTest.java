package chargehand.server.interchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import chargehand.engine.levelling.Options;
import chargehand.engine.levelling.Scheduler;
import chargehand.files.PlanFiles;
import chargehand.files.Reading;
import chargehand.server.ServerTest;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Role;
import chargehand.server.interchange.PlanImportViews.FileView;
import chargehand.server.interchange.PlanImportViews.ImportView;
import chargehand.server.interchange.PlanImportViews.Match;
import chargehand.server.interchange.PlanImportViews.Severity;
import chargehand.server.interchange.PlanImporting.Acceptance;
import chargehand.server.interchange.PlanImporting.FileChoice;
import chargehand.server.people.People;
import chargehand.server.people.PeopleEditing;
import chargehand.server.people.Person;
import chargehand.server.people.PersonWrite;
import chargehand.server.planning.PlanReading;
import chargehand.server.shared.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.w3c.dom.Element;

@ServerTest
@Transactional
class PlanImportTest {
    private static final Path HARBOUR = Path.of("../examples/harbour");
    private static final Caller MANAGER = caller(null);

    @Autowired
    PlanImporting importing;

    @Autowired
    Exporting exporting;

    @Autowired
    PlanReading plans;

    @Autowired
    People people;

    @Autowired
    PeopleEditing editing;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    private record File(String name, byte[] bytes) implements PlanImporting.Upload {
        static File of(Path path) throws IOException {
            return new File(path.getFileName().toString(), Files.readAllBytes(path));
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    @Test
    void saysLineByLineWhatComesIn() throws IOException {
        int before = people.all().size();
        var read = look(File.of(HARBOUR.resolve("patient-app.json"))).files().getFirst();

        assertEquals("patient-app.json", read.name());
        assertEquals("JSON", read.format());
        assertNotNull(read.project());
        assertEquals("Patient app for Northgate Hospital", read.project().name());
        assertTrue(read.lines().stream()
                .anyMatch(each -> each.what().equals("tasks") && each.severity() == Severity.note));
        assertEquals(
                List.of(Match.NEW),
                read.people().stream().map(each -> each.match()).distinct().toList());
        assertEquals(before, people.all().size(), "nobody is taken on by looking");
    }

    @ParameterizedTest
    @ValueSource(strings = {"patient-app.json", "server-room.csv"})
    void comesBackAsItWentOut(String name) throws Exception {
        var project = take(File.of(HARBOUR.resolve(name)));
        var current = plans.current(project).orElseThrow();
        var dates = new TreeMap<String, List<Instant>>();
        for (var task : current.plan().tasks())
            dates.put(
                    task.name(),
                    times(
                            current.calendar().task(task.id()).start(),
                            current.calendar().task(task.id()).finish()));

        var xml = export(project, ExportFormat.xml);
        assertEquals(dates, written(xml, current.plan().zone()), "Microsoft Project");
        assertEquals(dates.keySet(), rescheduled(xml).keySet(), "Microsoft Project");
        assertEquals(dates, rescheduled(export(project, ExportFormat.json)), "JSON");
        var events = events(export(project, ExportFormat.ics));
        assertFalse(events.isEmpty());
        events.forEach((summary, times) -> assertEquals(dates.get(summary), times, summary));
    }

    @Test
    void readsAForeignFileInAProcessOfItsOwn() throws Exception {
        var first = take(File.of(HARBOUR.resolve("server-room.csv")));
        var file = export(first, ExportFormat.xml);

        var second = take(new File("site.xml", Files.readAllBytes(file)));

        var before = plans.current(first).orElseThrow();
        var after = plans.current(second).orElseThrow();
        assertEquals(before.plan().tasks().size(), after.plan().tasks().size());
        assertEquals(
                before.plan().resources().stream()
                        .map(each -> each.id().value())
                        .sorted()
                        .toList(),
                after.plan().resources().stream()
                        .map(each -> each.id().value())
                        .sorted()
                        .toList(),
                "the same people");
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "ics", "xml", "csv", "json", "pdf", "svg", "png"})
    void writesEveryFormat(String format) throws Exception {
        var project = take(File.of(HARBOUR.resolve("server-room.csv")));

        var exported = exporting.export(project, ExportFormat.valueOf(format));

        assertTrue(exported.bytes().length > 1000);
        if (!format.matches("pdf|png"))
            assertTrue(new String(exported.bytes(), UTF_8).contains("Bram"), "people are called by their names");
    }

    @Test
    void makesSeveralProjectsThatShareTheSamePeople() throws Exception {
        var read = look(File.of(HARBOUR.resolve("patient-app.json")), File.of(HARBOUR.resolve("server-room.csv")));

        var projects = importing.accept(read.id(), new Acceptance(null, null), MANAGER);

        assertEquals(2, projects.size());
        assertEquals(
                1,
                people.all().stream().filter(each -> each.name().equals("Bram")).count());
        var bram = people.all().stream()
                .filter(each -> each.name().equals("Bram"))
                .findFirst()
                .orElseThrow();
        for (var project : projects)
            assertTrue(plans.current(project).orElseThrow().plan().resources().stream()
                    .anyMatch(each -> each.id().value().equals(bram.id().toString())));
    }

    @Test
    void asksWhoSomebodyIsAndRemembersTheAnswer() throws Exception {
        var ada = person("Ada Lindqvist");
        var read = look(File.of(HARBOUR.resolve("patient-app.json")));
        var match = read.files().getFirst().people().stream()
                .filter(each -> each.name().equals("Ada"))
                .findFirst()
                .orElseThrow();
        assertEquals(Match.unsure, match.match());

        var refused = assertThrows(Problem.class, () -> accept(read, Map.of()));
        assertEquals("import-unanswered", refused.code());
        assertEquals(List.of("Ada"), refused.values().get("people"));

        accept(read, Map.of("Ada", ada.id().toString(), "Femi", "skip"));

        var again = look(File.of(HARBOUR.resolve("patient-app.json"))).files().getFirst();
        assertEquals(
                List.of(ada.id()),
                again.people().stream()
                        .filter(each -> each.name().equals("Ada"))
                        .map(each -> each.person())
                        .toList());
        assertEquals(
                0,
                people.all().stream().filter(each -> each.name().equals("Femi")).count());
    }

    @Test
    void tellsOfABrokenFileAmongGoodOnesAndRefusesABrokenOneAlone() throws Exception {
        var broken = new File(
                "site.mpp",
                new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1});
        var read = look(broken, File.of(HARBOUR.resolve("server-room.csv")));

        assertNotNull(read.files().getFirst().error());
        assertEquals(
                "import-has-errors",
                assertThrows(Problem.class, () -> accept(read, Map.of())).code());
        var refused = assertThrows(Problem.class, () -> look(broken));
        assertEquals("file-damaged", refused.values().get("reason"));
        var empty = assertThrows(Problem.class, () -> look(new File("plan.json", new byte[0])));
        assertEquals("plan.json is empty.", empty.detail(), "no folder of the server is told");
    }

    @Test
    void isForItsReaderAlone() throws Exception {
        var read = look(File.of(HARBOUR.resolve("server-room.csv")));
        var other = caller(null);

        assertEquals(
                404,
                assertThrows(Problem.class, () -> importing.read(read.id(), other))
                        .status());
        assertEquals(
                404,
                assertThrows(Problem.class, () -> importing.remove(read.id(), other))
                        .status());
        assertEquals(
                404,
                assertThrows(Problem.class, () -> importing.accept(read.id(), new Acceptance(null, null), other))
                        .status());
        assertEquals(read.files(), importing.read(read.id(), MANAGER).files());
    }

    @Test
    void takesProjectsInOnlyWhereTheCallerMayMakeThem() throws Exception {
        var client = UUID.randomUUID();
        jdbc.sql("insert into identity.client (id, name, version, since) values (:id, 'Northgate', 1, now())")
                .param("id", client)
                .update();
        var ofClient = caller(client);
        var read = importing.look(List.of(File.of(HARBOUR.resolve("server-room.csv"))), null, ofClient);

        assertEquals(
                403,
                assertThrows(Problem.class, () -> importing.accept(read.id(), new Acceptance(null, null), ofClient))
                        .status());
        assertEquals(
                403,
                assertThrows(Problem.class, () -> importing.accept(read.id(), new Acceptance(client, null), ofClient))
                        .status(),
                "nor take people on");
    }

    private ImportView look(File... files) throws IOException {
        return importing.look(List.of(files), null, MANAGER);
    }

    private UUID take(File file) throws IOException {
        return importing
                .accept(look(file).id(), new Acceptance(null, null), MANAGER)
                .getFirst();
    }

    private List<UUID> accept(ImportView read, Map<String, String> answers) {
        var choices = new ArrayList<FileChoice>();
        for (FileView file : read.files()) choices.add(new FileChoice(file.name(), null, answers, null));
        return importing.accept(read.id(), new Acceptance(null, choices), MANAGER);
    }

    private Path export(UUID project, ExportFormat format) throws IOException {
        var file = folder.resolve("plan." + format);
        Files.write(file, exporting.export(project, format).bytes());
        return file;
    }

    /// As another program would have it after reading the file and scheduling it anew.
    private static Map<String, List<Instant>> rescheduled(Path file) throws Exception {
        var read = PlanFiles.read(file, new Reading(ZoneId.of("Etc/UTC"), null)).plan();
        var calendar = Scheduler.schedule(read, Options.schedules(50).withNow(Instant.parse("2027-02-01T08:00:00Z")));
        var dates = new TreeMap<String, List<Instant>>();
        for (var task : read.tasks())
            dates.put(
                    task.name(),
                    times(
                            calendar.task(task.id()).start(),
                            calendar.task(task.id()).finish()));
        return dates;
    }

    /// As a program shows it that takes the file's own dates.
    private static Map<String, List<Instant>> written(Path file, ZoneId zone) throws Exception {
        var dates = new TreeMap<String, List<Instant>>();
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        var tasks = document.getElementsByTagName("Task");
        for (int i = 0; i < tasks.getLength(); i++) {
            var task = (Element) tasks.item(i);
            if (text(task, "Name").isEmpty() || text(task, "UID").equals("0")) continue;
            dates.put(text(task, "Name"), times(at(task, "Start", zone), at(task, "Finish", zone)));
        }
        return dates;
    }

    private static Instant at(Element task, String field, ZoneId zone) {
        return LocalDateTime.parse(text(task, field)).atZone(zone).toInstant();
    }

    private static String text(Element task, String field) {
        var found = task.getElementsByTagName(field);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }

    private static Map<String, List<Instant>> events(Path file) throws IOException {
        var events = new HashMap<String, List<Instant>>();
        for (var calendar : Biweekly.parse(Files.readString(file)).all())
            for (var event : calendar.getEvents()) {
                if (!event.getDateStart().getValue().hasTime()) continue;
                Date start = event.getDateStart().getValue();
                Date end =
                        event.getDateEnd() == null ? start : event.getDateEnd().getValue();
                events.put(event.getSummary().getValue(), times(start.toInstant(), end.toInstant()));
            }
        return events;
    }

    private static List<Instant> times(Instant start, Instant finish) {
        return List.of(start, finish);
    }

    private Person person(String name) {
        return editing.create(PersonWrite.named(name), MANAGER);
    }

    private static Caller caller(@Nullable UUID client) {
        return new Caller(UUID.randomUUID(), "Greta", null, List.of(new Caller.Grant(Role.MANAGER, client, null)));
    }
}
