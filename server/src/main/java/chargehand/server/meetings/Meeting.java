package chargehand.server.meetings;

import chargehand.server.assets.Recurrence;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A meeting of a project, once or again and again by a rule of RFC 5545.
///
/// @param rule absent for one that takes place on its first day alone
/// @param first the day from which the rule counts
/// @param from by the clock of `zone`, for `minutes`
/// @param place and `link` where people meet
/// @param persons who are there, of the company's people
/// @param without days on which it does not take place though the rule says so
/// @param ended the day from which on it does not take place any more
@Schema(name = "Meeting")
public record Meeting(
        UUID id,
        UUID project,
        String title,
        @Nullable String rule,
        LocalDate first,
        LocalTime from,
        int minutes,
        String zone,
        @Nullable String place,
        @Nullable String link,
        List<UUID> persons,
        List<LocalDate> without,
        @Nullable LocalDate ended,
        long version) {
    public Meeting {
        persons = List.copyOf(persons);
        without = List.copyOf(without);
    }

    /// The days of `[since, to)` on which it takes place, in order.
    List<LocalDate> days(LocalDate since, LocalDate to) {
        var end = ended != null && ended.isBefore(to) ? ended : to;
        if (!since.isBefore(end)) return List.of();
        return byRule(since, end).stream()
                .filter(each -> !without.contains(each))
                .toList();
    }

    private List<LocalDate> byRule(LocalDate since, LocalDate to) {
        if (rule != null) return Recurrence.of("rule", rule).days(first, since, to);
        return first.isBefore(since) || !first.isBefore(to) ? List.of() : List.of(first);
    }

    boolean isOn(LocalDate day) {
        return days(day, day.plusDays(1)).contains(day);
    }

    Instant begin(LocalDate day) {
        return day.atTime(from).atZone(ZoneId.of(zone)).toInstant();
    }

    /// So long after its begin, also on a day on which the clocks change.
    Instant end(LocalDate day) {
        return begin(day).plus(Duration.ofMinutes(minutes));
    }
}
