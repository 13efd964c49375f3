package chargehand.server.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which account is whose, of those who sign in elsewhere.
@Repository
class OpenIdLinks {
    private final JdbcClient jdbc;
    private final Clock clock;

    OpenIdLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<UUID> account(String issuer, String subject) {
        return jdbc.sql("select account from identity.openid_link where issuer = :issuer and subject = :subject")
                .param("issuer", issuer)
                .param("subject", subject)
                .query(UUID.class)
                .optional();
    }

    /// Whether this account waits for somebody who comes from the issuer with its address: only if an administrator
    /// has said so, and nobody has come from there before.
    boolean waits(UUID account, String issuer) {
        return jdbc.sql("""
                select openid_allowed and not exists (
                    select from identity.openid_link l where l.account = a.id and l.issuer = :issuer)
                from identity.account a where a.id = :account
                """)
                .param("account", account)
                .param("issuer", issuer)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /// Says that the account waits, or no longer.
    void wait(UUID account, boolean waits) {
        jdbc.sql("update identity.account set openid_allowed = :waits, version = version + 1 where id = :account")
                .param("waits", waits)
                .param("account", account)
                .update();
    }

    void link(UUID account, String issuer, String subject) {
        jdbc.sql("""
                insert into identity.openid_link (issuer, subject, account, since)
                values (:issuer, :subject, :account, :now)
                """)
                .param("issuer", issuer)
                .param("subject", subject)
                .param("account", account)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
