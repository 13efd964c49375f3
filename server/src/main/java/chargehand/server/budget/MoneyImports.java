package chargehand.server.budget;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tables that were read and wait to be taken; for a day, and for that account alone.
@Repository
class MoneyImports {
    private static final Duration KEPT = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Clock clock;

    MoneyImports(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Stored(String name, byte[] content) {}

    /// Also throws away what nobody took in time.
    void insert(UUID id, UUID account, String name, byte[] content) {
        jdbc.sql("delete from budget.import where expires < :now")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                insert into budget.import (id, account, expires, name, content)
                values (:id, :account, :expires, :name, :content)
                """)
                .param("id", id)
                .param("account", account)
                .param("expires", clock.instant().plus(KEPT).atOffset(ZoneOffset.UTC))
                .param("name", name)
                .param("content", content)
                .update();
    }

    /// Out of the store: it is taken once.
    Optional<Stored> take(UUID id, UUID account) {
        return jdbc.sql("""
                delete from budget.import where id = :id and account = :account and expires >= :now
                returning name, content
                """)
                .param("id", id)
                .param("account", account)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Stored(
                        Objects.requireNonNull(row.getString("name")), Objects.requireNonNull(row.getBytes("content"))))
                .optional();
    }
}
