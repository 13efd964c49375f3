package chargehand.bench.kills;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The packaged server on a data folder of its own, started as people start it.
final class Server {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long LOOK_EVERY_MILLIS = 20;

    private final Path launcher;
    private final Path data;
    private final int port;
    private final Map<String, String> settings;
    private Process process;

    private Server(Path launcher, Path data, int port, Map<String, String> settings) throws IOException {
        this.launcher = launcher;
        this.data = data;
        this.port = port;
        this.settings = settings;
        this.process = launch();
    }

    static Server start(Path launcher, Path data, int port) throws IOException {
        return start(launcher, data, port, Map.of());
    }

    /// @param settings of its environment
    static Server start(Path launcher, Path data, int port, Map<String, String> settings) throws IOException {
        return new Server(launcher, data, port, settings);
    }

    private Process launch() throws IOException {
        var builder = new ProcessBuilder(
                        launcher.toString(), "serve", "--demo", "--port", "" + port, "--data", data.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().remove("CHARGEHAND_DATABASE_URL");
        builder.environment().putAll(settings);
        return builder.start();
    }

    Path log() {
        return data.resolveSibling("terminal.txt");
    }

    void restart() throws IOException {
        process = launch();
    }

    /// Milliseconds until the server answers that all is well.
    long awaitReady() throws IOException, InterruptedException {
        var begun = System.nanoTime();
        var api = new Api(address(), "");
        while (System.nanoTime() - begun < PATIENCE.toNanos()) {
            if (!process.isAlive()) throw new IOException("The server has ended: " + Files.readString(log()));
            try {
                if (api.get("/api/health").well()) return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            } catch (IOException notYet) {
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
        throw new IOException("The server is not ready after %d minutes.".formatted(PATIENCE.toMinutes()));
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    void killServer() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /// The postmaster and all that it has started.
    void killPostgres() throws IOException {
        for (var one : postgres()) one.destroyForcibly();
    }

    private List<ProcessHandle> postgres() throws IOException {
        var file = data.resolve("postgres/cluster/postmaster.pid");
        if (!Files.exists(file)) return List.of();
        try (Stream<String> lines = Files.lines(file)) {
            var all = new ArrayList<ProcessHandle>();
            lines.findFirst()
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                    .ifPresent(postmaster -> {
                        all.add(postmaster);
                        postmaster.descendants().forEach(all::add);
                    });
            return all;
        }
    }

    /// As Ctrl+C does.
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly();
    }
}
