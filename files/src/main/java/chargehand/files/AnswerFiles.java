package chargehand.files;

import chargehand.files.own.JsonAnswers;
import java.io.IOException;
import java.nio.file.Path;

/// Reads files of answers to an assessment: the front door.
public final class AnswerFiles {
    /// More than any answers need; what is larger is another file.
    private static final int MOST_BYTES = 1024 * 1024;

    private AnswerFiles() {}

    /// @throws UnreadableFile if there is no such file, it is no file of answers, or an answer is missing or wrong
    /// @throws IOException if the disk fails while the file is read
    public static JsonAnswers.AnswerFile read(Path file) throws UnreadableFile, IOException {
        RegularFile.check(file);
        try (var content = RegularFile.open(file)) {
            var bytes = content.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES)
                throw new UnreadableFile(
                        "file-too-large",
                        "%s has more than 1 MB, more than any answers need.".formatted(file),
                        "Check that it is the right file.");
            return JsonAnswers.read(bytes);
        }
    }
}
