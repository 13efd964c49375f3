package chargehand.server.outbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The answers of the last 24 hours to requests that had a key.
@Component
class Answers {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Answers(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// Until the transaction ends nobody else, on no node, works on a request with this key. The database lets go of
    /// it by itself when the server dies.
    ///
    /// @return false if somebody does already
    boolean begin(RequestKey key) {
        return jdbc.sql("select pg_try_advisory_xact_lock(:number)")
                .param("number", key.number())
                .query(Boolean.class)
                .single();
    }

    /// @param request what makes the request the same, as a hash
    record Kept(byte[] request, Answer answer) {}

    Optional<Kept> find(RequestKey key) {
        return jdbc.sql("select request, sealed from outbox.answer where key = :key and at > now() - interval '1 day'")
                .param("key", key.name())
                .query((row, _) -> new Kept(row.getBytes("request"), read(key.open(row.getBytes("sealed")))))
                .optional();
    }

    void keep(RequestKey key, byte[] request, Answer answer) {
        jdbc.sql("""
                insert into outbox.answer (key, request, sealed) values (:key, :request, :sealed)
                on conflict (key) do update set request = excluded.request, sealed = excluded.sealed, at = excluded.at
                """)
                .param("key", key.name())
                .param("request", request)
                .param("sealed", key.seal(written(answer)))
                .update();
    }

    private byte[] written(Answer answer) {
        var bytes = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(bytes)) {
            packed.write(json.writeValueAsBytes(answer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private Answer read(byte[] written) {
        try (var packed = new GZIPInputStream(new ByteArrayInputStream(written))) {
            return json.readValue(packed.readAllBytes(), Answer.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// By the database's own clock, as they are kept.
    @Scheduled(initialDelayString = "PT16M", fixedDelayString = "PT1H")
    void prune() {
        jdbc.sql("delete from outbox.answer where at < now() - interval '1 day'")
                .update();
    }
}
