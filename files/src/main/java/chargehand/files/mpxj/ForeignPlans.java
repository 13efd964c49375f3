package chargehand.files.mpxj;

import chargehand.files.FileKind;
import chargehand.files.ReadPlan;
import chargehand.files.Reading;
import chargehand.files.UnreadableFile;
import chargehand.files.own.JsonPlans;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Reads the files of other programs in a child process, which gets the bytes and answers with a plan of
/// our own format. A file that crashes, floods or stalls its reader harms that process alone.
public final class ForeignPlans {
    private static final int LINES_OF_REFUSAL = 3;

    private ForeignPlans() {}

    /// @param kind none of our own
    /// @param content from its first byte; not closed
    /// @throws UnreadableFile if the reader refuses the file, or dies of it
    /// @throws IOException if the content can't be read, or no process started
    public static ReadPlan read(FileKind kind, InputStream content, Reading reading)
            throws UnreadableFile, IOException {
        var ended = ReaderProcess.run(ForeignPlanReader.arguments(kind, reading), content);
        return switch (ended) {
            case ReaderProcess.Ended.Normally(var output) -> JsonPlans.read(output, reading);
            case ReaderProcess.Ended.Refusing(var output) -> throw refusal(output, kind);
            case ReaderProcess.Ended.TooMuchInput() ->
                throw new UnreadableFile(
                        "file-too-large",
                        "The %s file has more than 256 MB, more than any plan needs.".formatted(kind.format()),
                        "Check that it is the right file, or split the project.");
            case ReaderProcess.Ended.OutOfTime() ->
                throw new UnreadableFile(
                        "file-too-slow",
                        "The %s file takes too long to read; reading was stopped.".formatted(kind.format()),
                        "Save it again from its program; if it is that large, split the project.");
            case ReaderProcess.Ended.OutOfMemory() ->
                throw new UnreadableFile(
                        "file-too-complex",
                        "The %s file needs more memory than any plan should.".formatted(kind.format()),
                        "Save it again from its program; if it is that large, split the project.");
            case ReaderProcess.Ended.Crashed() -> throw damaged(kind);
        };
    }

    static UnreadableFile damaged(FileKind kind) {
        return new UnreadableFile("file-damaged", damagedMessage(kind), DAMAGED_HINT);
    }

    static final String DAMAGED_HINT = "Open it in the program that it comes from, and save it again.";

    static String damagedMessage(FileKind kind) {
        return "The file begins like a %s file, but is cut off or damaged.".formatted(kind.format());
    }

    private static UnreadableFile refusal(byte[] output, FileKind kind) {
        var lines = new String(output, StandardCharsets.UTF_8).lines().toList();
        return lines.size() == LINES_OF_REFUSAL ? refusal(lines) : damaged(kind);
    }

    private static UnreadableFile refusal(List<String> lines) {
        return new UnreadableFile(lines.get(0), lines.get(1), lines.get(2));
    }
}
