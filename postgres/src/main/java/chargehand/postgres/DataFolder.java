package chargehand.postgres;

import chargehand.postgres.CannotStart.Code;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;

/// The folder that holds everything which a server keeps, and where in it things are.
///
/// ```
/// data/                        0700
///   chargehand.properties      marks the folder as ours, with the version of this layout
///   server.lock                locked by the one server that uses the folder
///   server.properties          which process that is, and its address
///   database.properties        0600: how ./chargehand backup reaches the database
///   postgres/programs-18.6.0/  PostgreSQL, unpacked
///   postgres/cluster/          PostgreSQL's own data
///   postgres/secrets.properties, postgres/postgresql.log
/// ```
public final class DataFolder {
    /// Raised when an older Chargehand could not work in the folder any more.
    static final int LAYOUT = 1;

    private static final String LAYOUT_KEY = "layout";

    private final Path top;

    private DataFolder(Path top) {
        this.top = top;
    }

    /// Makes the folder where there is none, and sees that it is ours, private and writable.
    ///
    /// @throws CannotStart if it is somebody else's, of a newer Chargehand, or can't be written
    public static DataFolder at(Path path) {
        var folder = new DataFolder(path.toAbsolutePath().normalize());
        try {
            folder.prepare();
        } catch (IOException e) {
            throw folder.notWritable(e);
        }
        return folder;
    }

    /// Whether a server has ever used that folder.
    public static boolean exists(Path path) {
        return Files.isRegularFile(path.resolve("chargehand.properties"));
    }

    private void prepare() throws IOException {
        if (!Files.exists(top)) createDirectories(top);
        if (!Files.isDirectory(top))
            throw new CannotStart(
                    Code.FOLDER_NOT_WRITABLE,
                    "The data folder %s is a file.".formatted(top),
                    "Name a folder, or a place where one can be made, with --data.");
        if (Files.exists(marker())) checkLayout();
        else mark();
        if (!Files.getPosixFilePermissions(top).equals(PrivateFiles.FOLDER))
            Files.setPosixFilePermissions(top, PrivateFiles.FOLDER);
        tryWriting();
    }

    private static void createDirectories(Path path) throws IOException {
        var parent = path.getParent();
        if (parent != null && !Files.exists(parent)) Files.createDirectories(parent);
        Files.createDirectory(path, PosixFilePermissions.asFileAttribute(PrivateFiles.FOLDER));
    }

    private void checkLayout() throws IOException {
        var layout = PrivateFiles.read(marker()).getProperty(LAYOUT_KEY, "0").strip();
        if (!layout.matches("\\d{1,9}") || Integer.parseInt(layout) > LAYOUT)
            throw new CannotStart(
                    Code.DATA_OF_NEWER_VERSION,
                    "The data folder %s was written by a newer Chargehand (layout %s; this one knows %d)."
                            .formatted(top, layout, LAYOUT),
                    "Start it with the newer Chargehand, or restore a backup of this version into another folder.");
    }

    private void mark() throws IOException {
        try (var content = Files.list(top)) {
            if (content.findAny().isPresent())
                throw new CannotStart(
                        Code.NOT_A_DATA_FOLDER,
                        "The folder %s holds files that are not Chargehand's.".formatted(top),
                        "Name an empty folder, or one that Chargehand made, with --data.");
        }
        PrivateFiles.write(marker(), Map.of(LAYOUT_KEY, Integer.toString(LAYOUT)));
    }

    private void tryWriting() throws IOException {
        var trial = top.resolve(".writable");
        Files.deleteIfExists(trial);
        Files.write(trial, new byte[4096], java.nio.file.StandardOpenOption.CREATE_NEW);
        Files.delete(trial);
    }

    /// What a failure to write here means, as a sentence.
    CannotStart notWritable(IOException e) {
        if (isDiskFull(e)) return diskFull(e);
        var why = switch (e) {
            case AccessDeniedException denied -> "the user %s may not".formatted(System.getProperty("user.name"));
            case FileSystemException failed when failed.getReason() != null -> failed.getReason();
            case IOException other -> other.toString();
        };
        return new CannotStart(
                Code.FOLDER_NOT_WRITABLE,
                "The data folder %s can't be written: %s.".formatted(top, why),
                "Give the folder to the user who starts the server, or name another one with --data.",
                e);
    }

    CannotStart diskFull(Throwable cause) {
        return new CannotStart(
                Code.DISK_FULL,
                "The disk that holds the data folder %s is full.".formatted(top),
                "Free some space (an empty database needs about 200 MB) and start again; nothing is lost.",
                cause);
    }

    static boolean isDiskFull(Throwable e) {
        var message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("no space left on device") || message.contains("disk quota exceeded");
    }

    /// Absolute.
    public Path top() {
        return top;
    }

    private Path marker() {
        return top.resolve("chargehand.properties");
    }

    Path lock() {
        return top.resolve("server.lock");
    }

    Path holder() {
        return top.resolve("server.properties");
    }

    Path access() {
        return top.resolve("database.properties");
    }

    Path postgres() {
        return top.resolve("postgres");
    }
}
