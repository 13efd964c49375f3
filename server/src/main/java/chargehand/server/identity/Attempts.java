package chargehand.server.identity;

import chargehand.server.shared.Problem;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Slows down guessing. Tries are counted in the database before they are looked at, so that neither many at once nor
/// several nodes give more of them: ten for a login and fifty from an address within a quarter of an hour.
@Component
class Attempts {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int OF_A_LOGIN = 10;
    private static final int FROM_AN_ADDRESS = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    Attempts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void count(String login, String address) {
        count(address(address), FROM_AN_ADDRESS);
        count(login(login), OF_A_LOGIN);
    }

    private void count(String what, int most) {
        over(what, most).ifPresent(wait -> {
            throw tooMany(wait);
        });
    }

    /// Counts one, and says how long to wait where it is one too many.
    Optional<Duration> over(String what, int most) {
        var now = clock.instant();
        var counted = jdbc.sql("""
                insert into identity.attempt as known (what, count, since, until) values (:what, 1, :now, :until)
                on conflict (what) do update set
                    count = case when known.until <= :now then 1 else known.count + 1 end,
                    since = case when known.until <= :now then :now else known.since end,
                    until = case when known.until <= :now then :until else known.until end
                returning count, until
                """)
                .param("what", what)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(WINDOW)))
                .query((row, _) -> new Counted(
                        row.getInt("count"), row.getTimestamp("until").toInstant()))
                .single();
        return counted.count > most ? Optional.of(Duration.between(now, counted.until)) : Optional.empty();
    }

    private record Counted(int count, Instant until) {}

    private static Problem tooMany(Duration wait) {
        long seconds = Math.max(1, wait.toSeconds());
        return Problem.of(
                        429,
                        "too-many-tries",
                        "Too many tries",
                        "There were too many tries to sign in. The next one is possible in %d minutes."
                                .formatted((seconds + 59) / 60))
                .hint("Wait, or ask an administrator for a new invitation.")
                .with("retryAfterSeconds", seconds)
                .with("minutes", (seconds + 59) / 60);
    }

    /// A right password takes its own try back, and those at the same login before it.
    void forget(String login, String address) {
        jdbc.sql("delete from identity.attempt where what = :what")
                .param("what", login(login))
                .update();
        jdbc.sql("update identity.attempt set count = count - 1 where what = :what and count > 0")
                .param("what", address(address))
                .update();
    }

    private static String login(String login) {
        var plain = login.strip().toLowerCase(Locale.ROOT);
        return "login " + plain.substring(0, Math.min(plain.length(), 200));
    }

    /// Of IPv6 the first 64 bits: the rest one gets for nothing.
    static String address(String address) {
        if (!address.contains(":")) return "address " + address;
        try {
            var bytes = InetAddress.getByName(address.replaceFirst("%.*$", "")).getAddress();
            if (bytes.length == 4)
                return "address " + InetAddress.getByAddress(bytes).getHostAddress();
            for (int i = 8; i < bytes.length; i++) bytes[i] = 0;
            return "address " + InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException unreadable) {
            return "address ?";
        }
    }

    void sweep() {
        jdbc.sql("delete from identity.attempt where until < :now")
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
