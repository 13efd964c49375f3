package chargehand.server.identity;

import java.util.UUID;

/// Whether somebody is one of the company's people, which `people` knows.
public interface PersonDirectory {
    boolean knows(UUID person);
}
