package chargehand.server.identity;

import chargehand.server.shared.Problem;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The first run: a company and its first administrator.
@Component
public class SettingUp {
    private final JdbcClient jdbc;
    private final Companies companies;
    private final Accounts accounts;
    private final Grants grants;
    private final Passwords passwords;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    SettingUp(
            JdbcClient jdbc,
            Companies companies,
            Accounts accounts,
            Grants grants,
            Passwords passwords,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.companies = companies;
        this.accounts = accounts;
        this.grants = grants;
        this.passwords = passwords;
        this.transaction = transaction;
        this.events = events;
    }

    /// Stores the company with its first administrator, and returns the account. Can be done once: afterwards it is
    /// refused (409 `already-set-up`).
    public UUID setUp(Company company, NewAccount administrator) {
        if (companies.isSetUp()) throw alreadySetUp();
        var password = administrator.password();
        if (password == null) throw Problem.invalid("administrator.password", "A password is needed.");
        passwords.check(password, administrator.login());
        var hash = passwords.hash(password);
        var account = transaction.execute(_ -> store(company, administrator, hash));
        if (account == null) throw new IllegalStateException("No account was made.");
        return account;
    }

    private UUID store(Company company, NewAccount administrator, String hash) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('identity.company'))").query(row -> {});
        if (companies.isSetUp()) throw alreadySetUp();
        companies.insert(company);
        events.publishEvent(new IdentityChanged(
                Caller.SYSTEM,
                "company-set-up",
                "company",
                new UUID(0, 0),
                null,
                null,
                Map.of("name", company.name())));
        var account = accounts.insert(Caller.SYSTEM, administrator, hash);
        grants.give(Caller.SYSTEM, account, Role.ADMINISTRATOR, null, null);
        return account;
    }

    private static Problem alreadySetUp() {
        return Problem.of(409, "already-set-up", "That is done already", "The company is set up.")
                .hint("Sign in.");
    }
}
