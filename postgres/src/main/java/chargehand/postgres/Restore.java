package chargehand.postgres;

import chargehand.postgres.CannotStart.Code;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Puts a [Backup] back, in one transaction: all of it or nothing. Tells running servers by a notification.
public final class Restore {
    /// Servers listen on it, and begin anew when something comes.
    public static final String CHANNEL = "chargehand_restored";

    private static final String HINT = "Take another copy of the file, or another backup. Nothing was changed.";

    private final Structure structure;

    public Restore(Structure structure) {
        this.structure = structure;
    }

    /// @throws CannotStart if the file is damaged or of a newer version; then nothing has changed
    public Backup.Written read(Path file, DatabaseAccess access) {
        try (var zip = new ZipFile(file.toFile())) {
            var manifest = manifest(zip, file);
            for (var table : manifest.tables()) check(table, zip, file);
            restore(manifest, zip, access);
            return new Backup.Written(manifest.tables().size(), manifest.rows());
        } catch (IOException e) {
            throw damaged(file, e.getMessage() == null ? e.toString() : e.getMessage(), e);
        } catch (SQLException e) {
            throw new CannotStart(
                    Code.DATABASE_UNREACHABLE,
                    "The backup can't be put into the database: %s.".formatted(e.getMessage()),
                    "Nothing was changed. If somebody works with the server, try again, or stop it first.",
                    e);
        }
    }

    private BackupManifest manifest(ZipFile zip, Path file) throws IOException {
        var mapper = JsonMapper.builder().build();
        try (var in = entry(zip, BackupManifest.NAME, file)) {
            var tree = mapper.readTree(in);
            var format = tree.path("format").asInt(0);
            if (format > BackupManifest.FORMAT) throw newer(file, "format " + format);
            var manifest = mapper.treeToValue(tree, BackupManifest.class);
            for (var step : manifest.steps())
                if (!structure.knows(step)) throw newer(file, "Chargehand " + manifest.program() + ", " + step.name());
            return manifest;
        } catch (JacksonException e) {
            throw damaged(file, "its manifest can't be read", e);
        }
    }

    private static CannotStart newer(Path file, String which) {
        return new CannotStart(
                Code.BACKUP_OF_NEWER_VERSION,
                "The backup %s was made by a newer Chargehand than this one (%s).".formatted(file, which),
                "Restore it with that version. Nothing was changed.");
    }

    private static CannotStart damaged(Path file, String why, @Nullable Throwable cause) {
        return new CannotStart(
                Code.BACKUP_DAMAGED,
                "The file %s is no backup, or not a whole one: %s.".formatted(file, why),
                HINT,
                cause);
    }

    private static InputStream entry(ZipFile zip, String name, Path file) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) throw damaged(file, name + " is missing", null);
        return zip.getInputStream(entry);
    }

    private static void check(BackupManifest.Table table, ZipFile zip, Path file) throws IOException {
        var digest = Backup.sha256();
        try (var in = new DigestInputStream(entry(zip, table.entry(), file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(table.sha256()))
            throw damaged(file, table.entry() + " does not have the checksum that the backup says", null);
    }

    private void restore(BackupManifest manifest, ZipFile zip, DatabaseAccess access) throws SQLException, IOException {
        try (var connection = access.connect()) {
            connection.setAutoCommit(false);
            try {
                // Whoever works in the database at this moment is waited for, but not for ever.
                execute(connection, "set local lock_timeout = '30s'");
                structure.rebuild(connection, manifest.steps());
                fill(connection, manifest, zip);
                structure.filled(connection);
                execute(connection, "notify " + CHANNEL);
                connection.commit();
            } finally {
                connection.rollback();
            }
            connection.setAutoCommit(true);
            execute(connection, "analyze");
        }
    }

    private void fill(Connection connection, BackupManifest manifest, ZipFile zip) throws SQLException, IOException {
        var tables = manifest.tables();
        var catalog = new Catalog(connection, structure.schemas(connection));
        var references = catalog.references();
        for (var reference : references) execute(connection, reference.drop());
        empty(connection, catalog.tables());
        var copying = connection.unwrap(PGConnection.class).getCopyAPI();
        for (var table : tables) {
            if (table.columns().isEmpty()) continue;
            execute(connection, "alter table %s disable trigger user".formatted(table.quoted()));
            long rows;
            try (var in = entry(zip, table.entry(), Path.of(zip.getName()))) {
                var line = "copy %s (%s) from stdin".formatted(table.quoted(), table.quotedColumns());
                rows = copying.copyIn(line, in);
            }
            if (rows != table.rows())
                throw damaged(Path.of(zip.getName()), table.entry() + " has " + rows + " rows", null);
            execute(connection, "alter table %s enable trigger user".formatted(table.quoted()));
        }
        for (var reference : references) execute(connection, reference.add());
        for (var sequence : manifest.sequences()) set(connection, sequence);
    }

    /// The steps may have put first rows into the tables; those of the backup take their place.
    private static void empty(Connection connection, List<BackupManifest.Table> tables) throws SQLException {
        if (tables.isEmpty()) return;
        var names = tables.stream().map(BackupManifest.Table::quoted).toList();
        execute(connection, "truncate " + String.join(", ", names));
    }

    private static void set(Connection connection, BackupManifest.Sequence sequence) throws SQLException {
        try (var statement = connection.prepareStatement("select setval(?::regclass, ?, ?)")) {
            statement.setString(1, sequence.quoted());
            statement.setLong(2, sequence.last());
            statement.setBoolean(3, sequence.used());
            statement.execute();
        }
    }

    private static void execute(Connection connection, String line) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(line);
        }
    }

    /// Whether that is a file at all, said before anything is started.
    public static void refuseMissing(Path file) {
        if (!Files.isRegularFile(file))
            throw new CannotStart(Code.BACKUP_DAMAGED, "There is no file %s.".formatted(file), "Name a backup.");
    }
}
