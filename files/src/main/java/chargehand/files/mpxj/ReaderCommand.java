package chargehand.files.mpxj;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// The command that starts the reader: a shell sets the limits that every POSIX system has, and becomes the
/// same Java that runs here. Where a limit can't be set nothing is read.
final class ReaderCommand {
    /// As the JVM ends with `-XX:+ExitOnOutOfMemoryError`.
    static final int OUT_OF_MEMORY = 3;
    /// How a shell reports a death by SIGXCPU, and by the SIGKILL that follows it.
    static final int OUT_OF_PROCESSOR_TIME = 128 + 24;

    static final int KILLED = 128 + 9;
    static final int NOT_LIMITED = 11;

    /// No core dump, no file of any length, 256 open files, 60 seconds of processor time.
    private static final String LIMITED =
            "ulimit -c 0 && ulimit -f 0 && ulimit -n 256 && ulimit -t 60 || exit %d; exec \"$@\""
                    .formatted(NOT_LIMITED);

    /// One class of each library that reading needs: more is not on the reader's class path.
    private static final List<String> NEEDED = List.of(
            "chargehand/engine/plan/Plan",
            "chargehand/files/ReadPlan",
            "tools/jackson/core/JsonGenerator",
            "org/mpxj/ProjectFile",
            "org/apache/poi/poifs/filesystem/POIFSFileSystem",
            "org/apache/commons/collections4/MultiValuedMap",
            "org/apache/commons/io/IOUtils",
            "org/apache/commons/codec/Charsets",
            "org/apache/logging/log4j/LogManager",
            "com/rtfparserkit/parser/IRtfParser",
            "org/jsoup/Jsoup",
            "jakarta/xml/bind/JAXBContext",
            "jakarta/activation/DataSource",
            "org/glassfish/jaxb/runtime/v2/ContextFactory",
            "org/glassfish/jaxb/core/Locatable",
            "com/sun/xml/txw2/TXW",
            "com/sun/istack/Pool");

    private ReaderCommand() {}

    static List<String> line(Path folder, List<String> arguments) {
        var line = new ArrayList<>(List.of("/bin/sh", "-c", LIMITED, "chargehand-reader", java()));
        var cache = cache();
        if (Files.exists(cache)) line.add("-XX:AOTCache=" + cache);
        line.addAll(program(folder, arguments));
        return line;
    }

    /// The same without limits, and so that it writes the cache of loaded classes.
    static List<String> training(Path folder, List<String> arguments) {
        var line = new ArrayList<>(List.of(java(), "-XX:AOTCacheOutput=" + cache()));
        line.addAll(program(folder, arguments));
        return line;
    }

    private static List<String> program(Path folder, List<String> arguments) {
        var program = new ArrayList<>(options(folder));
        program.addAll(List.of("-cp", classPath(), ForeignPlanReader.class.getName()));
        program.addAll(arguments);
        return program;
    }

    /// Beside the jar, or the folder, that this class is in.
    private static Path cache() {
        return Path.of(entry("chargehand/files/ReadPlan")).resolveSibling("reader.aot");
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

    private static String classPath() {
        var entries = new LinkedHashSet<String>();
        for (var each : NEEDED) entries.add(entry(each));
        return String.join(File.pathSeparator, entries);
    }

    /// The jar or folder that a class is in.
    private static String entry(String type) {
        var name = type + ".class";
        var resource = ReaderCommand.class.getClassLoader().getResource(name);
        if (resource == null)
            throw new IllegalStateException("The class (%s) of a reader's library is missing.".formatted(type));
        var text = resource.toString();
        var root = text.substring(0, text.length() - name.length());
        if (root.startsWith("jar:")) root = root.substring("jar:".length(), root.length() - "!/".length());
        return Path.of(URI.create(root)).toString();
    }
}
