package chargehand.server.identity;

import chargehand.server.shared.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Keeps strangers from setting somebody's server up before they have. Where the server listens for others than its
/// own machine, it takes the token that it printed at its start; elsewhere nothing, from this machine alone.
@Component
class SetupDoor {
    private final String token;

    SetupDoor(@Value("${chargehand.setup-token:}") String token) {
        this.token = token;
    }

    /// @throws Problem unless this is who started the server, as far as can be told
    void check(@Nullable String shown, HttpServletRequest request) {
        if (token.isEmpty() ? !isFromHere(request.getRemoteAddr()) : !isToken(shown)) throw refusal();
    }

    /// In the same time for every wrong token.
    private boolean isToken(@Nullable String shown) {
        return shown != null
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isFromHere(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    private static Problem refusal() {
        return Problem.of(
                        403,
                        "setup-token-missing",
                        "That is for whoever started the server",
                        "The first set-up is done with the address that the server printed when it started.")
                .hint("Open the address that ./chargehand serve prints, as it stands there, with its token.");
    }
}
