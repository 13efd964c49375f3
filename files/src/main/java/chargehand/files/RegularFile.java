package chargehand.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// A file that may be opened: there, a file indeed, readable, and of a size that a plan may have.
final class RegularFile {
    /// So many bytes are read at most, whatever a size says.
    static final int MOST_BYTES = 256 * 1024 * 1024;

    private RegularFile() {}

    /// Before it is opened: to open a pipe would wait for somebody to write into it.
    static void check(Path file) throws UnreadableFile, IOException {
        var attributes = attributes(file);
        if (attributes.isDirectory())
            throw new UnreadableFile(
                    "file-is-directory", "%s is a directory.".formatted(file), "Name a project file in it.");
        if (!attributes.isRegularFile())
            throw new UnreadableFile(
                    "file-is-device", "%s is a pipe or a device, no file.".formatted(file), "Save it as a file first.");
        if (attributes.size() == 0)
            throw new UnreadableFile(
                    "file-empty", "%s is empty.".formatted(file), "Check that it was saved or downloaded completely.");
        if (attributes.size() > MOST_BYTES) throw tooLarge(file);
    }

    static InputStream open(Path file) throws UnreadableFile, IOException {
        try {
            return Files.newInputStream(file);
        } catch (AccessDeniedException e) {
            throw notReadable(file);
        }
    }

    private static BasicFileAttributes attributes(Path file) throws UnreadableFile, IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            throw new UnreadableFile(
                    "file-missing", "There is no file %s.".formatted(file), "Check the name and the folder.");
        } catch (AccessDeniedException e) {
            throw notReadable(file);
        } catch (FileSystemException e) {
            throw new UnreadableFile(
                    "file-missing",
                    "%s leads to no file.".formatted(file),
                    "Check whether it is a link to itself, and whether all of its path are folders.");
        }
    }

    private static UnreadableFile notReadable(Path file) {
        return new UnreadableFile(
                "file-not-readable", "You may not read %s.".formatted(file), "Ask its owner for the permission to.");
    }

    static UnreadableFile tooLarge(Path file) {
        return new UnreadableFile(
                "file-too-large",
                "%s has more than 256 MB, more than any plan needs.".formatted(file),
                "Check that it is the right file, or split the project.");
    }
}
