package chargehand.server.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What else has a moment of its own in people's days, as meetings have. Whoever owns such things tells people's
/// calendars of them by this.
public interface Appointments {
    /// @param day on which it is, by its own clock
    /// @param persons who are there, of those who were asked about
    record Appointment(
            UUID meeting,
            UUID project,
            String projectName,
            String title,
            @Nullable String place,
            @Nullable String link,
            LocalDate day,
            Instant from,
            Instant to,
            List<UUID> persons) {}

    /// Those of these persons that touch `[from, to)`, by their begin; bounded however far that reaches.
    List<Appointment> of(Collection<UUID> persons, Instant from, Instant to);

    /// Those of a project that touch `[from, to)`, with all who are there, by their begin; bounded likewise.
    List<Appointment> ofProject(UUID project, Instant from, Instant to);
}
