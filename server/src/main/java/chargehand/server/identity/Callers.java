package chargehand.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Looks again who calls, for requests that last.
@Component
public class Callers {
    private final Sessions sessions;

    Callers(Sessions sessions) {
        this.sessions = sessions;
    }

    /// The caller with the grants of this very moment; empty where the session or token is over, or the account
    /// disabled.
    public Optional<Caller> now(HttpServletRequest request) {
        var secret = Gate.secret(request);
        return secret == null
                ? Optional.empty()
                : sessions.find(secret, null, null).map(SignedIn::caller);
    }
}
