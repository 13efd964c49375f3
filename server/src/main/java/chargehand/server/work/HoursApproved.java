package chargehand.server.work;

import java.util.Set;
import java.util.UUID;

/// Hours were approved that people worked on tasks of these projects, or a correction of such hours.
public record HoursApproved(Set<UUID> projects) {}
