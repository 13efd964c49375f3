package chargehand.files.child;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// The command that starts a reader of strangers' files: a shell sets the limits that every POSIX system has, and
/// becomes the same Java that runs here. Where a limit can't be set nothing is read.
///
/// @param program the class that reads, by its full name
/// @param needed one class of each library that reading needs, as `org/mpxj/ProjectFile`: more is not on the reader's
///     class path
/// @param cache the name of the cache of loaded classes, beside the jar or folder that this class is in
public record ChildCommand(String program, List<String> needed, String cache) {
    /// As the JVM ends with `-XX:+ExitOnOutOfMemoryError`.
    public static final int OUT_OF_MEMORY = 3;
    /// How a shell reports a death by SIGXCPU, and by the SIGKILL that follows it.
    public static final int OUT_OF_PROCESSOR_TIME = 128 + 24;

    public static final int KILLED = 128 + 9;
    public static final int NOT_LIMITED = 11;

    /// No core dump, no file of any length, 256 open files, 60 seconds of processor time.
    private static final String LIMITED =
            "ulimit -c 0 && ulimit -f 0 && ulimit -n 256 && ulimit -t 60 || exit %d; exec \"$@\""
                    .formatted(NOT_LIMITED);

    public ChildCommand {
        needed = List.copyOf(needed);
    }

    public List<String> line(Path folder, List<String> arguments) {
        var line = new ArrayList<>(List.of("/bin/sh", "-c", LIMITED, "chargehand-reader", java()));
        if (Files.exists(cached())) line.add("-XX:AOTCache=" + cached());
        line.addAll(command(folder, arguments));
        return line;
    }

    /// The same without limits, and so that it writes the cache of loaded classes.
    public List<String> training(Path folder, List<String> arguments) {
        var line = new ArrayList<>(List.of(java(), "-XX:AOTCacheOutput=" + cached()));
        line.addAll(command(folder, arguments));
        return line;
    }

    private List<String> command(Path folder, List<String> arguments) {
        var command = new ArrayList<>(options(folder));
        command.addAll(List.of("-cp", classPath(), program));
        command.addAll(arguments);
        return command;
    }

    private Path cached() {
        return Path.of(entry("chargehand/files/ReadPlan")).resolveSibling(cache);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static List<String> options(Path folder) {
        return List.of(
                "-Xmx512m",
                "-Xss4m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                // Whatever the JVM has to say would mix with the answer.
                "-Xlog:disable",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:ErrorFile=/dev/null",
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism",
                "-Djava.io.tmpdir=" + folder,
                "-Duser.home=" + folder,
                "-Duser.timezone=UTC",
                "-Duser.language=en",
                "-Duser.country=GB",
                "-Djava.awt.headless=true",
                // No name resolves, and no XML reaches beyond itself.
                "-Djdk.net.hosts.file=/dev/null",
                "-Djavax.xml.accessExternalDTD=",
                "-Djavax.xml.accessExternalSchema=");
    }

    private String classPath() {
        var entries = new LinkedHashSet<String>();
        for (var each : needed) entries.add(entry(each));
        return String.join(File.pathSeparator, entries);
    }

    /// The jar or folder that a class is in.
    private static String entry(String type) {
        var name = type + ".class";
        var resource = ChildCommand.class.getClassLoader().getResource(name);
        if (resource == null)
            throw new IllegalStateException("The class (%s) of a reader's library is missing.".formatted(type));
        var text = resource.toString();
        var root = text.substring(0, text.length() - name.length());
        if (root.startsWith("jar:")) root = root.substring("jar:".length(), root.length() - "!/".length());
        return Path.of(URI.create(root)).toString();
    }
}
