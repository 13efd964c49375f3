package chargehand.server.identity;

import chargehand.server.shared.Problem;
import org.springframework.stereotype.Component;

/// Slows down what anybody may do without signing in, by the address it comes from. Counted in the database, so that
/// several nodes give no more of it than one.
@Component
public class Throttle {
    private final Attempts attempts;

    Throttle(Attempts attempts) {
        this.attempts = attempts;
    }

    /// @param what is counted, as "assessment"
    /// @param most within a quarter of an hour
    /// @throws Problem if it was done too often
    public void count(String what, String address, int most) {
        attempts.over(what + " " + Attempts.address(address), most).ifPresent(wait -> {
            long seconds = Math.max(1, wait.toSeconds());
            throw Problem.of(
                            429,
                            "too-many-requests",
                            "Too much at once",
                            "From this address it was asked too often. It goes on in %d minutes."
                                    .formatted((seconds + 59) / 60))
                    .hint("Wait a little, or sign in.")
                    .with("retryAfterSeconds", seconds)
                    .with("minutes", (seconds + 59) / 60);
        });
    }
}
