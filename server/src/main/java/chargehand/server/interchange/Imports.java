package chargehand.server.interchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What was read from files and waits for its reader to take it; for a day, and for that account alone.
@Repository
class Imports {
    static final Duration KEPT = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Clock clock;

    Imports(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    enum Kind {
        plans,
        people
    }

    /// @param about what the dry run said, as JSON
    record StoredFile(String name, byte @Nullable [] content, String about) {}

    record Stored(UUID id, @Nullable UUID client, Instant expires, List<StoredFile> files) {}

    /// Also throws away what nobody took in time.
    void insert(UUID id, UUID account, Kind kind, @Nullable UUID client, List<StoredFile> files) {
        jdbc.sql("delete from interchange.import where expires < :now")
                .param("now", utc(clock.instant()))
                .update();
        jdbc.sql("""
                insert into interchange.import (id, account, kind, client, expires)
                values (:id, :account, :kind, :client, :expires)
                """)
                .param("id", id)
                .param("account", account)
                .param("kind", kind.name())
                .param("client", client)
                .param("expires", utc(clock.instant().plus(KEPT)))
                .update();
        for (int i = 0; i < files.size(); i++) insert(id, i, files.get(i));
    }

    private void insert(UUID id, int place, StoredFile file) {
        jdbc.sql("""
                insert into interchange.import_file (import, place, name, content, about)
                values (:id, :place, :name, :content, cast(:about as jsonb))
                """)
                .param("id", id)
                .param("place", place)
                .param("name", file.name())
                .param("content", file.content() == null ? null : packed(file.content()))
                .param("about", file.about())
                .update();
    }

    /// Locked until the end of the transaction, so that it is taken once.
    Optional<Stored> find(UUID id, UUID account, Kind kind) {
        var files = jdbc.sql(
                        "select name, content, about from interchange.import_file where import = :id order by place")
                .param("id", id)
                .query(Imports::file)
                .list();
        return jdbc.sql("""
                select client, expires from interchange.import
                where id = :id and account = :account and kind = :kind and expires >= :now
                for update
                """)
                .param("id", id)
                .param("account", account)
                .param("kind", kind.name())
                .param("now", utc(clock.instant()))
                .query((row, number) -> new Stored(
                        id,
                        row.getObject("client", UUID.class),
                        row.getObject("expires", OffsetDateTime.class).toInstant(),
                        files))
                .optional();
    }

    boolean remove(UUID id, UUID account) {
        return jdbc.sql("delete from interchange.import where id = :id and account = :account")
                        .param("id", id)
                        .param("account", account)
                        .update()
                > 0;
    }

    private static StoredFile file(ResultSet row, int number) throws SQLException {
        var content = row.getBytes("content");
        return new StoredFile(
                Objects.requireNonNull(row.getString("name")),
                content == null ? null : unpacked(content),
                Objects.requireNonNull(row.getString("about")));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static byte[] packed(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var packing = new GZIPOutputStream(bytes)) {
            packing.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] unpacked(byte[] content) {
        try (var unpacking = new GZIPInputStream(new ByteArrayInputStream(content))) {
            return unpacking.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
