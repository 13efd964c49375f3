package chargehand.server.reporting;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How often the dates of each event have changed (SEQUENCE, RFC 5545, 3.8.7.4): it grows when somebody reads it with
/// other
/// dates than it was read with last.
@Repository
class FeedNumbers {
    private final JdbcClient jdbc;
    private final Clock clock;

    FeedNumbers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Dates(String uid, String dates) {}

    /// @param stamp since when it has its dates
    record Number(int sequence, Instant stamp) {}

    Map<String, Number> of(List<Dates> events) {
        var uids = events.stream().map(Dates::uid).toArray(String[]::new);
        jdbc.sql("""
                insert into reporting.feed_event as f (uid, dates, stamp)
                select uid, min(dates), :now
                from unnest(cast(:uids as text[]), cast(:dates as text[])) as e(uid, dates)
                group by uid order by uid
                on conflict (uid) do update set dates = excluded.dates, sequence = f.sequence + 1, stamp = excluded.stamp
                where f.dates <> excluded.dates
                """)
                .param("uids", uids)
                .param("dates", events.stream().map(Dates::dates).toArray(String[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        var numbers = new HashMap<String, Number>();
        jdbc.sql("select uid, sequence, stamp from reporting.feed_event where uid = any(cast(:uids as text[]))")
                .param("uids", uids)
                .query(row -> {
                    numbers.put(
                            row.getString("uid"),
                            new Number(
                                    row.getInt("sequence"),
                                    row.getTimestamp("stamp").toInstant()));
                });
        return numbers;
    }
}
