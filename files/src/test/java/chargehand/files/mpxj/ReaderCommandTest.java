package chargehand.files.mpxj;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.files.FileKind;
import chargehand.files.Reading;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a process under the reader's limits can do: another program is run with the reader's own command.
class ReaderCommandTest {
    @TempDir
    private Path folder;

    /// Tries what a hijacked reader might try, and prints how it went.
    static final class Intruder {
        static void main() {
            System.out.println("environment "
                    + System.getenv().keySet().stream().filter(Intruder::isTold).toList());
            System.out.println("writes " + succeeds(() -> Files.writeString(Path.of("loot"), "x".repeat(10_000))));
            System.out.println("resolves " + succeeds(() -> InetAddress.getByName("harbour.example")));
            System.out.println("allocates " + (Runtime.getRuntime().maxMemory() > 600L << 20));
            System.out.println("opens "
                    + succeeds(() -> {
                        var open = new ArrayList<AutoCloseable>();
                        for (int i = 0; i < 1000; i++) open.add(Files.newInputStream(Path.of("/dev/null")));
                        return open;
                    }));
        }

        /// A shell says where it is, and that it is one.
        private static boolean isTold(String name) {
            return !List.of("PWD", "SHLVL", "_", "OLDPWD").contains(name);
        }

        private static boolean succeeds(Callable<?> deed) {
            try {
                deed.call();
                return true;
            } catch (Exception e) {
                return false;
            }
        }
    }

    @Test
    void leavesAnIntruderNothingToDo() throws Exception {
        var said = run(Intruder.class);

        assertEquals(
                List.of("environment []", "writes false", "resolves false", "allocates false", "opens false"), said);
        assertTrue(!Files.exists(folder.resolve("loot")) || Files.size(folder.resolve("loot")) == 0);
    }

    @Test
    void givesTheReaderNothingThatItDoesNotNeed() {
        var line = command();
        var classPath = line.get(line.indexOf("-cp") + 1);

        for (var library : List.of("sqlite", "jackcess", "ical4j", "pdfbox", "junit"))
            assertFalse(classPath.contains(library), library);
    }

    private List<String> command() {
        var arguments = ForeignPlanReader.arguments(FileKind.MSPDI, new Reading(RulePlans.BERLIN, null));
        return ForeignPlanReader.COMMAND.line(folder, arguments);
    }

    private List<String> run(Class<?> program) throws IOException {
        var line = command();
        var classPath = line.indexOf("-cp") + 1;
        var command = new ArrayList<>(line.subList(0, classPath));
        var tests = program.getProtectionDomain().getCodeSource().getLocation().getPath();
        command.addAll(List.of(line.get(classPath) + File.pathSeparator + tests, program.getName()));
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        try (var output = builder.start().inputReader()) {
            return output.lines().toList();
        }
    }
}
