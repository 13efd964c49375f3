package chargehand.bench.kills;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// What the writer was told, on disk before it goes on: a line for each change that was confirmed, and for each answer
/// that should not have been given.
final class Journal implements AutoCloseable {
    private final FileChannel file;

    Journal(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    void confirmed(String change) throws IOException {
        append("confirmed " + change);
    }

    void wrong(String answer) throws IOException {
        append("wrong " + answer.replaceAll("\\s+", " "));
    }

    private synchronized void append(String line) throws IOException {
        file.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
        file.force(false);
    }

    static List<String> confirmedIn(Path path) throws IOException {
        return lines(path, "confirmed ");
    }

    static List<String> wrongIn(Path path) throws IOException {
        return lines(path, "wrong ");
    }

    /// Of whole lines.
    private static List<String> lines(Path path, String kind) throws IOException {
        if (!Files.exists(path)) return List.of();
        var text = Files.readString(path);
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .filter(line -> line.startsWith(kind))
                .map(line -> line.substring(kind.length()))
                .toList();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
