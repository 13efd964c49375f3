package chargehand.server.identity;

import chargehand.server.shared.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// What a browser gets when somebody signs in: the cookie, and what they may.
@Component
class Sitting {
    private final Sessions sessions;
    private final Accounts accounts;
    private final Grants grants;
    private final Companies companies;
    private final Clock clock;

    Sitting(Sessions sessions, Accounts accounts, Grants grants, Companies companies, Clock clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.grants = grants;
        this.companies = companies;
        this.clock = clock;
    }

    ResponseEntity<SessionView> begin(String secret, HttpServletRequest request) {
        var caller = sessions.find(new Secret(secret), null, null)
                .orElseThrow(Problem::notSignedIn)
                .caller();
        return ResponseEntity.status(201)
                .header(HttpHeaders.SET_COOKIE, cookie(secret, sessions.longest(), request))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(view(caller));
    }

    ResponseEntity<Void> end(HttpServletRequest request) {
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO, request))
                .build();
    }

    static String cookie(String secret, Duration age, HttpServletRequest request) {
        return ResponseCookie.from(Gate.COOKIE, secret)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path("/")
                .maxAge(age)
                .build()
                .toString();
    }

    SessionView view(Caller caller) {
        var account = accounts.get(caller.account());
        return new SessionView(
                SessionView.OwnAccount.of(account),
                account.person(),
                SessionView.CompanyName.of(companies.get()),
                grants.of(account.id()),
                caller.permissions().stream()
                        .filter(each -> each != Permission.SELF)
                        .map(Permission::word)
                        .toList(),
                clock.instant().truncatedTo(ChronoUnit.MINUTES));
    }

    static SigningIn.From from(HttpServletRequest request) {
        var agent = request.getHeader(HttpHeaders.USER_AGENT);
        return new SigningIn.From(request.getRemoteAddr(), agent == null ? "" : agent);
    }
}
