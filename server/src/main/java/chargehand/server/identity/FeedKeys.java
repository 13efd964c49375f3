package chargehand.server.identity;

import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Secret addresses of calendars. Each opens one calendar, as its account sees it at that moment; it is shown once and
/// kept
/// as a hash.
@Component
public class FeedKeys {
    private final JdbcClient jdbc;
    private final Grants grants;
    private final Accounts accounts;
    private final Scopes scopes;
    private final PortalLinks links;
    private final Companies companies;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FeedKeys(
            JdbcClient jdbc,
            Grants grants,
            Accounts accounts,
            Scopes scopes,
            PortalLinks links,
            Companies companies,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.grants = grants;
        this.accounts = accounts;
        this.scopes = scopes;
        this.links = links;
        this.companies = companies;
        this.events = events;
        this.clock = clock;
    }

    @Schema(name = "FeedKind")
    public enum Kind {
        /// What is somebody's own to do.
        PERSON,
        PROJECT,
        /// Milestones and promises of a project.
        MILESTONES;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    @Schema(name = "FeedKey")
    public record Key(
            UUID id,
            Kind kind,
            @Nullable UUID project,
            Instant since,
            @Nullable Instant lastUsed) {}

    public record Made(Key key, String secret) {
        /// Never says it.
        @Override
        public String toString() {
            return "Made[%s]".formatted(key);
        }
    }

    /// Whose calendar it is, with the grants of this moment.
    public record Opened(Caller caller, Key key, String language) {}

    public List<Key> of(UUID account) {
        return jdbc.sql("select * from identity.feed_key where account = :account order by since, id")
                .param("account", account)
                .query(FeedKeys::key)
                .list();
    }

    private static Key key(ResultSet row, int number) throws SQLException {
        var used = row.getTimestamp("last_used");
        return new Key(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Kind.of(row.getString("kind")),
                row.getObject("project", UUID.class),
                row.getTimestamp("since").toInstant(),
                used == null ? null : used.toInstant());
    }

    /// Makes an address; an earlier one of the same calendar opens nothing any more.
    @Transactional
    public Made make(Caller caller, Kind kind, @Nullable UUID project) {
        jdbc.sql("""
                delete from identity.feed_key
                where account = :account and kind = :kind and project is not distinct from :project
                """)
                .param("account", caller.account())
                .param("kind", kind.word())
                .param("project", project, Types.OTHER)
                .update();
        var secret = Secret.next(Secret.Kind.FEED);
        var key = new Key(Ids.next(clock), kind, project, clock.instant(), null);
        jdbc.sql("""
                insert into identity.feed_key (id, secret, account, kind, project, since)
                values (:id, :secret, :account, :kind, :project, :now)
                """)
                .param("id", key.id())
                .param("secret", secret.hash())
                .param("account", caller.account())
                .param("kind", kind.word())
                .param("project", project, Types.OTHER)
                .param("now", Timestamp.from(key.since()))
                .update();
        tell(caller, "feed-made", key.id(), Map.of("kind", kind.word()));
        return new Made(key, secret.word());
    }

    /// The released dates of a link's project; an earlier address of the same link opens nothing any more.
    @Transactional
    public Made make(PortalLinks.Guest guest) {
        var link = guest.link();
        jdbc.sql("delete from identity.feed_key where link = :link")
                .param("link", link.id())
                .update();
        var secret = Secret.next(Secret.Kind.FEED);
        var key = new Key(Ids.next(clock), Kind.MILESTONES, link.project(), clock.instant(), null);
        jdbc.sql("""
                insert into identity.feed_key (id, secret, link, kind, project, since)
                values (:id, :secret, :link, :kind, :project, :now)
                """)
                .param("id", key.id())
                .param("secret", secret.hash())
                .param("link", link.id())
                .param("kind", key.kind().word())
                .param("project", link.project())
                .param("now", Timestamp.from(key.since()))
                .update();
        tell(guest.caller(), "feed-made", key.id(), Map.of("kind", key.kind().word()));
        return new Made(key, secret.word());
    }

    private void tell(Caller caller, String action, UUID feed, Map<String, Object> detail) {
        events.publishEvent(new IdentityChanged(caller, action, "feed", feed, null, null, detail));
    }

    @Transactional
    public void remove(Caller caller, UUID feed) {
        int removed = jdbc.sql("delete from identity.feed_key where id = :feed and account = :account")
                .param("feed", feed)
                .param("account", caller.account())
                .update();
        if (removed == 0) throw Problem.notFound();
        tell(caller, "feed-removed", feed, Map.of());
    }

    /// Nothing where nobody made it, it was made anew, or its account is disabled.
    @Transactional
    public Optional<Opened> open(String word) {
        var secret = new Secret(word);
        if (!secret.is(Secret.Kind.FEED)) return Optional.empty();
        var hash = secret.hash();
        return jdbc.sql("select * from identity.feed_key where secret = :secret")
                .param("secret", hash)
                .query((row, number) -> new Owned(
                        key(row, number), row.getObject("account", UUID.class), row.getObject("link", UUID.class)))
                .optional()
                .flatMap(this::opened);
    }

    /// @param account whose it is, or `link`
    private record Owned(
            Key key, @Nullable UUID account, @Nullable UUID link) {}

    private Optional<Opened> opened(Owned owned) {
        note(owned.key);
        if (owned.link != null)
            return links.find(owned.link)
                    .map(guest -> new Opened(
                            guest.caller(), owned.key, companies.get().language()));
        return Optional.ofNullable(owned.account)
                .flatMap(accounts::find)
                .filter(account -> account.disabled() == null)
                .map(account -> opened(owned.key, account));
    }

    private void note(Key key) {
        jdbc.sql("update identity.feed_key set last_used = :now where id = :id")
                .param("id", key.id())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private Opened opened(Key key, Account account) {
        var held = grants.of(account.id()).stream().map(this::held).toList();
        return new Opened(new Caller(account.id(), account.name(), account.person(), held), key, account.language());
    }

    private Caller.Grant held(Grant grant) {
        return switch (grant.scope()) {
            case COMPANY -> new Caller.Grant(grant.role(), null, null);
            case CLIENT -> new Caller.Grant(grant.role(), grant.id(), null);
            case PROJECT -> {
                var project = Objects.requireNonNull(grant.id());
                yield new Caller.Grant(grant.role(), scopes.client(project).orElse(null), project);
            }
        };
    }
}
