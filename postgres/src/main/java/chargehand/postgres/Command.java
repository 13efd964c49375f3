package chargehand.postgres;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A small program of the system, run to its end.
final class Command {
    private static final int SECONDS = 120;

    /// @param output standard output and error, together
    record Ended(int status, String output) {
        boolean well() {
            return status == 0;
        }
    }

    private Command() {}

    static Ended run(List<String> line) throws IOException {
        var process = builder(line).redirectErrorStream(true).start();
        process.getOutputStream().close();
        try {
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) throw new IOException(line.getFirst() + " does not end.");
            return new Ended(process.exitValue(), output.strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while %s ran.".formatted(line.getFirst()));
        } finally {
            process.destroyForcibly();
        }
    }

    /// With an environment that says nothing but where programs are, so that what the user has set for other
    /// PostgreSQLs changes nothing in ours.
    static ProcessBuilder builder(List<String> line) {
        var builder = new ProcessBuilder(line).directory(Path.of("/").toFile());
        var path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        builder.environment().clear();
        builder.environment().put("PATH", path + ":/usr/bin:/bin:/usr/sbin:/sbin");
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    static boolean exists(String name) {
        for (var folder :
                builder(List.of()).environment().getOrDefault("PATH", "").split(":", -1))
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, name))) return true;
        return false;
    }
}
