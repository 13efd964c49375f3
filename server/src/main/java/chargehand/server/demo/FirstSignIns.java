package chargehand.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// How to sign in to the demo, one line a role: `first-sign-in.json` in the data folder, for its owner alone.
final class FirstSignIns {
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final List<Line> lines = new ArrayList<>();
    private final @Nullable String everyones;

    record Line(String role, String account, String password) {}

    /// @param everyones the password of all, for tests; or null for one of chance each
    FirstSignIns(@Nullable String everyones) {
        this.everyones = everyones;
    }

    /// The password of a new account, which is noted.
    String add(String role, String account) {
        var password = everyones == null ? ofChance() : everyones;
        lines.add(new Line(role, account, password));
        return password;
    }

    /// Letters and figures that nobody takes for each other.
    private static String ofChance() {
        var password = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) password.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        return password.toString();
    }

    /// Whole or not at all, and never readable by others, not even for a moment.
    void write(Path folder, JsonMapper json) {
        try {
            var draft = folder.resolve("first-sign-in.json.draft");
            Files.deleteIfExists(draft);
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix"))
                Files.createFile(
                        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, json.writerWithDefaultPrettyPrinter().writeValueAsString(lines) + "\n");
            Files.move(
                    draft,
                    folder.resolve("first-sign-in.json"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
