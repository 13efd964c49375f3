package chargehand.server.delivery;

import java.util.Optional;
import java.util.UUID;

/// Knows the questions of clients, of which changes are born.
public interface Origins {
    /// @return its words, or empty if the project has no such question
    Optional<String> question(UUID project, UUID question);
}
