package chargehand.server.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The events of the last day, in the order of their commits.
@Component
class EventLog {
    static final String CHANNEL = "chargehand_events";

    private final JdbcClient jdbc;

    EventLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The last act of a transaction, and one statement, since all others wait for its lock. That is released only when
    /// the commit can be seen; until then nobody else gets a number, so a reader never passes one still to come.
    void append(List<Event> events) {
        jdbc.sql("""
                with turn as materialized (select pg_advisory_xact_lock(hashtext('outbox.event'))),
                told as (
                    insert into outbox.event (noun, id, version, by, scope, of)
                    select t.noun, t.id, t.version, t.by, t.scope, t.of
                    from turn, unnest(cast(:nouns as text[]), cast(:ids as uuid[]), cast(:versions as bigint[]),
                        cast(:authors as uuid[]), cast(:scopes as text[]), cast(:places as uuid[]))
                        with ordinality as t (noun, id, version, by, scope, of, place)
                    order by t.place
                    returning seq)
                select pg_notify(:channel, cast(max(seq) as text)) from told
                """)
                .param("nouns", events.stream().map(Event::noun).toArray(String[]::new))
                .param("ids", events.stream().map(Event::id).toArray(UUID[]::new))
                .param("versions", events.stream().map(Event::version).toArray(Long[]::new))
                .param("authors", events.stream().map(Event::by).toArray(UUID[]::new))
                .param("scopes", events.stream().map(each -> kind(each.scope())).toArray(String[]::new))
                .param("places", events.stream().map(each -> of(each.scope())).toArray(UUID[]::new))
                .param("channel", CHANNEL)
                .query(row -> {});
    }

    private static String kind(EventScope scope) {
        return switch (scope) {
            case EventScope.Company() -> "company";
            case EventScope.Client _ -> "client";
            case EventScope.Project _ -> "project";
            case EventScope.Account _ -> "account";
        };
    }

    private static @Nullable UUID of(EventScope scope) {
        return switch (scope) {
            case EventScope.Company() -> null;
            case EventScope.Client(var client) -> client;
            case EventScope.Project(var project) -> project;
            case EventScope.Account(var account) -> account;
        };
    }

    List<Event> after(long seq, long upTo, int most) {
        return jdbc.sql("""
                select * from outbox.event where seq > :seq and seq <= :upTo order by seq limit :most
                """)
                .param("seq", seq)
                .param("upTo", upTo)
                .param("most", most)
                .query((row, _) -> event(row))
                .list();
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(
                row.getLong("seq"),
                row.getString("noun"),
                row.getObject("id", UUID.class),
                row.getObject("version", Long.class),
                row.getObject("by", UUID.class),
                scope(row.getString("scope"), row.getObject("of", UUID.class)));
    }

    private static EventScope scope(String kind, @Nullable UUID of) {
        return switch (kind) {
            case "client" -> EventScope.client(Objects.requireNonNull(of));
            case "project" -> EventScope.project(Objects.requireNonNull(of));
            case "account" -> EventScope.account(Objects.requireNonNull(of));
            case "company" -> EventScope.company();
            default -> throw new IllegalArgumentException(kind);
        };
    }

    long last() {
        return jdbc.sql("select coalesce(max(seq), 0) from outbox.event")
                .query(Long.class)
                .single();
    }

    /// Whether everything after this one is still there.
    boolean reachesBackTo(long seq) {
        return jdbc.sql("select coalesce(min(seq) <= :seq + 1, false) from outbox.event")
                .param("seq", seq)
                .query(Boolean.class)
                .single();
    }

    /// By the database's own clock: the server's may stand still.
    @Scheduled(initialDelayString = "PT15M", fixedDelayString = "PT1H")
    void prune() {
        jdbc.sql("delete from outbox.event where at < now() - interval '1 day' and seq < :last")
                .param("last", last())
                .update();
    }
}
