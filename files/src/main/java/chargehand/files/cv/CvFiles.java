package chargehand.files.cv;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// Reads CVs: the front door. Keeps some limited child processes, each of which reads one file after the other; a file
/// that kills its reader, or keeps it too long, costs itself alone. For any number of threads.
public final class CvFiles implements AutoCloseable {
    /// So many bytes a CV has at most.
    public static final int MOST_BYTES = 32 * 1024 * 1024;

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final BlockingQueue<CvChild> idle = new LinkedBlockingQueue<>();
    private final int children;

    /// @param children how many files are read at once; processes start when they are needed
    public CvFiles(int children) {
        this(children, DEADLINE);
    }

    /// @param deadline how long one file may take
    CvFiles(int children, Duration deadline) {
        if (children < 1) throw new IllegalArgumentException("There must be a reader (%d).".formatted(children));
        this.children = children;
        for (int i = 0; i < children; i++) idle.add(new CvChild(deadline));
    }

    /// What is in a file. Never fails because of the file: what can't be read has a state and a reason.
    ///
    /// @throws IOException if no process can be started
    public CvFile read(Path file) throws IOException {
        var refusal = refusal(file);
        if (refusal != null) return refusal;
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (AccessDeniedException denied) {
            return CvFile.without(CvFile.State.BROKEN, "You may not read it. Ask its owner for the permission to.");
        } catch (IOException failure) {
            return CvFile.without(CvFile.State.BROKEN, "It could not be read from the disk. Try again.");
        }
        return read(bytes, String.valueOf(file.getFileName()));
    }

    /// @param name as the file is called; only its ending is looked at
    /// @throws IOException if no process can be started
    public CvFile read(byte[] bytes, String name) throws IOException {
        return read(bytes, name, false);
    }

    /// The same of files that need not be CVs: the words of a table are read, too.
    ///
    /// @throws IOException if no process can be started
    public CvFile words(byte[] bytes) throws IOException {
        return read(bytes, "", true);
    }

    /// The beginning of a file that is text, plain or marked up by signs; null if it takes a reader, or
    /// nobody can read it.
    ///
    /// @param most bytes that are looked at
    public static @Nullable String plain(byte[] bytes, int most) {
        return switch (CvKind.of(bytes)) {
            case TEXT, HTML, XML, JSON, RTF, EMPTY ->
                CvKind.decoded(Arrays.copyOf(bytes, Math.min(bytes.length, most)));
            case PDF, ZIP, OLE2, PICTURE, UNKNOWN -> null;
        };
    }

    private CvFile read(byte[] bytes, String name, boolean table) throws IOException {
        if (bytes.length == 0) return CvFile.without(CvFile.State.EMPTY, "It holds nothing.");
        if (bytes.length > MOST_BYTES) return tooLarge();
        CvChild child;
        try {
            child = idle.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while a CV waited for a reader.");
        }
        try {
            return withNameNoted(child.read(bytes, table), bytes, name);
        } finally {
            idle.add(child);
        }
    }

    private static @Nullable CvFile refusal(Path file) throws IOException {
        if (!Files.exists(file))
            return CvFile.without(CvFile.State.BROKEN, "There is no such file. Check name and folder.");
        if (!Files.isRegularFile(file))
            return CvFile.without(CvFile.State.BROKEN, "It is no file. Name a file, or its folder.");
        if (Files.size(file) > MOST_BYTES) return tooLarge();
        return null;
    }

    private static CvFile tooLarge() {
        return CvFile.without(
                CvFile.State.BROKEN, "It has more than 32 MB, more than any CV needs. Ask for a smaller one.");
    }

    private static CvFile withNameNoted(CvFile read, byte[] bytes, String name) {
        int dot = name.lastIndexOf('.');
        var extension = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        var kind = CvKind.of(bytes);
        boolean matches = kind.hasExtension(extension)
                || !CvKind.isKnownExtension(extension)
                || kind == CvKind.EMPTY
                || kind == CvKind.UNKNOWN;
        if (matches) return read;
        var note = "Its name ends in .%s, but it is a %s file.".formatted(extension, kind.format());
        var reason = read.reason().isEmpty() ? note : read.reason() + " " + note;
        return new CvFile(read.state(), reason, read.text());
    }

    /// Ends the child processes; no file may be being read.
    @Override
    public void close() {
        for (int i = 0; i < children; i++) {
            var child = idle.poll();
            if (child != null) child.close();
        }
    }
}
