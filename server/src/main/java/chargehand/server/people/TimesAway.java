package chargehand.server.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Learns from the last year's sick days how often people are away without having told.
///
/// A company in which fewer than [#FEWEST] people were ill within the year has not noted enough to say so without
/// saying it of somebody; until then an assumption stands. It is between what Austria (4.2 % of the annual
/// working time in 2023, Austrian Institute of Economic Research, Absence from Work Report 2024) and Germany
/// before 2022 report (around 4 %, DAK), and speaks as loudly as two people's year.
@Component
public class TimesAway {
    static final int FEWEST = 5;
    private static final UnplannedAbsence ASSUMED = new UnplannedAbsence(0.04, 4, 0);
    private static final double TWO_YEARS = 2 * 220;
    private static final double SPELLS = 5;
    private static final double WORKING_DAYS_OF_WEEK = 5.0 / 7;
    private static final int DAYS_OF_YEAR = 365;
    private static final Duration FRESH = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile @Nullable Known last;

    TimesAway(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Known(Instant at, UnplannedAbsence what) {}

    /// As it is known now; looked up again after an hour.
    public UnplannedAbsence known() {
        var known = last;
        var now = clock.instant();
        if (known != null && Duration.between(known.at(), now).abs().compareTo(FRESH) < 0) return known.what();
        var what = learn(LocalDate.ofInstant(now, ZoneOffset.UTC));
        last = new Known(now, what);
        return what;
    }

    /// Whoever has just come counts as if they had been there for the year.
    UnplannedAbsence learn(LocalDate today) {
        return jdbc.sql("""
                select count(distinct away.id) as spells, count(distinct away.person) as ill, count(day) as days,
                    (select count(*) from people.person where not pool) as everybody
                from people.absence away
                    cross join lateral generate_series(greatest(away.from_day, :from), least(away.to_day, :to),
                        interval '1 day') as day
                where away.kind = 'sick' and away.to_day >= :from and away.from_day <= :to
                    and extract(isodow from day) < 6
                """)
                .param("from", today.minusDays(DAYS_OF_YEAR))
                .param("to", today.minusDays(1))
                .query((row, number) -> learned(row))
                .single();
    }

    private static UnplannedAbsence learned(ResultSet row) throws SQLException {
        int ill = row.getInt("ill");
        if (ill < FEWEST) return ASSUMED;
        double worked = row.getInt("everybody") * DAYS_OF_YEAR * WORKING_DAYS_OF_WEEK + TWO_YEARS;
        double days = row.getLong("days");
        double share = (days + ASSUMED.share() * TWO_YEARS) / worked;
        double spell = (days + ASSUMED.days() * SPELLS) / (row.getInt("spells") + SPELLS);
        return new UnplannedAbsence(Math.min(0.5, share), spell, ill);
    }
}
