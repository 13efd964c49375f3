package chargehand.files.mpxj;

import chargehand.files.child.ChildCommand;
import chargehand.files.child.PrivateFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/// One run of [ForeignPlanReader] in a process of its own, with an empty environment, a private folder, the
/// limits of [ChildCommand], bounds on what goes in and comes out, and a deadline.
final class ReaderProcess {
    /// So much of a file goes in at most.
    static final long MOST_BYTES = 256L * 1024 * 1024;

    private static final int MOST_OUTPUT = 64 * 1024 * 1024;
    private static final int DEADLINE_SECONDS = 60;

    sealed interface Ended {
        record Normally(byte[] output) implements Ended {}

        record Refusing(byte[] output) implements Ended {}

        record TooMuchInput() implements Ended {}

        record OutOfTime() implements Ended {}

        record OutOfMemory() implements Ended {}

        record Crashed() implements Ended {}
    }

    private final Process process;
    private volatile boolean tooLate;

    private ReaderProcess(Process process) {
        this.process = process;
    }

    static Ended run(List<String> arguments, InputStream content) throws IOException {
        try (var folder = PrivateFolder.create()) {
            var builder = new ProcessBuilder(ForeignPlanReader.COMMAND.line(folder.path(), arguments))
                    .directory(folder.path().toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().clear();
            return new ReaderProcess(builder.start()).answer(content);
        }
    }

    private Ended answer(InputStream content) throws IOException {
        var feeding = new FutureTask<>(() -> feed(content));
        Thread.startVirtualThread(feeding);
        Thread.startVirtualThread(this::killAtDeadline);
        try (var output = process.getInputStream()) {
            var answer = output.readNBytes(MOST_OUTPUT + 1);
            if (answer.length > MOST_OUTPUT) return new Ended.Crashed();
            var status = process.waitFor();
            return feeding.get() ? ended(status, answer) : new Ended.TooMuchInput();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while a file was read.");
        } catch (ExecutionException e) {
            throw new IOException("The file can't be read to its end.", e.getCause());
        } finally {
            kill();
        }
    }

    /// False if there is more than may go in: then the process is killed.
    private boolean feed(InputStream content) throws IOException {
        var input = process.getOutputStream();
        var buffer = new byte[64 * 1024];
        long fed = 0;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            fed += read;
            if (fed > MOST_BYTES) {
                kill();
                return false;
            }
            if (!accepts(input, buffer, read)) return true;
        }
        accepts(input, buffer, 0);
        return true;
    }

    /// A process that has enough, or is dead, takes no more; how it ended says why.
    private static boolean accepts(OutputStream input, byte[] buffer, int length) {
        try {
            if (length == 0) input.close();
            else input.write(buffer, 0, length);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void killAtDeadline() {
        try {
            if (process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) return;
            tooLate = true;
            kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private Ended ended(int status, byte[] answer) throws IOException {
        if (tooLate) return new Ended.OutOfTime();
        return switch (status) {
            case 0 -> new Ended.Normally(answer);
            case ForeignPlanReader.REFUSED -> new Ended.Refusing(answer);
            case ChildCommand.OUT_OF_MEMORY -> new Ended.OutOfMemory();
            case ChildCommand.OUT_OF_PROCESSOR_TIME, ChildCommand.KILLED -> new Ended.OutOfTime();
            case ChildCommand.NOT_LIMITED ->
                throw new IOException("The process that reads foreign files can't be limited on this machine.");
            default -> new Ended.Crashed();
        };
    }
}
