package chargehand.server.interchange;

import chargehand.files.PlanFiles;
import chargehand.files.ReadPlan;
import chargehand.files.Reading;
import chargehand.files.UnreadableFile;
import chargehand.server.shared.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneId;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads an uploaded plan, in a folder that nobody else can look into and that is gone afterwards. Files of other
/// programs are read in a child process with limits; one at a time, since each may need as much memory as the server.
@Component
class UploadReading {
    private static final int MOST_SECONDS_TO_WAIT = 60;

    private final Semaphore readers = new Semaphore(1, true);

    /// @param name without any path
    /// @throws UnreadableFile if it is no plan; its sentences call it by that name
    /// @throws Problem if too many others are being read
    ReadPlan read(String name, InputStream content, ZoneId zone) throws UnreadableFile, IOException {
        var folder = Files.createTempDirectory(
                "chargehand-import",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var file = folder.resolve(name);
        try {
            Files.copy(content, file);
            return read(file, zone);
        } catch (UnreadableFile unreadable) {
            throw new UnreadableFile(
                    unreadable.code(), without(folder, unreadable.getMessage()), without(folder, unreadable.hint()));
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    private static String without(Path folder, @Nullable String sentence) {
        return String.valueOf(sentence).replace(folder + "/", "");
    }

    private ReadPlan read(Path file, ZoneId zone) throws UnreadableFile, IOException {
        try {
            if (!readers.tryAcquire(MOST_SECONDS_TO_WAIT, TimeUnit.SECONDS)) throw busy();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return PlanFiles.read(file, new Reading(zone, null));
        } finally {
            readers.release();
        }
    }

    private static Problem busy() {
        return Problem.of(
                        503,
                        "busy",
                        "Other files are being read",
                        "The server reads one file at a time, and others were before this one for a minute.")
                .hint("Try again in a minute.");
    }
}
