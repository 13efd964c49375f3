package chargehand.server.planning;

import java.util.UUID;

/// A task of one of all projects.
public record TaskKey(UUID project, String task) {}
