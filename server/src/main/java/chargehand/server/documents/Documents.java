package chargehand.server.documents;

import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Stores files and gives them back, byte for byte. Nothing in them is read here.
@Repository
public class Documents {
    /// So large may a file be.
    public static final int MOST_BYTES = 10 * 1024 * 1024;

    private static final int LONGEST_NAME = 120;

    private final JdbcClient jdbc;
    private final Clock clock;

    Documents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// @param name as the sender's machine calls it; kept without folders and odd characters
    /// @throws Problem if it is empty, too large, or neither PDF, DOCX nor text
    public Document store(String name, byte[] bytes) {
        needSize(bytes);
        return keep(name, bytes, type(bytes).orElseThrow(Documents::kindUnknown));
    }

    /// The same, whatever it is: for files that a person will look at where no program can.
    ///
    /// @throws Problem if it is too large
    public Document storeAny(String name, byte[] bytes) {
        needSize(bytes);
        return keep(name, bytes, type(bytes).orElse(Document.Type.other));
    }

    private static void needSize(byte[] bytes) {
        if (bytes.length > MOST_BYTES)
            throw Problem.of(413, "too-large", "That is too much", "A file may have 10 MB.")
                    .hint("Send a smaller one.");
    }

    private Document keep(String name, byte[] bytes, Document.Type type) {
        var document = new Document(
                Ids.next(clock),
                plain(name),
                type,
                bytes.length,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        jdbc.sql("""
                insert into documents.document (id, name, type, size, bytes, at)
                values (:id, :name, :type, :size, :bytes, :at)
                """)
                .param("id", document.id())
                .param("name", document.name())
                .param("type", document.type().name())
                .param("size", document.size())
                .param("bytes", bytes)
                .param("at", Timestamp.from(document.at()))
                .update();
        return document;
    }

    private static String plain(String name) {
        var last = name.replaceFirst("^.*[/\\\\]", "")
                .replaceAll("[^\\p{L}\\p{N}. _()-]", "_")
                .strip();
        if (last.isEmpty() || last.startsWith(".")) last = "file" + last;
        return last.length() <= LONGEST_NAME ? last : last.substring(last.length() - LONGEST_NAME);
    }

    private static Optional<Document.Type> type(byte[] bytes) {
        if (startsWith(bytes, "%PDF-")) return Optional.of(Document.Type.pdf);
        // Every DOCX is a ZIP; whether it is a good one is seen by who reads it, apart from this process.
        if (startsWith(bytes, "PK\u0003\u0004")) return Optional.of(Document.Type.docx);
        return bytes.length > 0 && isText(bytes) ? Optional.of(Document.Type.text) : Optional.empty();
    }

    private static Problem kindUnknown() {
        return Problem.of(
                        422,
                        "file-unreadable",
                        "The file can't be taken",
                        "It is empty, or neither a PDF, a DOCX nor a text.")
                .with("reason", "kind-unknown")
                .hint("Save it as PDF and send that.");
    }

    private static boolean startsWith(byte[] bytes, String mark) {
        if (bytes.length < mark.length()) return false;
        for (int i = 0; i < mark.length(); i++) if (bytes[i] != mark.charAt(i)) return false;
        return true;
    }

    private static boolean isText(byte[] bytes) {
        for (byte each : bytes) if (each == 0) return false;
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException noText) {
            return false;
        }
    }

    public Optional<Document> find(UUID id) {
        return jdbc.sql("select id, name, type, size, at from documents.document where id = :id")
                .param("id", id)
                .query((row, number) -> new Document(
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        Document.Type.valueOf(row.getString("type")),
                        row.getInt("size"),
                        row.getTimestamp("at").toInstant()))
                .optional();
    }

    /// The file itself.
    public byte[] bytes(UUID id) {
        return jdbc.sql("select bytes from documents.document where id = :id")
                .param("id", id)
                .query((row, number) -> row.getBytes("bytes"))
                .optional()
                .orElseThrow(Problem::notFound);
    }

    /// For good.
    public void delete(UUID id) {
        jdbc.sql("delete from documents.document where id = :id")
                .param("id", id)
                .update();
    }
}
