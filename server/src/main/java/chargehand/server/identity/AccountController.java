package chargehand.server.identity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Accounts", description = "Who can sign in, and who may do what where.")
class AccountController {
    private final Accounts accounts;
    private final Grants grants;
    private final Sessions sessions;
    private final OpenIdLinks links;
    private final SigningIn signingIn;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccountController(
            Accounts accounts,
            Grants grants,
            Sessions sessions,
            OpenIdLinks links,
            SigningIn signingIn,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.grants = grants;
        this.sessions = sessions;
        this.links = links;
        this.signingIn = signingIn;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    record AccountList(List<AccountView> items) {}

    /// An account as administrators see it.
    record AccountView(
            UUID id,
            String name,
            String login,
            @Nullable String email,
            String initials,
            @Nullable UUID person,
            boolean disabled,
            List<Grant> grants) {}

    /// @param openId whether the next one who signs in elsewhere with the account's verified address becomes its owner
    record AccountChange(
            @Nullable Boolean disabled, @Nullable Boolean openId) {}

    record GrantWish(Role role, Scope scope, @Nullable UUID id) {}

    @GetMapping("/api/accounts")
    @Needs(Permission.ACCOUNTS_SEE)
    @Operation(operationId = "listAccounts", summary = "All accounts with their roles")
    AccountList list() {
        var all = accounts.all();
        var roles = grants.of(all.stream().map(Account::id).toList());
        return new AccountList(all.stream()
                .map(each -> view(each, roles.getOrDefault(each.id(), List.of())))
                .toList());
    }

    private static AccountView view(Account account, List<Grant> grants) {
        return new AccountView(
                account.id(),
                account.name(),
                account.login(),
                account.email(),
                Values.initials(account.name()),
                account.person(),
                account.disabled() != null,
                grants);
    }

    @PatchMapping("/api/accounts/{account}")
    @Needs(Permission.ACCOUNTS_EDIT)
    @Operation(
            operationId = "changeAccount",
            summary = "Disable or enable an account, or let it be linked to a sign-in elsewhere")
    AccountView change(@PathVariable UUID account, @RequestBody AccountChange body, Caller caller) {
        var disabled = body.disabled;
        if (disabled != null) transaction.executeWithoutResult(_ -> disable(account, disabled, caller));
        var openId = body.openId;
        if (openId != null) transaction.executeWithoutResult(_ -> allowOpenId(account, openId, caller));
        return view(accounts.get(account), grants.of(account));
    }

    private void disable(UUID account, boolean disabled, Caller caller) {
        boolean was = accounts.get(account).disabled() != null;
        if (was == disabled) return;
        accounts.disable(account, disabled ? clock.instant() : null);
        if (disabled) sessions.endAll(account);
        grants.keepAnAdministrator();
        events.publishEvent(new IdentityChanged(
                caller,
                disabled ? "account-disabled" : "account-enabled",
                "account",
                account,
                null,
                account,
                Map.of()));
    }

    private void allowOpenId(UUID account, boolean allowed, Caller caller) {
        accounts.get(account);
        links.wait(account, allowed);
        var action = allowed ? "openid-allowed" : "openid-refused";
        events.publishEvent(new IdentityChanged(caller, action, "account", account, null, account, Map.of()));
    }

    @PostMapping("/api/accounts/{account}/grants")
    @Needs(Permission.ACCOUNTS_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "giveRole", summary = "Give a role in the company, a client or a project")
    AccountView give(@PathVariable UUID account, @RequestBody GrantWish body, Caller caller) {
        accounts.get(account);
        var where = ScopeId.of(body.scope, body.id);
        grants.give(caller, account, body.role, where.client(), where.project());
        return view(accounts.get(account), grants.of(account));
    }

    @DeleteMapping("/api/accounts/{account}/grants/{grant}")
    @Needs(Permission.ACCOUNTS_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "takeRole", summary = "Take a role back, at once and everywhere")
    void take(@PathVariable UUID account, @PathVariable UUID grant, Caller caller) {
        grants.take(caller, account, grant);
    }

    @DeleteMapping("/api/accounts/{account}/sessions")
    @Needs(Permission.ACCOUNTS_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "endSessionsOf", summary = "Sign somebody out everywhere")
    void end(@PathVariable UUID account, Caller caller) {
        accounts.get(account);
        signingIn.endAll(caller, account);
    }
}
