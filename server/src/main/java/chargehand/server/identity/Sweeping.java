package chargehand.server.identity;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Throws away what has run out: sessions, and counts of tries. They are refused long before; this saves space.
@Component
class Sweeping {
    private final Sessions sessions;
    private final Attempts attempts;

    Sweeping(Sessions sessions, Attempts attempts) {
        this.sessions = sessions;
        this.attempts = attempts;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    void sweep() {
        sessions.sweep();
        attempts.sweep();
    }
}
