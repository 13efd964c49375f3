package chargehand.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneId;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is refused before any reader sees it.
class PlanFilesTest {
    private static final Reading READING = new Reading(ZoneId.of("Europe/Berlin"), null);

    @TempDir
    private Path folder;

    @Test
    void refusesAFileThatIsNotThere() {
        var refusal = refused(folder.resolve("plan.mpp"));

        assertEquals("file-missing", refusal.code());
        assertTrue(message(refusal).contains("plan.mpp"), refusal::getMessage);
    }

    @Test
    void refusesADirectory() {
        assertEquals("file-is-directory", refused(folder).code());
    }

    @Test
    void refusesALinkToItself() throws IOException {
        var loop = folder.resolve("loop.mpp");
        Files.createSymbolicLink(loop, loop);

        assertEquals("file-missing", refused(loop).code());
    }

    @Test
    void refusesADeviceWithoutReadingFromIt() {
        assertEquals("file-is-device", refused(Path.of("/dev/zero")).code());
    }

    @Test
    void refusesAFileThatItMayNotRead() throws IOException {
        var file = write("secret.json", "{}");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-wx------"));
        assumeFalse(Files.isReadable(file), "root reads everything");

        assertEquals("file-not-readable", refused(file).code());
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        assertEquals("file-empty", refused(write("plan.json", "")).code());
        assertEquals("file-empty", refused(write("plan.csv", " \n\t\n")).code());
    }

    @Test
    void refusesTwoGigabytesOfNothing() throws IOException {
        var file = folder.resolve("plan.mpp");
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(2L << 30);
        }

        assertEquals("file-too-large", refused(file).code());
    }

    @ParameterizedTest
    @CsvSource({
        "504b0304140000, plan.mpp, ZIP",
        "53514c69746520666f726d6174203300, plan.xer, SQLite",
        "255044462d312e37, plan.xml, PDF",
        "89504e470d0a1a0a, plan.json, PNG",
        "1f8b0800, plan.xml, gzip",
        "7b5c7274663120, plan.json, RTF",
        "4d50582c4d6963, plan.csv, MPX",
        "0102030400ff, plan.mpp, binary"
    })
    void namesTheKindOfWhatIsNoPlan(String bytes, String name, String kind) throws IOException {
        var file = Files.write(folder.resolve(name), HexFormat.of().parseHex(bytes));

        var refusal = refused(file);

        assertEquals("file-kind-unknown", refusal.code());
        assertTrue(message(refusal).contains(kind), refusal::getMessage);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE"})
    void refusesADocumentTypeInEveryEncoding(String charset) throws IOException {
        var text = """
                <?xml version="1.0"?>
                <!-- a comment before it -->
                <!DOCTYPE Project [<!ENTITY secret SYSTEM "file:///etc/passwd">]>
                <Project xmlns="http://schemas.microsoft.com/project"><Name>&secret;</Name></Project>
                """;
        var file = Files.write(folder.resolve("plan.xml"), text.getBytes(Charset.forName(charset)));

        assertEquals("file-doctype", refused(file).code());
    }

    @Test
    void refusesAnEncodingInWhichAParserMightSeeSomethingElse() throws IOException {
        var file = write(
                "plan.xml",
                "<?xml version=\"1.0\" encoding=\"UTF-7\"?><Project xmlns=\"http://schemas.microsoft.com/project\"/>");

        assertEquals("file-encoding", refused(file).code());
    }

    @ParameterizedTest
    @CsvSource({
        "<html><body/></html>",
        "<project xmlns='http://maven.apache.org/POM/4.0.0'/>",
        "<project name='build' default='all'/>",
        "<Project Sdk='x'/>",
        "<?xml version='1.0'?><!-- never ends",
        "<"
    })
    void refusesXmlThatIsNoProject(String text) throws IOException {
        assertEquals("file-kind-unknown", refused(write("plan.xml", text)).code());
    }

    @Test
    void notesANameThatSaysOtherwise() throws Exception {
        var file = write("plan.csv", """
                {"name": "Harbour", "start": "2027-01-11", "tasks": [{"name": "Cabling", "duration": "2d"}]}
                """);

        var read = PlanFiles.read(file, READING);

        assertEquals("JSON", read.format());
        assertEquals(
                "the file's extension '.csv'", read.notCarriedOver().getLast().what());
    }

    private UnreadableFile refused(Path file) {
        return assertThrows(UnreadableFile.class, () -> PlanFiles.read(file, READING));
    }

    private static String message(UnreadableFile refusal) {
        return String.valueOf(refusal.getMessage());
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }
}
