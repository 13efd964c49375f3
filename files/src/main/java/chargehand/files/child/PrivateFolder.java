package chargehand.files.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;

/// A new folder that nobody else may look into; closing deletes it with all that is in it.
public record PrivateFolder(Path path) implements AutoCloseable {
    public static PrivateFolder create() throws IOException {
        var ownerAlone = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        return new PrivateFolder(Files.createTempDirectory("chargehand-", ownerAlone));
    }

    @Override
    public void close() throws IOException {
        try (var all = Files.walk(path)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        }
    }
}
