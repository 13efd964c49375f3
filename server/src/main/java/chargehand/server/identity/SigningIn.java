package chargehand.server.identity;

import chargehand.server.shared.Problem;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Signing in and out. A password is compared outside of any transaction: it takes long, and connections are few.
@Component
class SigningIn {
    private final Accounts accounts;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Attempts attempts;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    SigningIn(
            Accounts accounts,
            Sessions sessions,
            Passwords passwords,
            Attempts attempts,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.attempts = attempts;
        this.transaction = transaction;
        this.events = events;
    }

    /// Where somebody signs in from.
    record From(String address, String agent) {}

    /// Returns the secret of a new session. Who doesn't exist, has no password or is disabled is told the same, after
    /// the same time, as who has mistyped.
    String byPassword(String login, String password, From from) {
        attempts.count(login, from.address);
        var account = accounts.withLogin(login).orElse(null);
        boolean right = passwords.matches(password, account == null ? null : account.password());
        if (account == null || !right || account.disabled() != null) throw wrong();
        attempts.forget(login, from.address);
        renewHash(account, password);
        return start(account, from, "password");
    }

    private static Problem wrong() {
        return Problem.of(
                401, "wrong-sign-in", "That is not right", "There is nobody with this sign-in name and this password.");
    }

    private void renewHash(Account account, String password) {
        var hash = account.password();
        if (hash == null || !passwords.isOutdated(hash)) return;
        var renewed = passwords.hash(password);
        transaction.executeWithoutResult(_ -> accounts.password(account.id(), renewed));
    }

    String start(Account account, From from, String how) {
        return inTransaction(() -> {
            var secret = sessions.start(account.id(), from.address, from.agent);
            tell(caller(account), "signed-in", account.id(), null, Map.of("by", how));
            return secret;
        });
    }

    private static Caller caller(Account account) {
        return new Caller(account.id(), account.name(), account.person(), java.util.List.of());
    }

    /// Ends one session of the caller's own.
    void end(Caller caller, UUID session) {
        inTransaction(() -> {
            if (!sessions.end(caller.account(), session)) throw Problem.notFound();
            tell(caller, "signed-out", session, caller.account(), Map.of());
            return "";
        });
    }

    /// Ends all sessions of an account, everywhere.
    void endAll(Caller caller, UUID account) {
        inTransaction(() -> {
            int ended = sessions.endAll(account);
            tell(caller, "signed-out-everywhere", account, account, Map.of("sessions", ended));
            return "";
        });
    }

    /// Changes one's own password, and ends all other sessions.
    void changePassword(SignedIn signedIn, String current, String next, String address) {
        var account = accounts.get(signedIn.caller().account());
        attempts.count(account.login(), address);
        if (!passwords.matches(current, account.password()))
            throw Problem.of(422, "wrong-password", "That is not the password", "The present password is another one.")
                    .with("field", "current");
        attempts.forget(account.login(), address);
        passwords.check(next, account.login());
        var hash = passwords.hash(next);
        inTransaction(() -> {
            accounts.password(account.id(), hash);
            sessions.endOthers(account.id(), signedIn.entry());
            tell(signedIn.caller(), "password-changed", account.id(), account.id(), Map.of());
            return "";
        });
    }

    private void tell(Caller by, String action, UUID id, @Nullable UUID account, Map<String, Object> detail) {
        events.publishEvent(new IdentityChanged(by, action, "session", id, null, account, detail));
    }

    private String inTransaction(java.util.function.Supplier<String> work) {
        var result = transaction.execute(_ -> work.get());
        return result == null ? "" : result;
    }
}
