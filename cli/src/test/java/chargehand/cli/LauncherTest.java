package chargehand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How the launcher finds a JDK: the scripts as they are, but for the root of the places where they look.
class LauncherTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void copyTheScripts() throws IOException {
        Files.createDirectory(folder.resolve("bin"));
        Files.copy(Command.ROOT.resolve("chargehand"), folder.resolve("chargehand"));
        var script = Files.readString(Command.ROOT.resolve("bin/find-jdk"));
        for (var place : new String[] {"/usr/lib/jvm/", "/opt/", "/Library/"})
            script = script.replace(" " + place, " " + folder + place);
        Files.writeString(folder.resolve("bin/find-jdk"), script);
    }

    @Test
    void asksKindlyForAJdkWhereThereIsNone() throws Exception {
        var launched = run("./chargehand --version", "");

        assertEquals(69, launched.status);
        assertTrue(launched.output.startsWith("Chargehand needs a JDK 25 or newer"), launched.output);
        assertTrue(launched.output.contains("JAVA_HOME=/path/to/jdk ./chargehand"), launched.output);
        assertEquals(2, launched.output.lines().count(), launched.output);
    }

    @Test
    void passesOverAnOldJdkInJavaHome() throws Exception {
        jdk("old", "17.0.2");
        var jdk = jdk("usr/lib/jvm/temurin-25", "25.0.3");

        var launched = run(". bin/find-jdk; echo $java", folder.resolve("old").toString());

        assertEquals(jdk.resolve("bin/java") + "\n", launched.output);
    }

    @Test
    void takesTheJdkThatJavaHomeNames() throws Exception {
        jdk("usr/lib/jvm/temurin-25", "25.0.3");
        var named = jdk("mine", "26");

        var launched = run(". bin/find-jdk; echo $java", named.toString());

        assertEquals(named.resolve("bin/java") + "\n", launched.output);
    }

    @Test
    void passesOverARuntimeThatCanNotCompile() throws Exception {
        Files.delete(jdk("usr/lib/jvm/jre-25", "25.0.3").resolve("bin/javac"));

        assertEquals(69, run("./chargehand --version", "").status);
    }

    /// What looks like a JDK of that version from outside.
    private Path jdk(String place, String version) throws IOException {
        var home = folder.resolve(place);
        Files.createDirectories(home.resolve("bin"));
        for (var name : new String[] {"java", "javac"})
            program(home.resolve("bin").resolve(name), "echo 'openjdk version \"%s\"' >&2".formatted(version));
        return home;
    }

    private Launched run(String command, String javaHome) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("/bin/sh", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", tools());
        builder.environment().put("HOME", folder.toString());
        if (!javaHome.isEmpty()) builder.environment().put("JAVA_HOME", javaHome);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Launched(process.waitFor(), output);
    }

    /// A path on which there are the tools that the scripts need, and no Java.
    private String tools() throws IOException {
        var tools = Files.createDirectories(folder.resolve("tools"));
        for (var name : new String[] {"dirname", "readlink", "sed", "head"})
            program(tools.resolve(name), "PATH=/usr/bin:/bin exec %s \"$@\"".formatted(name));
        return tools.toString();
    }

    private static void program(Path file, String line) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private record Launched(int status, String output) {}
}
