package chargehand.server.outbox;

import chargehand.server.identity.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/// What a request needs before it changes anything, and that takes long. A request with an
/// `Idempotency-Key` is one transaction from its beginning to its end; this is done before, so that no
/// connection waits for it.
public interface Beforehand {
    /// Leaves what it finds out with the request, for the endpoint; requests of other endpoints it leaves
    /// alone.
    ///
    /// @param caller who may not be allowed to do what they ask for
    /// @throws chargehand.server.shared.Problem where the request is refused for it
    void prepare(HttpServletRequest request, Caller caller) throws IOException;
}
