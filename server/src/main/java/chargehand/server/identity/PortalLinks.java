package chargehand.server.identity;

import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Secret addresses that open one project's portal, with a password and until a moment, for somebody without an
/// account. Asked of the database each time: what is revoked or over opens nothing from then on.
@Component
public class PortalLinks {
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int MOST = 30;

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Scopes scopes;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PortalLinks(
            JdbcClient jdbc,
            Passwords passwords,
            Attempts attempts,
            Scopes scopes,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.attempts = attempts;
        this.scopes = scopes;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /// @param whom it was made for, as whoever made it calls them
    /// @param opened how often the password was told rightly
    /// @param money whether it shows the pay, where that was released to the client
    @Schema(name = "PortalLink")
    public record Link(
            UUID id,
            UUID project,
            String whom,
            String by,
            Instant since,
            Instant until,
            int opened,
            @Nullable Instant lastOpened,
            boolean money) {}

    public record Made(Link link, String secret) {
        /// Never says it.
        @Override
        public String toString() {
            return "Made[%s]".formatted(link);
        }
    }

    /// Somebody who came by a link. They are a client of its one project, and of nothing else.
    public record Guest(Link link, Caller caller) {}

    /// Those that are not over, the newest first.
    public List<Link> of(UUID project) {
        return jdbc.sql("""
                select * from identity.portal_link where project = :project and until > :now order by since desc, id
                """)
                .param("project", project)
                .param("now", Timestamp.from(clock.instant()))
                .query(PortalLinks::link)
                .list();
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        var opened = row.getTimestamp("last_opened");
        return new Link(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getObject("project", UUID.class)),
                row.getString("whom"),
                row.getString("made_name"),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("until").toInstant(),
                row.getInt("opened"),
                opened == null ? null : opened.toInstant(),
                row.getBoolean("money"));
    }

    /// @param until at most a year from now
    public Made make(Caller caller, UUID project, String whom, Instant until, String password, boolean money) {
        var name = Values.name("whom", whom);
        var now = clock.instant();
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST)))
            throw Problem.invalid("until", "A link ends after now, and within a year.");
        passwords.check(password, name);
        if (of(project).size() >= MOST)
            throw Problem.invalid("whom", "A project has %d links at most.".formatted(MOST))
                    .hint("Take back those that nobody needs any more.");
        var hash = passwords.hash(password);
        var secret = Secret.next(Secret.Kind.LINK);
        var link = new Link(Ids.next(clock), project, name, caller.name(), now, until, 0, null, money);
        transaction.executeWithoutResult(_ -> {
            store(link, secret, hash);
            tell(caller, "portal-link-made", link);
        });
        return new Made(link, secret.word());
    }

    private void store(Link link, Secret secret, String hash) {
        jdbc.sql("""
                insert into identity.portal_link (id, secret, project, whom, password, made_name, since, until, money)
                values (:id, :secret, :project, :whom, :password, :by, :since, :until, :money)
                """)
                .param("id", link.id())
                .param("secret", secret.hash())
                .param("project", link.project())
                .param("whom", link.whom())
                .param("password", hash)
                .param("by", link.by())
                .param("since", Timestamp.from(link.since()))
                .param("until", Timestamp.from(link.until()))
                .param("money", link.money())
                .update();
    }

    private void tell(Caller caller, String action, Link link) {
        var detail = Map.<String, Object>of("whom", link.whom());
        events.publishEvent(
                new IdentityChanged(caller, action, "portal-link", link.id(), link.project(), null, detail));
    }

    /// From now on it opens nothing: neither the portal, where it is open already, nor its calendar.
    public void revoke(Caller caller, UUID project, UUID id) {
        transaction.executeWithoutResult(_ -> {
            var link = jdbc.sql("delete from identity.portal_link where id = :id and project = :project returning *")
                    .param("id", id)
                    .param("project", project)
                    .query(PortalLinks::link)
                    .optional()
                    .orElseThrow(Problem::notFound);
            tell(caller, "portal-link-revoked", link);
        });
    }

    /// Tells the password. Slowed down by link and by address, like signing in.
    ///
    /// @return the secret of a visit, which lasts as long as the link
    public String enter(String word, String password, String address) {
        var hash = new Secret(word).hash();
        var link = find(hash).orElseThrow(Problem::notFound);
        var tries = "link " + link.id();
        attempts.count(tries, address);
        if (!passwords.matches(password, password(link.id()))) throw locked("That is not the password of this link.");
        attempts.forget(tries, address);
        var visit = Secret.next(Secret.Kind.VISIT);
        transaction.executeWithoutResult(_ -> {
            begin(link, visit);
            tell(guest(link).caller(), "portal-link-opened", link);
        });
        return visit.word();
    }

    private Optional<Link> find(byte[] hash) {
        return jdbc.sql("select * from identity.portal_link where secret = :secret and until > :now")
                .param("secret", hash)
                .param("now", Timestamp.from(clock.instant()))
                .query(PortalLinks::link)
                .optional();
    }

    private @Nullable String password(UUID id) {
        return jdbc.sql("select password from identity.portal_link where id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private static Problem locked(String detail) {
        return Problem.of(401, "link-locked", "This asks for a password", detail)
                .hint("Ask whoever sent you the link.");
    }

    private void begin(Link link, Secret visit) {
        jdbc.sql("insert into identity.portal_visit (secret, link, until) values (:secret, :link, :until)")
                .param("secret", visit.hash())
                .param("link", link.id())
                .param("until", Timestamp.from(link.until()))
                .update();
        jdbc.sql("update identity.portal_link set opened = opened + 1, last_opened = :now where id = :id")
                .param("id", link.id())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private Guest guest(Link link) {
        var client = scopes.client(link.project()).orElse(null);
        var grant = new Caller.Grant(Role.CLIENT, client, link.project());
        return new Guest(link, new Caller(link.id(), link.whom(), null, List.of(grant)));
    }

    /// Who comes by this address, where the password was told in the same browser.
    ///
    /// @throws Problem not-found where the link is none, over or revoked; link-locked where no password was told
    public Guest visiting(String word, @Nullable String visit) {
        var link = find(new Secret(word).hash()).orElseThrow(Problem::notFound);
        if (visit == null || !isVisit(link, new Secret(visit))) throw locked("Its password was not told here.");
        return guest(link);
    }

    private boolean isVisit(Link link, Secret visit) {
        return jdbc.sql("select exists (select from identity.portal_visit where secret = :secret and link = :link)")
                .param("secret", visit.hash())
                .param("link", link.id())
                .query(Boolean.class)
                .single();
    }

    Optional<Guest> find(UUID id) {
        return jdbc.sql("select * from identity.portal_link where id = :id and until > :now")
                .param("id", id)
                .param("now", Timestamp.from(clock.instant()))
                .query(PortalLinks::link)
                .optional()
                .map(this::guest);
    }

    void sweep() {
        jdbc.sql("delete from identity.portal_link where until < :now")
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
