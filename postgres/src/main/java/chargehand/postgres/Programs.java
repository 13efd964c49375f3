package chargehand.postgres;

import chargehand.postgres.CannotStart.Code;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// PostgreSQL's programs: `initdb` and `postgres`, in a folder.
///
/// @param bin absolute
record Programs(Path bin) {
    static final String VERSION = "18.6.0";

    /// As PostgreSQL's own file `PG_VERSION` writes it.
    static final String MAJOR = "18";

    Path initdb() {
        return bin.resolve("initdb");
    }

    Path postgres() {
        return bin.resolve("postgres");
    }

    /// Unpacks them below `home` unless they are there; half-unpacked ones are made anew. Of several processes that
    /// want them there, one unpacks and the others wait.
    ///
    /// @throws CannotStart if there are none for this machine
    static synchronized Programs in(Path home) throws IOException {
        var folder = home.resolve("programs-" + VERSION);
        if (!Files.isDirectory(folder)) unpackOnce(folder);
        return new Programs(folder.resolve("bin"));
    }

    private static void unpackOnce(Path folder) throws IOException {
        var beside = folder.resolveSibling(folder.getFileName() + ".new");
        try (var channel = FileChannel.open(
                        folder.resolveSibling(folder.getFileName() + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                var _ = channel.lock();
                var archive = archive()) {
            if (Files.isDirectory(folder)) return;
            PrivateFiles.deleteTree(beside);
            try {
                unpack(archive, beside);
                Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                PrivateFiles.deleteTree(beside);
            }
        }
    }

    private static InputStream archive() throws IOException {
        var name = "/postgres-%s.txz".formatted(machine());
        var stream = Programs.class.getResourceAsStream(name);
        if (stream == null)
            throw new CannotStart(
                    Code.NO_POSTGRESQL_FOR_MACHINE,
                    "Chargehand brings no PostgreSQL for this machine (%s).".formatted(machine()),
                    "Install PostgreSQL 15 or newer and name it with CHARGEHAND_DATABASE_URL.");
        return new XZCompressorInputStream(new BufferedInputStream(stream, 1 << 16));
    }

    private static String machine() {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        var family = system.startsWith("mac") ? "darwin" : system.replaceAll("\\s.*", "");
        var architecture = switch (processor) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> processor;
        };
        return family + "-" + architecture;
    }

    private static void unpack(InputStream archive, Path folder) throws IOException {
        var mode = PosixFilePermissions.fromString("rwxr-xr-x");
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, mode);
        try (var tar = new TarArchiveInputStream(archive)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry())
                unpack(tar, entry, inside(folder, entry.getName()));
        }
    }

    private static Path inside(Path folder, String name) throws IOException {
        var place = folder.resolve(name).normalize();
        if (!place.startsWith(folder)) throw new IOException("The archive names a place outside itself: " + name);
        return place;
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path place) throws IOException {
        var executable = entry.isDirectory() || (entry.getMode() & 0100) != 0;
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(place, Path.of(entry.getLinkName()));
            return;
        }
        if (entry.isDirectory()) Files.createDirectories(place);
        else {
            Files.createDirectories(place.getParent());
            Files.copy(tar, place);
        }
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
