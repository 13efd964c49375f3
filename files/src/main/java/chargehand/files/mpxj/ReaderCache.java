package chargehand.files.mpxj;

import chargehand.files.FileKind;
import chargehand.files.Reading;
import chargehand.files.child.PrivateFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;

/// Run once by the build: reads a file without limits, so that the JVM can write down which classes the
/// reader loads. With that every later reader starts in two thirds of the time; without it, or with an old
/// one, all works as well.
public final class ReaderCache {
    private ReaderCache() {}

    /// @param arguments the name of an MSPDI file
    static void main(String... arguments) throws IOException, InterruptedException {
        try (var folder = PrivateFolder.create()) {
            var reader = ForeignPlanReader.arguments(FileKind.MSPDI, new Reading(ZoneOffset.UTC, null));
            var status = new ProcessBuilder(ForeignPlanReader.COMMAND.training(folder.path(), reader))
                    .redirectInput(Path.of(arguments[0]).toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            System.exit(status);
        }
    }
}
