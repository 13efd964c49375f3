package chargehand.server.identity;

import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// With which programs act for an account: `Authorization: Bearer …`.
@Component
class Tokens {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Tokens(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /// @param until from when on it is refused; absent: never
    record Token(
            UUID id,
            String name,
            Instant since,
            @Nullable Instant lastUsed,
            @Nullable Instant until) {}

    /// @param secret shown this once
    record NewToken(UUID id, String name, String secret) {}

    List<Token> of(UUID account) {
        return jdbc.sql("""
                select id, name, since, last_used, until from identity.token
                where account = :account order by since desc, id
                """)
                .param("account", account)
                .query((row, _) -> new Token(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getTimestamp("since").toInstant(),
                        instant(row.getTimestamp("last_used")),
                        instant(row.getTimestamp("until"))))
                .list();
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    @Transactional
    NewToken create(Caller caller, String name, @Nullable Instant until) {
        var secret = Secret.next(Secret.Kind.TOKEN);
        var id = Ids.next(clock);
        var plain = Values.name("name", name);
        jdbc.sql("""
                insert into identity.token (id, secret, account, name, since, until)
                values (:id, :secret, :account, :name, :now, :until)
                """)
                .param("id", id)
                .param("secret", secret.hash())
                .param("account", caller.account())
                .param("name", plain)
                .param("now", Timestamp.from(clock.instant()))
                .param("until", until == null ? null : Timestamp.from(until), Types.TIMESTAMP)
                .update();
        events.publishEvent(
                new IdentityChanged(caller, "token-created", "token", id, null, null, Map.of("name", plain)));
        return new NewToken(id, plain, secret.word());
    }

    @Transactional
    void remove(Caller caller, UUID token) {
        int removed = jdbc.sql("delete from identity.token where id = :token and account = :account")
                .param("token", token)
                .param("account", caller.account())
                .update();
        if (removed == 0) throw Problem.notFound();
        events.publishEvent(
                new IdentityChanged(caller, "token-removed", "token", token, null, caller.account(), Map.of()));
    }
}
