package chargehand.postgres;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A second process that opens the database of a folder, tells of it in one line, and waits to be killed or told to
/// end by its input's end.
final class OtherServer implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;

    private OtherServer(Process process) {
        this.process = process;
        this.lines = process.inputReader(StandardCharsets.UTF_8);
    }

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var programs = Path.of(arguments[1]);
        try (var database = Database.open(DataFolder.at(folder), programs, null, Durability.FULL)) {
            database.announce(URI.create("http://127.0.0.1:18110"));
            System.out.println("ready " + database.pid().orElseThrow());
            System.in.readAllBytes();
        } catch (CannotStart why) {
            System.out.println(why.code().text() + " " + why.getMessage());
        }
    }

    static OtherServer on(Path folder) throws IOException {
        return start(List.of(), System.getProperty("java.class.path"), folder, TestDatabases.programsHome());
    }

    /// As the user `nobody`, who can't read our libraries: so they are laid where anybody can.
    static OtherServer asNobody(Path folder, Path libraries) throws IOException {
        var places = new ArrayList<String>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1))
            places.add(copy(Path.of(entry), libraries).toString());
        var programs = Files.createDirectories(libraries.resolve("programs"));
        Programs.in(programs);
        var prefix = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
        return start(prefix, String.join(File.pathSeparator, places), folder, programs);
    }

    private static Path copy(Path entry, Path libraries) throws IOException {
        var name = entry.toString().replace('/', '_');
        var place = libraries.resolve(name);
        try (var files = Files.walk(entry)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var target = place.resolve(entry.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(target);
                else Files.copy(file, entry.equals(file) ? place : target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return place;
    }

    private static OtherServer start(List<String> prefix, String classPath, Path folder, Path programs)
            throws IOException {
        var line = new ArrayList<>(prefix);
        line.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-cp",
                classPath,
                OtherServer.class.getName(),
                folder.toString(),
                programs.toString()));
        return new OtherServer(new ProcessBuilder(line)
                .directory(new File("/"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /// "ready" and PostgreSQL's process, or why it can't start.
    String says() throws IOException {
        var line = lines.readLine();
        return line == null ? "nothing" : line;
    }

    /// PostgreSQL's process.
    long ready() throws IOException {
        var line = says();
        if (!line.startsWith("ready ")) throw new IOException(line);
        return Long.parseLong(line.substring("ready ".length()));
    }

    long pid() {
        return process.pid();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() throws Exception {
        process.getOutputStream().close();
        if (!process.waitFor(20, TimeUnit.SECONDS)) kill();
    }
}
