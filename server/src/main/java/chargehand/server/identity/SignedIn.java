package chargehand.server.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is known about a request once its secret was looked up.
///
/// @param entry the session or token that it came with
/// @param projectKnown whether there is the project that the path names
/// @param projectClient its client, where it has one
/// @param projectHome of which project it is a draft, or null
/// @param clientKnown whether there is the client that the path names
record SignedIn(
        Caller caller,
        UUID entry,
        boolean byToken,
        boolean projectKnown,
        @Nullable UUID projectClient,
        @Nullable UUID projectHome,
        boolean clientKnown) {}
