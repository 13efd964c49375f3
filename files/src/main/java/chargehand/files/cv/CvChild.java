package chargehand.files.cv;

import chargehand.files.child.ChildCommand;
import chargehand.files.child.PrivateFolder;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A child process with [CvReader] in it, which reads file after file; another takes its place when it has died, or has
/// used up most of the processor time that it may have.
final class CvChild implements AutoCloseable {
    private static final int MOST_ANSWER = 8 * 1024 * 1024;
    /// Of the sixty seconds that it may have.
    private static final Duration WORN = Duration.ofSeconds(30);

    private final Duration deadline;
    private @Nullable Process process;
    private @Nullable PrivateFolder folder;
    private @Nullable DataOutputStream files;
    private @Nullable DataInputStream answers;
    private int answered;

    /// @param deadline how long one file may take
    CvChild(Duration deadline) {
        this.deadline = deadline;
    }

    /// A file that kills a process which has read others before is tried once more in a new one: what they have left
    /// behind should not be its fault.
    ///
    /// @param table whether an XLSX is read, too
    CvFile read(byte[] bytes, boolean table) throws IOException {
        if (isWorn()) close();
        boolean used = answered > 0;
        var read = attempt(bytes, table);
        if (read == null && used && status() != Status.SLOW) read = attempt(bytes, table);
        return read == null ? refusal() : read;
    }

    private enum Status {
        ALIVE,
        SLOW,
        OUT_OF_MEMORY,
        CRASHED
    }

    private Status status = Status.ALIVE;

    private Status status() {
        return status;
    }

    private @Nullable CvFile attempt(byte[] bytes, boolean table) throws IOException {
        start();
        var answer = CompletableFuture.supplyAsync(() -> ask(bytes, table), Thread::startVirtualThread);
        try {
            var read = answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            if (read != null) {
                answered++;
                return read.file();
            }
            status = endedBy();
        } catch (TimeoutException slow) {
            status = Status.SLOW;
        } catch (ExecutionException | IllegalArgumentException nonsense) {
            status = Status.CRASHED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while a CV was read.");
        } finally {
            if (status != Status.ALIVE) close();
        }
        return null;
    }

    /// Null if the process died of it.
    private @Nullable Extracted ask(byte[] bytes, boolean table) {
        var to = files;
        var from = answers;
        if (to == null || from == null) return null;
        try {
            to.writeInt(bytes.length);
            to.writeBoolean(table);
            to.write(bytes);
            to.flush();
            int length = from.readInt();
            if (length < 0 || length > MOST_ANSWER) return null;
            var answer = from.readNBytes(length);
            return answer.length == length ? Extracted.of(answer) : null;
        } catch (IOException dead) {
            return null;
        }
    }

    private void start() throws IOException {
        status = Status.ALIVE;
        if (process != null && process.isAlive()) return;
        close();
        folder = PrivateFolder.create();
        var builder = new ProcessBuilder(CvReader.COMMAND.line(folder.path(), List.of()))
                .directory(folder.path().toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        var started = builder.start();
        process = started;
        files = new DataOutputStream(started.getOutputStream());
        answers = new DataInputStream(new BufferedInputStream(started.getInputStream()));
        answered = 0;
    }

    private Status endedBy() throws IOException, InterruptedException {
        if (process == null || !process.waitFor(5, TimeUnit.SECONDS)) return Status.CRASHED;
        return switch (process.exitValue()) {
            case ChildCommand.OUT_OF_MEMORY -> Status.OUT_OF_MEMORY;
            case ChildCommand.OUT_OF_PROCESSOR_TIME, ChildCommand.KILLED -> Status.SLOW;
            case ChildCommand.NOT_LIMITED ->
                throw new IOException("The process that reads CVs can't be limited on this machine.");
            default -> Status.CRASHED;
        };
    }

    private CvFile refusal() {
        return switch (status) {
            case SLOW ->
                CvFile.without(
                        CvFile.State.BROKEN, "It takes too long to read; reading was stopped. Ask for a simpler one.");
            case OUT_OF_MEMORY ->
                CvFile.without(CvFile.State.BROKEN, "It needs more memory than any CV should. Ask for a simpler one.");
            case ALIVE, CRASHED ->
                CvFile.without(CvFile.State.BROKEN, "Its reader broke down on it. Ask for it in another format.");
        };
    }

    private boolean isWorn() {
        return process != null
                && process.info()
                        .totalCpuDuration()
                        .filter(used -> used.compareTo(WORN) > 0)
                        .isPresent();
    }

    @Override
    public void close() {
        if (process != null) process.destroyForcibly();
        process = null;
        files = null;
        answers = null;
        answered = 0;
        if (folder == null) return;
        try {
            folder.close();
        } catch (IOException leftBehind) {
            // The system's own clearing takes an empty folder away.
        }
        folder = null;
    }
}
