package chargehand.server.planning;

import chargehand.server.people.Ledger;
import chargehand.server.people.WorkingTimes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The people of a project as they are now: their working time, and what meetings and others have of it.
@Component
class TeamFacts {
    /// How far beyond the calendar's end people's time is known: repairs may reach there.
    private static final int YEARS_AHEAD = 3;

    private final WorkingTimes times;
    private final Ledger ledger;

    TeamFacts(WorkingTimes times, Ledger ledger) {
        this.times = times;
        this.ledger = ledger;
    }

    /// @param start of the plan, and `finish` of its calendar
    Facts of(UUID project, Collection<UUID> persons, Instant start, Instant finish) {
        if (persons.isEmpty()) return Facts.NONE;
        var from = LocalDate.ofInstant(start, ZoneOffset.UTC).minusDays(7);
        var to = LocalDate.ofInstant(finish, ZoneOffset.UTC).plusYears(YEARS_AHEAD);
        var team = times.of(persons, from, LocalDate.of(to.getYear(), 12, 31));
        var bookings = new ArrayList<>(team.taken());
        bookings.addAll(ledger.othersThan(project, persons, start));
        return new Facts(team.resources(), team.calendars(), bookings);
    }
}
