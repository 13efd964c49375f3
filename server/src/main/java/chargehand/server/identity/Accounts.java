package chargehand.server.identity;

import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who can sign in.
@Component
public class Accounts {
    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Accounts(JdbcClient jdbc, Passwords passwords, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.clock = clock;
        this.events = events;
    }

    /// The names of those of the ids that are accounts.
    public Map<UUID, AccountName> names(Collection<UUID> ids) {
        return named("where id = any(:ids)", ids);
    }

    /// The accounts of persons, by person; many have none.
    public Map<UUID, AccountName> ofPersons(Collection<UUID> persons) {
        var byPerson = new HashMap<UUID, AccountName>();
        named("where person = any(:ids)", persons).values().forEach(each -> {
            if (each.person() != null) byPerson.put(each.person(), each);
        });
        return byPerson;
    }

    private Map<UUID, AccountName> named(String where, Collection<UUID> ids) {
        var names = new HashMap<UUID, AccountName>();
        jdbc.sql("select id, name, person from identity.account " + where)
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    var id = row.getObject("id", UUID.class);
                    var name = row.getString("name");
                    names.put(
                            id, new AccountName(id, name, Values.initials(name), row.getObject("person", UUID.class)));
                });
        return names;
    }

    Optional<Account> find(UUID account) {
        return jdbc.sql("select * from identity.account where id = :account")
                .param("account", account)
                .query((row, _) -> account(row))
                .optional();
    }

    Account get(UUID account) {
        return find(account).orElseThrow(Problem::notFound);
    }

    Optional<Account> withLogin(String login) {
        return jdbc.sql("select * from identity.account where lower(login) = lower(:login)")
                .param("login", login.strip())
                .query((row, _) -> account(row))
                .optional();
    }

    Optional<Account> withEmail(String email) {
        return jdbc.sql("select * from identity.account where lower(email) = lower(:email)")
                .param("email", email.strip())
                .query((row, _) -> account(row))
                .optional();
    }

    List<Account> all() {
        return jdbc.sql("select * from identity.account order by lower(name), id")
                .query((row, _) -> account(row))
                .list();
    }

    private static Account account(ResultSet row) throws SQLException {
        var disabled = row.getTimestamp("disabled");
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("login"),
                row.getString("name"),
                row.getString("email"),
                row.getObject("person", UUID.class),
                row.getString("password"),
                row.getString("language"),
                row.getString("theme"),
                row.getString("density"),
                disabled == null ? null : disabled.toInstant(),
                row.getLong("version"));
    }

    /// Makes an account that may nothing yet: see [Grants#give]. The password has to be good enough.
    public UUID create(Caller by, NewAccount wanted) {
        var password = wanted.password();
        if (password != null) passwords.check(password, wanted.login());
        return insert(by, wanted, password == null ? null : passwords.hash(password));
    }

    @Transactional
    UUID insert(Caller by, NewAccount wanted, @Nullable String hash) {
        var id = Ids.next(clock);
        var login = Values.login(wanted.login());
        var name = Values.name("name", wanted.name());
        try {
            jdbc.sql("""
                    insert into identity.account
                        (id, login, name, email, person, password, language, theme, density, version, since)
                    values (:id, :login, :name, :email, :person, :hash, :language, 'system', 'compact', 1, :now)
                    """)
                    .param("id", id)
                    .param("login", login)
                    .param("name", name)
                    .param("email", Values.email(wanted.email()))
                    .param("person", wanted.person(), Types.OTHER)
                    .param("hash", hash)
                    .param("language", Values.language(wanted.language()))
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw taken(taken);
        }
        events.publishEvent(new IdentityChanged(
                by, "account-created", "account", id, null, id, Map.of("name", name, "login", login)));
        return id;
    }

    private static Problem taken(DuplicateKeyException taken) {
        var text = String.valueOf(taken.getMessage());
        if (text.contains("account_person"))
            return Problem.of(409, "person-taken", "The person has an account", "A person has one account at most.");
        var field = text.contains("account_email") ? "email" : "login";
        return Problem.of(
                        409,
                        "login-taken",
                        "Somebody else has it",
                        field.equals("email")
                                ? "Another account has this address of mail."
                                : "Another account has this sign-in name.")
                .with("field", field);
    }

    void settings(Account changed) {
        jdbc.sql("""
                update identity.account set name = :name, language = :language, theme = :theme, density = :density,
                    version = version + 1
                where id = :id
                """)
                .param("id", changed.id())
                .param("name", Values.name("name", changed.name()))
                .param("language", Values.language(changed.language()))
                .param("theme", Values.theme(changed.theme()))
                .param("density", Values.density(changed.density()))
                .update();
    }

    void disable(UUID account, @Nullable Instant since) {
        jdbc.sql("update identity.account set disabled = :since, version = version + 1 where id = :id")
                .param("id", account)
                .param("since", since == null ? null : Timestamp.from(since), Types.TIMESTAMP)
                .update();
    }

    void password(UUID account, String hash) {
        jdbc.sql("update identity.account set password = :hash, version = version + 1 where id = :id")
                .param("id", account)
                .param("hash", hash)
                .update();
    }

    /// Tells that a person of `people` is behind an account; null that nobody is.
    public void person(UUID account, @Nullable UUID person) {
        try {
            jdbc.sql("update identity.account set person = :person, version = version + 1 where id = :id")
                    .param("id", account)
                    .param("person", person, Types.OTHER)
                    .update();
        } catch (DuplicateKeyException taken) {
            throw taken(taken);
        }
    }
}
