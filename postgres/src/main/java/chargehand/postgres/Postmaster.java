package chargehand.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What PostgreSQL says about itself in `postmaster.pid`, a file that outlives it when it is killed.
///
/// @param pid of the process that wrote it
/// @param started when that was
/// @param ready it takes connections
record Postmaster(long pid, Instant started, boolean ready) {
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    static Optional<Postmaster> read(Path cluster) throws IOException {
        try {
            var lines = Files.readAllLines(file(cluster));
            if (lines.size() < 3) return Optional.empty();
            var ready = lines.size() >= 8 && lines.get(7).strip().equals("ready");
            // A minus stands before the process when it serves a single user.
            var pid = Math.abs(Long.parseLong(lines.get(0).strip()));
            var started = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
            return Optional.of(new Postmaster(pid, started, ready));
        } catch (NoSuchFileException | NumberFormatException nobody) {
            return Optional.empty();
        }
    }

    /// Whether the process lives and is the one that wrote the file: no other that has got its number since, and no
    /// remainder of a dead one that nobody has collected. When in doubt, it lives.
    boolean lives(Path cluster) {
        var process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (process.isEmpty() || isZombie() || !isPostgres()) return false;
        try {
            // A postmaster works in its data. That tells more than times, which change with the clock.
            return Files.isSameFile(Path.of("/proc", Long.toString(pid), "cwd"), cluster);
        } catch (IOException unknown) {
            var since = process.get().info().startInstant();
            return since.map(s -> !s.isAfter(started.plus(TOLERANCE))).orElse(true);
        }
    }

    private boolean isZombie() {
        return stat().map(stat ->
                        stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("Z"))
                .orElse(false);
    }

    private boolean isPostgres() {
        return stat().map(stat -> stat.contains("(postgres)")).orElse(true);
    }

    private Optional<String> stat() {
        try {
            return Optional.of(Files.readString(Path.of("/proc", Long.toString(pid), "stat")));
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    /// Asks it to end connections and stop (PostgreSQL's "fast" way).
    void stop() throws IOException {
        signal("INT", pid);
    }

    static void signal(String name, long pid) throws IOException {
        Command.run(List.of("sh", "-c", "kill -\"$1\" \"$2\"", "sh", name, Long.toString(pid)));
    }
}
