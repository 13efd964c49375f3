package chargehand.server.forecasting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Histories that were read and wait for their reader to take them; for a day, and for that account
/// alone.
@Repository
class HistoryImports {
    private static final Duration KEPT = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    HistoryImports(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /// @param columns where each stands, from 0, by the names that programs have for them
    record Stored(UUID id, String name, byte[] packed, Map<String, Integer> columns) {
        /// As a file again, which whoever asks has to delete.
        Path unpacked() throws IOException {
            var file = Files.createTempFile("history", ".csv");
            try (var in = new GZIPInputStream(new java.io.ByteArrayInputStream(packed))) {
                Files.copy(in, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
            return file;
        }
    }

    static byte[] packed(Path file) {
        var bytes = new java.io.ByteArrayOutputStream();
        try (InputStream in = Files.newInputStream(file);
                var out = new GZIPOutputStream(bytes)) {
            in.transferTo(out);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return bytes.toByteArray();
    }

    /// Also throws away what nobody took in time.
    void insert(UUID account, Stored stored) {
        jdbc.sql("delete from forecasting.history_import where expires < :now")
                .param("now", History.utc(clock.instant()))
                .update();
        jdbc.sql("""
                insert into forecasting.history_import (id, account, expires, name, content, columns)
                values (:id, :account, :expires, :name, :content, cast(:columns as jsonb))
                """)
                .param("id", stored.id())
                .param("account", account)
                .param("expires", History.utc(clock.instant().plus(KEPT)))
                .param("name", stored.name())
                .param("content", stored.packed())
                .param("columns", json.writeValueAsString(stored.columns()))
                .update();
    }

    void setColumns(UUID id, Map<String, Integer> columns) {
        jdbc.sql("update forecasting.history_import set columns = cast(:columns as jsonb) where id = :id")
                .param("id", id)
                .param("columns", json.writeValueAsString(columns))
                .update();
    }

    /// Locked until the end of the transaction, so that it is taken once.
    Optional<Stored> find(UUID id, UUID account) {
        return jdbc.sql("""
                select name, content, columns from forecasting.history_import
                where id = :id and account = :account and expires >= :now for update
                """)
                .param("id", id)
                .param("account", account)
                .param("now", History.utc(clock.instant()))
                .query((row, number) -> new Stored(
                        id,
                        Objects.requireNonNull(row.getString("name")),
                        Objects.requireNonNull(row.getBytes("content")),
                        json.readValue(row.getString("columns"), new TypeReference<Map<String, Integer>>() {})))
                .optional();
    }

    /// @return whether it was there
    boolean remove(UUID id, UUID account) {
        return jdbc.sql("delete from forecasting.history_import where id = :id and account = :account")
                        .param("id", id)
                        .param("account", account)
                        .update()
                > 0;
    }
}
