package chargehand.postgres;

import chargehand.postgres.CannotStart.Code;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import tools.jackson.databind.json.JsonMapper;

/// All tables as they are at one moment, in one file: a zip with a table an entry, and a manifest with checksums.
/// Writers are not held up meanwhile.
public final class Backup {
    private final Structure structure;
    private final String program;

    /// @param program its version, for the manifest
    public Backup(Structure structure, String program) {
        this.structure = structure;
        this.program = program;
    }

    /// @param tables how many
    /// @param rows of all of them
    public record Written(int tables, long rows) {}

    /// Whole or not at all; readable by the user alone, since everything is in it.
    ///
    /// @throws CannotStart if there is a file of that name, or nothing to back up
    public Written write(DatabaseAccess access, Path file) {
        if (Files.exists(file))
            throw new CannotStart(
                    Code.BACKUP_FILE_EXISTS,
                    "There is a file %s already.".formatted(file),
                    "Name another one; a backup replaces nothing.");
        var beside = file.resolveSibling("." + file.getFileName() + ".part");
        try (var connection = access.connect()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            Files.deleteIfExists(beside);
            BackupManifest manifest;
            try (var zip = new ZipOutputStream(privately(beside))) {
                manifest = write(connection, zip);
            }
            try (var written = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(beside, file);
            return new Written(manifest.tables().size(), manifest.rows());
        } catch (IOException e) {
            throw notWritten(file, e);
        } catch (SQLException e) {
            throw new CannotStart(
                    Code.DATABASE_UNREACHABLE,
                    "The database can't be read: %s.".formatted(e.getMessage()),
                    "Nothing was written. Try again when the database is back.",
                    e);
        } finally {
            beside.toFile().delete();
        }
    }

    private static CannotStart notWritten(Path file, IOException e) {
        var full = DataFolder.isDiskFull(e);
        return new CannotStart(
                full ? Code.DISK_FULL : Code.FOLDER_NOT_WRITABLE,
                full
                        ? "The disk is full where %s was to be written.".formatted(file)
                        : "The file %s can't be written: %s.".formatted(file, e),
                "Name a place with enough space where you may write; nothing was left there.",
                e);
    }

    private static OutputStream privately(Path file) throws IOException {
        var options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var channel = Files.newByteChannel(file, options, PosixFilePermissions.asFileAttribute(PrivateFiles.FILE));
        return new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
    }

    private BackupManifest write(Connection connection, ZipOutputStream zip) throws SQLException, IOException {
        var catalog = new Catalog(connection, structure.schemas(connection));
        var copying = connection.unwrap(PGConnection.class).getCopyAPI();
        var tables = new ArrayList<BackupManifest.Table>();
        for (var table : catalog.tables()) tables.add(write(table, copying, zip));
        if (tables.isEmpty())
            throw new CannotStart(
                    Code.NOTHING_TO_BACK_UP,
                    "The database holds nothing of Chargehand's yet.",
                    "Start the server once, or name its data folder with --data.");
        var manifest = manifest(connection, tables, catalog.sequences());
        zip.putNextEntry(new ZipEntry(BackupManifest.NAME));
        zip.write(JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        zip.closeEntry();
        return manifest;
    }

    private static BackupManifest.Table write(BackupManifest.Table table, CopyManager copying, ZipOutputStream zip)
            throws SQLException, IOException {
        zip.putNextEntry(new ZipEntry(table.entry()));
        var digest = sha256();
        var rows = 0L;
        // A table without columns of its own has no rows that could be written down.
        if (!table.columns().isEmpty())
            rows = copying.copyOut(
                    "copy %s (%s) to stdout".formatted(table.quoted(), table.quotedColumns()),
                    new DigestOutputStream(unclosed(zip), digest));
        zip.closeEntry();
        var hash = HexFormat.of().formatHex(digest.digest());
        return new BackupManifest.Table(table.schema(), table.name(), table.columns(), rows, hash);
    }

    private BackupManifest manifest(
            Connection connection, List<BackupManifest.Table> tables, List<BackupManifest.Sequence> sequences)
            throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select now(), current_setting('server_version')")) {
            row.next();
            return new BackupManifest(
                    BackupManifest.FORMAT,
                    program,
                    row.getObject(1, OffsetDateTime.class).toInstant(),
                    row.getString(2),
                    structure.steps(connection),
                    tables,
                    sequences);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// The driver closes what it wrote to; the zip goes on.
    private static OutputStream unclosed(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() {}
        };
    }
}
