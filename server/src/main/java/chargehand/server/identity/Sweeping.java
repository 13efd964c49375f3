package chargehand.server.identity;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Throws away what has run out: sessions, counts of tries, and links. They are refused long before; this saves space.
@Component
class Sweeping {
    private final Sessions sessions;
    private final Attempts attempts;
    private final PortalLinks links;

    Sweeping(Sessions sessions, Attempts attempts, PortalLinks links) {
        this.sessions = sessions;
        this.attempts = attempts;
        this.links = links;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    void sweep() {
        sessions.sweep();
        attempts.sweep();
        links.sweep();
    }
}
