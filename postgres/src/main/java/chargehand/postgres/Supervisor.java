package chargehand.postgres;

import chargehand.postgres.CannotStart.Code;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Runs PostgreSQL as a child, starts it again when it dies, and stops it.
///
/// One platform thread does all of it and lives as long as the child: Linux tells a child of its parent's death when
/// the *thread* ends that started it. So PostgreSQL stops by itself, cleanly, when this process is killed.
final class Supervisor {
    private static final System.Logger LOG = System.getLogger(Supervisor.class.getName());
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);
    private static final long LOOK_EVERY_MILLIS = 10;
    /// What PostgreSQL says while sessions of a postmaster that was killed still live. They end by themselves, but on a
    /// busy machine not at once.
    private static final String REMAINDERS = "pre-existing shared memory block";

    private static final Duration REMAINDERS_END = Duration.ofSeconds(30);
    private static final long LOG_BYTES = 8L << 20;
    private static final int PORTS_TRIED = 20;

    private final Cluster cluster;
    private final Durability durability;
    private final int port;
    private final CompletableFuture<Void> firstReady = new CompletableFuture<>();
    private final Thread thread;
    private volatile boolean stopping;
    private volatile boolean ready;
    private volatile @Nullable Process child;

    private Supervisor(Cluster cluster, Durability durability) throws IOException {
        this.cluster = cluster;
        this.durability = durability;
        this.port = freePort();
        this.thread = Thread.ofPlatform().name("postgresql").daemon(true).unstarted(this::supervise);
    }

    /// Returns when PostgreSQL takes connections.
    static Supervisor start(Cluster cluster, Durability durability) throws IOException {
        var supervisor = new Supervisor(cluster, durability);
        supervisor.thread.start();
        try {
            supervisor.firstReady.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return supervisor;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CannotStart why) throw why;
            throw new IOException(e.getCause());
        } catch (java.util.concurrent.TimeoutException e) {
            supervisor.stop();
            throw new IOException("PostgreSQL is not ready after %d minutes.".formatted(PATIENCE.toMinutes()), e);
        } catch (InterruptedException e) {
            supervisor.stop();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while PostgreSQL started.", e);
        }
    }

    private void supervise() {
        var pause = Duration.ZERO;
        while (!stopping) {
            try {
                runOnce();
                pause = Duration.ZERO;
                if (!stopping) LOG.log(Level.WARNING, "PostgreSQL has died; starting it again.");
            } catch (CannotStart | IOException why) {
                if (firstReady.completeExceptionally(why)) return;
                pause = pause.isZero() ? Duration.ofMillis(100) : min(pause.multipliedBy(2), LONGEST_PAUSE);
                LOG.log(Level.ERROR, "PostgreSQL does not start again: {0}", why.getMessage());
            } catch (InterruptedException wanted) {
                return;
            }
            if (!stopping && !sleep(pause)) return;
        }
    }

    /// From start to death.
    private void runOnce() throws IOException, InterruptedException {
        endPredecessor();
        var log = freshLog();
        long patience = System.nanoTime() + REMAINDERS_END.toNanos();
        while (true) {
            try {
                run(log);
                return;
            } catch (CannotStart why) {
                boolean remains =
                        Objects.requireNonNullElse(why.getMessage(), "").contains(REMAINDERS);
                if (!remains || System.nanoTime() > patience) throw why;
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    private void run(Path log) throws IOException, InterruptedException {
        var before = Files.size(log);
        var process = Command.builder(line())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        child = process;
        try {
            process.getOutputStream().close();
            awaitReady(process, log, before);
            ready = true;
            firstReady.complete(null);
            process.waitFor();
        } finally {
            ready = false;
            if (process.isAlive()) Postmaster.signal("QUIT", process.pid());
            process.waitFor();
        }
    }

    /// Where the system can, PostgreSQL gets a session of its own, so that Ctrl+C reaches only us, and the message
    /// of our death. The shell looks whether we died even before that was arranged.
    private List<String> line() {
        var line = new ArrayList<String>();
        if (Command.exists("setsid")) line.add("setsid");
        line.addAll(cluster.privileges().prefix());
        if (Command.exists("setpriv")) line.addAll(List.of("setpriv", "--pdeathsig=INT"));
        line.addAll(List.of(
                "sh",
                "-c",
                "[ \"$PPID\" = \"$1\" ] || exit 1; shift; exec \"$@\"",
                "sh",
                Long.toString(ProcessHandle.current().pid())));
        line.addAll(cluster.start(port, durability));
        return line;
    }

    private void awaitReady(Process process, Path log, long before) throws IOException, InterruptedException {
        while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
            var postmaster = Postmaster.read(cluster.data());
            if (postmaster.isPresent()
                    && postmaster.get().ready()
                    && postmaster.get().pid() == process.pid()) return;
        }
        throw why(tail(log, before));
    }

    /// A postmaster may be left from a server that was killed: it is ending, or made to. What is left of a dead one
    /// is taken away. We hold the folder's lock, so no living server needs it.
    private void endPredecessor() throws IOException, InterruptedException {
        var found = Postmaster.read(cluster.data());
        if (found.isEmpty()) return;
        var postmaster = found.get();
        for (int tenths = 0; postmaster.lives(cluster.data()); tenths++) {
            if (tenths == 10) postmaster.stop();
            if (tenths == 300)
                throw new CannotStart(
                        Code.FOLDER_IN_USE,
                        "Process %d, a PostgreSQL, uses the data in %s and does not stop."
                                .formatted(postmaster.pid(), cluster.data()),
                        "Stop that process, then start again.");
            TimeUnit.MILLISECONDS.sleep(100);
        }
        Files.deleteIfExists(Postmaster.file(cluster.data()));
    }

    private Path freshLog() throws IOException {
        var log = cluster.data().resolveSibling("postgresql.log");
        if (Files.exists(log) && Files.size(log) > LOG_BYTES)
            Files.move(log, log.resolveSibling("postgresql.log.1"), StandardCopyOption.REPLACE_EXISTING);
        if (!Files.exists(log)) PrivateFiles.write(log, new byte[0]);
        return log;
    }

    private static String tail(Path log, long before) throws IOException {
        var bytes = Files.readAllBytes(log);
        var from = (int) Math.min(before, bytes.length);
        return new String(bytes, from, bytes.length - from, java.nio.charset.StandardCharsets.UTF_8);
    }

    private CannotStart why(String said) {
        if (DataFolder.isDiskFull(new IOException(said)))
            return cluster.folder().diskFull(new IOException(said));
        var line = said.lines()
                .filter(text -> text.contains("FATAL:") || text.contains("PANIC:"))
                .findFirst()
                .or(() -> said.lines().reduce((first, last) -> last))
                .orElse("it says nothing")
                .replaceFirst("^.*(FATAL|PANIC): *", "");
        return new CannotStart(
                Code.POSTGRESQL_NOT_STARTING,
                "PostgreSQL does not start: %s.".formatted(line),
                "Its log is %s.".formatted(cluster.data().resolveSibling("postgresql.log")));
    }

    /// Below the ports from which the system takes those of outgoing connections, so that it is still free when
    /// PostgreSQL is started again.
    private static int freePort() throws IOException {
        var random = new Random();
        for (int tried = 0; tried < PORTS_TRIED; tried++) {
            var port = random.nextInt(20_000, 32_000);
            try (var socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return port;
            } catch (IOException taken) {
                LOG.log(Level.DEBUG, "Port {0} is taken.", port);
            }
        }
        throw new IOException("None of %d ports on the loopback interface is free.".formatted(PORTS_TRIED));
    }

    private boolean sleep(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException wanted) {
            return false;
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    int port() {
        return port;
    }

    boolean isReady() {
        return ready;
    }

    /// Of the postmaster; 0 while there is none.
    long pid() {
        var process = child;
        return process == null ? 0 : process.pid();
    }

    /// Ends all connections and stops PostgreSQL cleanly; returns when it has ended.
    void stop() throws IOException {
        stopping = true;
        var process = child;
        try {
            if (process != null && process.isAlive()) {
                Postmaster.signal("INT", process.pid());
                if (!process.waitFor(20, TimeUnit.SECONDS)) Postmaster.signal("QUIT", process.pid());
            }
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }
}
