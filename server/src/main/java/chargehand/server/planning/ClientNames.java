package chargehand.server.planning;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What the clients are called, which `identity` keeps.
@Component
class ClientNames {
    Map<UUID, String> names() {
        return Map.of();
    }
}
