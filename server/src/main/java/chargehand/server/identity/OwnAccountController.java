package chargehand.server.identity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Own account", description = "Settings, password and tokens of whoever is signed in.")
class OwnAccountController {
    private final Accounts accounts;
    private final SigningIn signingIn;
    private final Tokens tokens;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    OwnAccountController(
            Accounts accounts,
            SigningIn signingIn,
            Tokens tokens,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.signingIn = signingIn;
        this.tokens = tokens;
        this.transaction = transaction;
        this.events = events;
    }

    record OwnAccountChange(
            @Nullable String name,
            @Nullable String language,
            @Nullable String theme,
            @Nullable String density) {}

    record PasswordChange(String current, String next) {
        @Override
        public String toString() {
            return "PasswordChange";
        }
    }

    record TokenWish(String name, @Nullable Instant until) {}

    record TokenList(List<Tokens.Token> items) {}

    @PatchMapping("/api/account")
    @Needs(Permission.SELF)
    @Operation(operationId = "changeOwnAccount", summary = "Change one's own name and settings")
    SessionView.OwnAccount change(@RequestBody OwnAccountChange body, Caller caller) {
        transaction.executeWithoutResult(_ -> store(body, caller));
        return SessionView.OwnAccount.of(accounts.get(caller.account()));
    }

    private void store(OwnAccountChange change, Caller caller) {
        var was = accounts.get(caller.account());
        accounts.settings(new Account(
                was.id(),
                was.login(),
                change.name == null ? was.name() : change.name,
                was.email(),
                was.person(),
                was.password(),
                change.language == null ? was.language() : change.language,
                change.theme == null ? was.theme() : change.theme,
                change.density == null ? was.density() : change.density,
                was.disabled(),
                was.version()));
        events.publishEvent(new IdentityChanged(
                caller, "account-changed", "account", caller.account(), null, caller.account(), Map.of()));
    }

    @PutMapping("/api/account/password")
    @Needs(Permission.SELF)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "changePassword", summary = "Change one's own password; ends all other sessions")
    void password(@RequestBody PasswordChange body, SignedIn signedIn, HttpServletRequest request) {
        if (signedIn.byToken()) throw SessionController.needsSession();
        signingIn.changePassword(signedIn, body.current, body.next, request.getRemoteAddr());
    }

    @GetMapping("/api/tokens")
    @Needs(Permission.SELF)
    @Operation(operationId = "listTokens", summary = "The tokens with which programs act for one")
    TokenList list(Caller caller) {
        return new TokenList(tokens.of(caller.account()));
    }

    @PostMapping("/api/tokens")
    @Needs(Permission.SELF)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createToken", summary = "Make a token; its secret is shown this once")
    ResponseEntity<Tokens.NewToken> create(@RequestBody TokenWish body, SignedIn signedIn) {
        if (signedIn.byToken()) throw SessionController.needsSession();
        var made = tokens.create(signedIn.caller(), body.name, body.until);
        return ResponseEntity.created(URI.create("/api/tokens/" + made.id())).body(made);
    }

    @DeleteMapping("/api/tokens/{token}")
    @Needs(Permission.SELF)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removeToken", summary = "Remove a token; it is refused from now on")
    void remove(@PathVariable UUID token, Caller caller) {
        tokens.remove(caller, token);
    }
}
