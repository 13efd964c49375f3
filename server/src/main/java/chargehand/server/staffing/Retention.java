package chargehand.server.staffing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How long applications are kept: some months after their vacancy is closed, or over, as applicants are told.
@Repository
class Retention {
    private final JdbcClient jdbc;
    private final int months;

    Retention(JdbcClient jdbc, @Value("${chargehand.candidates.months:6}") int months) {
        if (months < 0 || months > 60)
            throw new IllegalArgumentException("CHARGEHAND_CANDIDATES_MONTHS (%d) must be 0 to 60.".formatted(months));
        this.jdbc = jdbc;
        this.months = months;
    }

    int months() {
        return months;
    }

    /// The last day on which it is kept, as things are; a vacancy that is published again is over later.
    LocalDate keptUntil(Vacancy vacancy, Application application, ZoneId zone) {
        var closed = vacancy.closed();
        var over = closed == null ? vacancy.validUntil() : closed.atZone(zone).toLocalDate();
        var came = application.at().atZone(zone).toLocalDate();
        return (over.isBefore(came) ? came : over).plusMonths(months);
    }

    /// An application and its file, whose time is over.
    record Due(UUID vacancy, UUID application) {}

    List<Due> due(LocalDate today, ZoneId zone) {
        return jdbc.sql("""
                select a.vacancy, a.id from staffing.application a join staffing.vacancy v on v.id = a.vacancy
                where greatest(
                        coalesce(cast(v.closed at time zone :zone as date), v.valid_until),
                        cast(a.at at time zone :zone as date))
                    + make_interval(months => :months) < :today
                order by a.id
                """)
                .param("zone", zone.getId())
                .param("months", months)
                .param("today", today)
                .query((row, number) -> new Due(
                        Objects.requireNonNull(row.getObject("vacancy", UUID.class)),
                        Objects.requireNonNull(row.getObject("id", UUID.class))))
                .list();
    }
}
