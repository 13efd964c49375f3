package chargehand.postgres;

import chargehand.postgres.CannotStart.Code;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// PostgreSQL's data, its settings and its passwords.
///
/// @param data absolute
record Cluster(DataFolder folder, Programs programs, Privileges privileges, Path data, Secrets secrets) {
    /// Who made the cluster; used to make users and databases, and for nothing else.
    static final String OWNER = "postgres";

    /// As whom the server works: no superuser, owner of one database of the same name.
    static final String USER = "chargehand";

    /// @param ownerPassword of [#OWNER]
    /// @param userPassword of [#USER]
    record Secrets(String ownerPassword, String userPassword) {}

    static Path secrets(Path postgres) {
        return postgres.resolve("secrets.properties");
    }

    /// What is there, or a new one.
    static Cluster in(DataFolder folder, Path programsHome, Durability durability) throws IOException {
        var postgres = folder.postgres();
        Files.createDirectories(postgres);
        Files.setPosixFilePermissions(postgres, PrivateFiles.FOLDER);
        var data = postgres.resolve("cluster");
        checkVersion(folder, data);
        var programs = Programs.in(programsHome);
        var privileges = Privileges.on(folder, postgres, programs);
        var cluster = new Cluster(folder, programs, privileges, data, secretsOf(postgres));
        if (!Files.isDirectory(data)) cluster.initialise(durability);
        return cluster;
    }

    private static void checkVersion(DataFolder folder, Path data) throws IOException {
        if (!Files.isDirectory(data)) return;
        var file = data.resolve("PG_VERSION");
        var version = Files.exists(file) ? Files.readString(file).strip() : "unknown";
        if (!version.equals(Programs.MAJOR))
            throw new CannotStart(
                    Code.DATA_OF_OTHER_POSTGRESQL,
                    "The data folder %s holds data of PostgreSQL %s, and this Chargehand brings PostgreSQL %s."
                            .formatted(folder.top(), version, Programs.MAJOR),
                    "Make a backup with the Chargehand that wrote the folder, and restore it with this one into a new"
                            + " folder.");
    }

    private static Secrets secretsOf(Path postgres) throws IOException {
        var file = secrets(postgres);
        var known = PrivateFiles.read(file);
        if (known.isEmpty()) {
            PrivateFiles.write(file, Map.of("owner", random(), "user", random()));
            known = PrivateFiles.read(file);
        }
        return new Secrets(known.getProperty("owner", ""), known.getProperty("user", ""));
    }

    private static String random() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// Beside its place and then moved, so that a half-made one is never taken for one.
    private void initialise(Durability durability) throws IOException {
        var beside = data.resolveSibling("cluster.new");
        var password = data.resolveSibling("password.new");
        try {
            PrivateFiles.deleteTree(beside);
            PrivateFiles.write(password, secrets.ownerPassword().getBytes(StandardCharsets.US_ASCII));
            if (privileges instanceof Privileges.Of other) Privileges.give(password, other);
            var line = new ArrayList<>(List.of(
                    programs.initdb().toString(),
                    "--pgdata=" + beside,
                    "--username=" + OWNER,
                    "--auth=scram-sha-256",
                    "--pwfile=" + password,
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--locale=C.UTF-8",
                    "--no-instructions"));
            if (durability == Durability.NONE) line.add("--no-sync");
            var ended = Command.run(privileges.command(line));
            if (!ended.well()) throw new IOException("initdb: " + ended.output());
            Files.move(beside, data, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(password);
            PrivateFiles.deleteTree(beside);
        }
    }

    /// The command of the postmaster. What is set here outranks what stands in files.
    List<String> start(int port, Durability durability) {
        var line = new ArrayList<>(List.of(programs.postgres().toString(), "-D", data.toString()));
        settings(port, durability).forEach((name, value) -> {
            line.add("-c");
            line.add(name + "=" + value);
        });
        return line;
    }

    private static Map<String, String> settings(int port, Durability durability) {
        var settings = new TreeMap<String, String>();
        durability.settings().forEach(settings::put);
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("port", Integer.toString(port));
        settings.put("unix_socket_directories", "");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.put("lc_messages", "C");
        settings.put("max_connections", "60");
        // About a quarter of a gigabyte in all: connections take 3 to 8 MB each, most of it shared.
        settings.put("shared_buffers", "64MB");
        settings.put("work_mem", "4MB");
        settings.put("maintenance_work_mem", "32MB");
        settings.put("max_wal_size", "256MB");
        settings.put("min_wal_size", "48MB");
        settings.put("autovacuum_max_workers", "2");
        settings.put("max_parallel_workers_per_gather", "0");
        settings.put("max_worker_processes", "2");
        settings.put("max_wal_senders", "0");
        settings.put("io_method", "sync");
        settings.put("jit", "off");
        settings.put("log_checkpoints", "off");
        settings.put("log_min_messages", "warning");
        settings.put("tcp_keepalives_idle", "60");
        return settings;
    }

    DatabaseAccess access(int port) {
        return new DatabaseAccess(url(port, USER), USER, secrets.userPassword());
    }

    DatabaseAccess owner(int port) {
        return new DatabaseAccess(url(port, OWNER), OWNER, secrets.ownerPassword());
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }
}
