package chargehand.server.identity;

import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Sign-in", description = "Sessions, and who one is.")
class SessionController {
    private final SigningIn signingIn;
    private final Sessions sessions;
    private final Sitting sitting;
    private final OpenIdProviders openId;

    SessionController(SigningIn signingIn, Sessions sessions, Sitting sitting, OpenIdProviders openId) {
        this.signingIn = signingIn;
        this.sessions = sessions;
        this.sitting = sitting;
        this.openId = openId;
    }

    /// How one can sign in.
    record SignInWays(boolean password, List<OpenIdProviders.Provider> openId) {}

    record SignIn(String login, String password) {}

    record SessionList(List<Sessions.Place> items) {}

    @GetMapping("/api/sign-in")
    @Open
    @Operation(operationId = "getSignInWays", summary = "How one can sign in")
    SignInWays ways() {
        return new SignInWays(true, openId.all());
    }

    @PostMapping("/api/sessions")
    @Open
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "signIn", summary = "Sign in by password; sets the cookie chargehand-session")
    ResponseEntity<SessionView> signIn(@RequestBody SignIn body, HttpServletRequest request) {
        var secret = signingIn.byPassword(body.login, body.password, Sitting.from(request));
        return sitting.begin(secret, request);
    }

    @GetMapping("/api/session")
    @Needs(Permission.SELF)
    @Operation(operationId = "getSession", summary = "Who one is, and what one may do")
    SessionView session(Caller caller) {
        return sitting.view(caller);
    }

    @DeleteMapping("/api/session")
    @Needs(Permission.SELF)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "signOut", summary = "Sign out here")
    ResponseEntity<Void> signOut(SignedIn signedIn, HttpServletRequest request) {
        if (signedIn.byToken()) throw needsSession();
        signingIn.end(signedIn.caller(), signedIn.entry());
        return sitting.end(request);
    }

    @GetMapping("/api/sessions")
    @Needs(Permission.SELF)
    @Operation(operationId = "listSessions", summary = "Where one is signed in")
    SessionList places(SignedIn signedIn) {
        return new SessionList(sessions.of(signedIn.caller().account(), signedIn.entry()));
    }

    @DeleteMapping("/api/sessions/{session}")
    @Needs(Permission.SELF)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "endSession", summary = "Sign out somewhere")
    void end(@PathVariable UUID session, Caller caller) {
        signingIn.end(caller, session);
    }

    @DeleteMapping("/api/sessions")
    @Needs(Permission.SELF)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "signOutEverywhere", summary = "Sign out everywhere, here too")
    ResponseEntity<Void> endAll(Caller caller, HttpServletRequest request) {
        signingIn.endAll(caller, caller.account());
        return sitting.end(request);
    }

    /// What decides over an account itself is not done by a program that acts for it.
    static Problem needsSession() {
        return Problem.of(
                403,
                "needs-session",
                "Sign in for this",
                "This can't be done with a token, only by somebody who is signed in.");
    }
}
