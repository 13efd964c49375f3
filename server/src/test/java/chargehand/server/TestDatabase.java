package chargehand.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/// One PostgreSQL for all tests of a JVM, with a new database for each who asks.
final class TestDatabase {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final int PORT = start();

    private TestDatabase() {}

    /// The JDBC address of an empty database.
    static String next() {
        var name = "test" + NUMBER.incrementAndGet();
        try (var connection = DriverManager.getConnection(url("postgres"));
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return url(name);
    }

    private static String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=chargehand".formatted(PORT, database);
    }

    private static int start() {
        try {
            var folder = Files.createTempDirectory("chargehand-test");
            var archive = folder.resolve("postgres.txz");
            try (var stream = Objects.requireNonNull(
                    TestDatabase.class.getResourceAsStream("/postgres-linux-x86_64.txz"), "PostgreSQL's archive")) {
                Files.copy(stream, archive);
            }
            run(List.of("tar", "-xJf", archive.toString(), "-C", folder.toString()));
            boolean root = "root".equals(System.getProperty("user.name"));
            if (root) run(List.of("chown", "-R", "postgres", folder.toString()));
            int port;
            try (var socket = new ServerSocket(0)) {
                port = socket.getLocalPort();
            }
            var data = folder.resolve("data").toString();
            run(as(
                    root,
                    folder,
                    "initdb",
                    "-A",
                    "trust",
                    "-U",
                    "chargehand",
                    "-D",
                    data,
                    "--locale=C.UTF-8",
                    "-E",
                    "UTF8"));
            var server = new ProcessBuilder(
                            as(root, folder, "postgres", "-D", data, "-p", "" + port, "-k", folder.toString(), "-F"))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::destroy));
            await(port);
            return port;
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void await(int port) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            try (var connection = DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:%d/postgres?user=chargehand".formatted(port))) {
                return;
            } catch (SQLException notYet) {
                Thread.sleep(50);
            }
        }
        throw new IllegalStateException("PostgreSQL does not start.");
    }

    private static List<String> as(boolean root, Path folder, String program, String... arguments) {
        var command = new ArrayList<String>();
        if (root)
            command.addAll(
                    List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--pdeathsig=INT"));
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static void run(List<String> command) throws InterruptedException {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (process.waitFor() != 0) throw new IllegalStateException(command + ": " + said);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
