package chargehand.server.identity;

import chargehand.server.shared.Ids;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who is signed in, in the database, so that it is the same on every node and ends everywhere at once.
@Component
public class Sessions {
    private static final Duration BETWEEN_NOTES = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration idle;
    private final Duration longest;

    Sessions(
            JdbcClient jdbc,
            Clock clock,
            @Value("${chargehand.session.idle:7d}") Duration idle,
            @Value("${chargehand.session.longest:30d}") Duration longest) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.idle = idle;
        this.longest = longest;
    }

    Duration longest() {
        return longest;
    }

    /// Starts a session and returns its secret, the value of the cookie `chargehand-session`. It is
    /// not kept.
    @Transactional
    public String start(UUID account, String address, String agent) {
        var secret = Secret.next(Secret.Kind.SESSION);
        var now = clock.instant();
        jdbc.sql("""
                insert into identity.session (id, secret, account, since, last_seen, until, address, agent)
                values (:id, :secret, :account, :now, :now, :until, :address, :agent)
                """)
                .param("id", Ids.next(clock))
                .param("secret", secret.hash())
                .param("account", account)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(longest)))
                .param("address", address)
                .param("agent", agent.substring(0, Math.min(agent.length(), 200)))
                .update();
        return secret.word();
    }

    /// Who comes with this secret, what that account may, and where the asked scope hangs: one query.
    ///
    /// @param project whose client is wanted too, or null
    /// @param client of which is wanted whether there is one, or null
    Optional<SignedIn> find(Secret secret, @Nullable UUID project, @Nullable UUID client) {
        var now = clock.instant();
        var rows = jdbc.sql(secret.is(Secret.Kind.TOKEN) ? BY_TOKEN : BY_SESSION)
                .param("secret", secret.hash())
                .param("now", Timestamp.from(now))
                .param("idleSince", Timestamp.from(now.minus(idle)))
                .param("project", project)
                .param("client", client)
                .query((row, _) -> new Row(
                        row.getObject("entry", UUID.class),
                        instant(row.getTimestamp("seen")),
                        row.getObject("account", UUID.class),
                        row.getString("name"),
                        row.getObject("person", UUID.class),
                        row.getString("role"),
                        row.getObject("grant_client", UUID.class),
                        row.getObject("grant_project", UUID.class),
                        row.getBoolean("project_known"),
                        row.getObject("project_client", UUID.class),
                        row.getObject("project_home", UUID.class),
                        row.getBoolean("client_known")))
                .list();
        if (rows.isEmpty()) return Optional.empty();
        var first = rows.getFirst();
        if (first.seen == null || first.seen.isBefore(now.minus(BETWEEN_NOTES))) note(first.entry, secret, now);
        return Optional.of(new SignedIn(
                new Caller(first.account, first.name, first.person, grants(rows)),
                first.entry,
                secret.is(Secret.Kind.TOKEN),
                first.projectKnown,
                first.projectClient,
                first.projectHome,
                first.clientKnown));
    }

    private static final String WHO = """
            select e.id as entry, e.%1$s as seen, a.id as account, a.name, a.person,
                   g.role, coalesce(g.client, held.client) as grant_client, g.project as grant_project,
                   asked.project is not null as project_known, coalesce(home.client, asked.client) as project_client,
                   asked.draft_of as project_home,
                   c.id is not null as client_known
            from identity.%2$s e
            join identity.account a on a.id = e.account and a.disabled is null
            left join identity.role_grant g on g.account = a.id
            left join identity.project_scope held on held.project = g.project
            left join identity.project_scope asked on asked.project = cast(:project as uuid)
            left join identity.project_scope home on home.project = asked.draft_of
            left join identity.client c on c.id = cast(:client as uuid)
            where e.secret = :secret and %3$s
            """;
    private static final String BY_SESSION =
            WHO.formatted("last_seen", "session", "e.until > :now and e.last_seen > :idleSince");
    private static final String BY_TOKEN = WHO.formatted("last_used", "token", "(e.until is null or e.until > :now)");

    private record Row(
            UUID entry,
            @Nullable Instant seen,
            UUID account,
            String name,
            @Nullable UUID person,
            @Nullable String role,
            @Nullable UUID grantClient,
            @Nullable UUID grantProject,
            boolean projectKnown,
            @Nullable UUID projectClient,
            @Nullable UUID projectHome,
            boolean clientKnown) {}

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private static List<Caller.Grant> grants(List<Row> rows) {
        var grants = new ArrayList<Caller.Grant>();
        for (var row : rows)
            if (row.role != null) grants.add(new Caller.Grant(Role.of(row.role), row.grantClient, row.grantProject));
        return grants;
    }

    /// At most once a minute, or every request would be a write.
    private void note(UUID entry, Secret secret, Instant now) {
        var sql = secret.is(Secret.Kind.TOKEN)
                ? "update identity.token set last_used = :now where id = :entry"
                : "update identity.session set last_seen = :now where id = :entry";
        jdbc.sql(sql).param("now", Timestamp.from(now)).param("entry", entry).update();
    }

    /// A session as its owner sees it.
    ///
    /// @param current whether it is the one that asks
    @Schema(name = "SessionPlace")
    record Place(UUID id, Instant since, Instant lastSeen, String address, String agent, boolean current) {}

    List<Place> of(UUID account, @Nullable UUID current) {
        return jdbc.sql("""
                select id, since, last_seen, address, agent from identity.session
                where account = :account and until > :now and last_seen > :idleSince
                order by last_seen desc, id
                """)
                .param("account", account)
                .param("now", Timestamp.from(clock.instant()))
                .param("idleSince", Timestamp.from(clock.instant().minus(idle)))
                .query((row, _) -> new Place(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("since").toInstant(),
                        row.getTimestamp("last_seen").toInstant(),
                        row.getString("address"),
                        row.getString("agent"),
                        row.getObject("id", UUID.class).equals(current)))
                .list();
    }

    boolean end(UUID account, UUID session) {
        return jdbc.sql("delete from identity.session where id = :session and account = :account")
                        .param("session", session)
                        .param("account", account)
                        .update()
                > 0;
    }

    int endAll(UUID account) {
        return jdbc.sql("delete from identity.session where account = :account")
                .param("account", account)
                .update();
    }

    int endOthers(UUID account, @Nullable UUID except) {
        return jdbc.sql("delete from identity.session where account = :account and id is distinct from :except")
                .param("account", account)
                .param("except", except, java.sql.Types.OTHER)
                .update();
    }

    void sweep() {
        jdbc.sql("delete from identity.session where until < :now or last_seen < :idleSince")
                .param("now", Timestamp.from(clock.instant()))
                .param("idleSince", Timestamp.from(clock.instant().minus(idle)))
                .update();
    }
}
