package chargehand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files that are no plans, or want to be more than that.
class HostileFilesTest {
    private static final String OLE = "d0cf11e0a1b11ae1";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            empty.mpp    | ''                                                            | file-empty
            blank.csv    | '   '                                                         | file-empty
            letter.txt   | 'Dear Ada'                                                    | file-kind-unknown
            archive.mpp  | 'PK\u0003\u0004'                                              | file-kind-unknown
            page.xml     | '<html><body>no plan</body></html>'                           | file-kind-unknown
            entity.xml   | '<!DOCTYPE p [<!ENTITY e SYSTEM "file:///etc/passwd">]><p>&e;</p>' | file-doctype
            cut.json     | '{"name": "Cut", "tasks": [{'                                 | ''
            list.json    | '[1, 2, 3]'                                                   | ''
            cell.csv     | 'name,work\\nCabling,soon'                                     | ''
            """)
    void refusesText(String name, String text, String code) throws IOException {
        refuses(Files.writeString(folder.resolve(name), text.replace("\\n", "\n")), code);
    }

    @ParameterizedTest
    @CsvSource({"0, ''", "504, ''", "20000, ''"})
    void refusesAMicrosoftProjectFileThatIsCutOff(int rest, String code) throws IOException {
        var bytes = new byte[8 + rest];
        System.arraycopy(HexFormat.of().parseHex(OLE), 0, bytes, 0, 8);

        refuses(Files.write(folder.resolve("plan.mpp"), bytes), code);
    }

    @Test
    void refusesBinaryData() throws IOException {
        var bytes = new byte[4096];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) (i * 31 + i / 7);

        refuses(Files.write(folder.resolve("plan.json"), bytes), "file-kind-unknown");
    }

    @Test
    void refusesWhatIsNoFile() {
        refuses(folder, "file-is-directory");
        refuses(folder.resolve("nowhere.mpp"), "file-missing");
        refuses(Path.of("/dev/zero"), "file-is-device");
    }

    @Test
    void refusesTwoGigabytesOfNothing() throws IOException {
        var file = folder.resolve("huge.mpp");
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(2L << 30);
        }

        refuses(file, "file-too-large");
    }

    @Test
    void writesNothingOfAFileThatItRefuses() throws IOException {
        var file = Files.writeString(folder.resolve("plan.json"), "{");
        var calendar = folder.resolve("calendar.html");

        var command = Command.run("plan", file, "--out", calendar, "--json");

        assertEquals(ExitCode.UNREADABLE_INPUT, command.code());
        command.refusal();
        assertFalse(Files.exists(calendar));
    }

    @Test
    void keepsWhatATerminalWouldObeyOutOfItsSummary() throws IOException {
        var names = "\\u001b[31mred \\u001b]0;title\\u0007 \\u009b31m \\u202eback \\r\\n \\u0000 end";
        var file = Files.writeString(folder.resolve("plan.json"), """
                {"name": "%1$s", "start": "2027-01-11", "zone": "Europe/Berlin",
                 "people": [{"name": "Ada %1$s"}],
                 "tasks": [{"name": "Cabling %1$s", "work": "2d", "assignees": ["Ada %1$s"]},
                           {"name": "Papers %1$s", "work": "2d", "after": [1], "deadline": "2027-01-12"}]}
                """.formatted(names));

        var command = Command.run("plan", file);

        assertTrue(command.out().contains("Cabling"), command.out() + command.err());
        assertEquals(-1, unsafe(command.out()), command.out());
        assertEquals(-1, unsafe(command.err()), command.err());
    }

    @Test
    void keepsWhatATerminalWouldObeyOutOfItsRefusals() throws IOException {
        var file = Files.writeString(
                folder.resolve("plan.csv"), "name,work\nCabling,\u001b[31m\u009b31m soon\n", StandardCharsets.UTF_8);

        var command = Command.run("plan", file);

        assertEquals(ExitCode.UNREADABLE_INPUT, command.code());
        assertEquals(-1, unsafe(command.err()), command.err());
    }

    /// Where the first character stands that is no text, other than the line break; -1 if there is none.
    private static int unsafe(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean turns = c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069';
            if (c != '\n' && Character.isISOControl(c) || turns) return i;
        }
        return -1;
    }

    private static void refuses(Path file, String code) {
        var command = Command.run("plan", file, "--json");

        assertEquals(ExitCode.UNREADABLE_INPUT, command.code(), command.err());
        assertTrue(command.refusal().contains(code), command.err());
        assertTrue(command.err().contains(String.valueOf(file.getFileName())) || code.isEmpty(), command.err());
    }
}
