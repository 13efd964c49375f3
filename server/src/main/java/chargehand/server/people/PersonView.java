package chargehand.server.people;

import chargehand.server.shared.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person as the caller may see one.
///
/// @param week the person's own, else the company's
/// @param calendarName the site whose holidays are kept, if any
/// @param rate for an hour, for those who may see it
/// @param away in the next 60 days, without the reason
record PersonView(
        UUID id,
        String name,
        String initials,
        @Nullable String email,
        @Nullable UUID site,
        List<String> skills,
        Map<String, Integer> levels,
        List<String> fields,
        Week week,
        @Nullable String calendarName,
        @Nullable String zone,
        int units,
        int capacity,
        boolean pool,
        @Nullable UUID lead,
        @Nullable Money rate,
        @Nullable Arrival arrival,
        @Nullable List<DaysOff> away,
        long version) {
    record DaysOff(LocalDate from, LocalDate to) {}
}
