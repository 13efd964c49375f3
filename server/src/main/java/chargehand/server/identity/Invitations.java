package chargehand.server.identity;

import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Letters with which people make their own account; each works once, for a week.
@Component
class Invitations {
    private static final Duration VALID = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Accounts accounts;
    private final Grants grants;
    private final Companies companies;
    private final Passwords passwords;
    private final PersonDirectory persons;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    Invitations(
            JdbcClient jdbc,
            Clock clock,
            Accounts accounts,
            Grants grants,
            Companies companies,
            Passwords passwords,
            PersonDirectory persons,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.accounts = accounts;
        this.grants = grants;
        this.companies = companies;
        this.passwords = passwords;
        this.persons = persons;
        this.transaction = transaction;
        this.events = events;
    }

    /// @param id of the client or project
    /// @param accepted when an account was made with it
    record Invitation(
            UUID id,
            String name,
            @Nullable String email,
            Role role,
            Scope scope,
            @Nullable UUID scopeId,
            @Nullable UUID person,
            Instant since,
            Instant until,
            @Nullable Instant accepted) {}

    record Wish(
            String name,
            @Nullable String email,
            Role role,
            ScopeId where,
            @Nullable UUID person) {}

    record Made(UUID id, Secret secret) {
        /// Of the page on which the account is made.
        String path() {
            return "/invitations/" + secret.word();
        }
    }

    List<Invitation> all() {
        return jdbc.sql("select * from identity.invitation order by since desc, id")
                .query((row, _) -> invitation(row))
                .list();
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        var client = row.getObject("client", UUID.class);
        var project = row.getObject("project", UUID.class);
        var accepted = row.getTimestamp("accepted");
        return new Invitation(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                Role.of(row.getString("role")),
                project != null ? Scope.PROJECT : client != null ? Scope.CLIENT : Scope.COMPANY,
                project != null ? project : client,
                row.getObject("person", UUID.class),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("until").toInstant(),
                accepted == null ? null : accepted.toInstant());
    }

    @Transactional
    Made invite(Caller by, Wish wish) {
        grants.check(wish.where().client(), wish.where().project());
        if (wish.person != null && !persons.knows(wish.person))
            throw Problem.invalid("person", "There is no such person.");
        var secret = Secret.next(Secret.Kind.INVITATION);
        var id = Ids.next(clock);
        var now = clock.instant();
        var name = Values.name("name", wish.name);
        jdbc.sql("""
                insert into identity.invitation
                    (id, secret, name, email, role, client, project, person, by, since, until)
                values (:id, :secret, :name, :email, :role, :client, :project, :person, :by, :now, :until)
                """)
                .param("id", id)
                .param("secret", secret.hash())
                .param("name", name)
                .param("email", Values.email(wish.email))
                .param("role", wish.role.word())
                .param("client", wish.where.client(), Types.OTHER)
                .param("project", wish.where.project(), Types.OTHER)
                .param("person", wish.person, Types.OTHER)
                .param("by", by.account())
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(VALID)))
                .update();
        var detail = new LinkedHashMap<String, Object>();
        detail.put("name", name);
        detail.put("role", wish.role.word());
        events.publishEvent(
                new IdentityChanged(by, "account-invited", "invitation", id, wish.where.project(), null, detail));
        var made = new Made(id, secret);
        var email = Values.email(wish.email);
        if (email != null)
            events.publishEvent(new InvitationMade(id, name, email, by.name(), made.path(), now.plus(VALID)));
        return made;
    }

    /// One that can still be accepted; else it isn't there.
    Optional<Invitation> open(Secret secret) {
        if (!secret.is(Secret.Kind.INVITATION)) return Optional.empty();
        return jdbc.sql(
                        "select * from identity.invitation where secret = :secret and accepted is null and until > :now")
                .param("secret", secret.hash())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, _) -> invitation(row))
                .optional();
    }

    Optional<Invitation> openFor(String email) {
        return jdbc.sql("""
                select * from identity.invitation
                where lower(email) = lower(:email) and accepted is null and until > :now
                order by since desc limit 1
                """)
                .param("email", email)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, _) -> invitation(row))
                .optional();
    }

    /// Makes the account that the letter promises.
    Account accept(Secret secret, String login, String password) {
        var invitation = open(secret).orElseThrow(Problem::notFound);
        passwords.check(password, login);
        var hash = passwords.hash(password);
        return accept(invitation, login, hash);
    }

    /// @param hash of the password, or null for who signs in elsewhere
    Account accept(Invitation invitation, String login, @Nullable String hash) {
        var account = transaction.execute(_ -> {
            int taken = jdbc.sql("update identity.invitation set accepted = :now where id = :id and accepted is null")
                    .param("id", invitation.id)
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
            if (taken == 0) throw Problem.notFound();
            return store(invitation, login, hash);
        });
        if (account == null) throw new IllegalStateException("No account was made.");
        return accounts.get(account);
    }

    private UUID store(Invitation invitation, String login, @Nullable String hash) {
        var language = companies.get().language();
        var wanted = new NewAccount(login, invitation.name, invitation.email, null, invitation.person, language);
        var account = accounts.insert(Caller.SYSTEM, wanted, hash);
        var where = ScopeId.of(invitation.scope, invitation.scopeId);
        grants.give(Caller.SYSTEM, account, invitation.role, where.client(), where.project());
        jdbc.sql("update identity.invitation set account = :account where id = :id")
                .param("id", invitation.id)
                .param("account", account)
                .update();
        events.publishEvent(new IdentityChanged(
                new Caller(account, invitation.name, invitation.person, List.of()),
                "invitation-accepted",
                "invitation",
                invitation.id,
                where.project(),
                null,
                Map.of()));
        return account;
    }
}
