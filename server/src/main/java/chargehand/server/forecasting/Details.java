package chargehand.server.forecasting;

import chargehand.engine.forecast.Finishes;
import chargehand.engine.forecast.Forecast;
import chargehand.engine.plan.Plan;
import chargehand.server.forecasting.ForecastDetail.DayChance;
import chargehand.server.forecasting.ForecastDetail.DriverLine;
import chargehand.server.forecasting.ForecastDetail.From;
import chargehand.server.people.UnplannedAbsence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts what is behind a forecast into days and lines.
final class Details {
    private static final int MOST_DAYS = 400;
    private static final int WEEK = 7;
    private static final int DRIVERS = 12;
    private static final double SELDOM = 0.005;
    private static final double THOUSAND = 1000;

    private Details() {}

    static ForecastDetail of(
            Plan plan,
            Forecast forecast,
            Foreseeing.Foresight foresight,
            @Nullable Instant withoutHistory,
            List<ForecastDetail.RiskEffect> risks) {
        var critical = new HashMap<String, Double>();
        var drivers = new ArrayList<DriverLine>();
        for (int i = 0; i < forecast.drivers().size(); i++) {
            var driver = forecast.drivers().get(i);
            var task = plan.tasks().get(i).id().value();
            if (driver.critical() < SELDOM) continue;
            critical.put(task, rounded(driver.critical()));
            drivers.add(new DriverLine(
                    task,
                    rounded(driver.critical()),
                    rounded(driver.sensitivity()),
                    driver.ifShort().toMinutes(),
                    driver.ifLong().toMinutes()));
        }
        drivers.sort(Comparator.comparingLong((DriverLine each) -> each.ifShort() - each.ifLong())
                .thenComparing(DriverLine::task));
        return new ForecastDetail(
                foresight.isFromHistory() ? From.history : From.prior,
                foresight.finishedWork(),
                foresight.learned(),
                foresight.open(),
                rounded(foresight.spreads().together().project()),
                days(forecast.finishes(), plan.zone()),
                List.copyOf(drivers.subList(0, Math.min(DRIVERS, drivers.size()))),
                critical,
                foresight.leansOn(),
                foresight.families(),
                withoutHistory,
                risks,
                ranges(foresight),
                away(foresight.away()));
    }

    private static ForecastDetail.Ranges ranges(Foreseeing.Foresight foresight) {
        var ranges = foresight.ranges();
        return new ForecastDetail.Ranges(foresight.ranged(), ranges.count(), ranges.held(), ranges.over());
    }

    private static ForecastDetail.Away away(UnplannedAbsence away) {
        return new ForecastDetail.Away(rounded(away.share()), rounded(away.days()), away.people());
    }

    /// From the day before the first finish to that of the last. The end of a day belongs to it.
    static List<DayChance> days(Finishes finishes, ZoneId zone) {
        var first = day(finishes, zone, 0);
        var last = day(finishes, zone, 1);
        long count = ChronoUnit.DAYS.between(first, last) + 1;
        int step = count > MOST_DAYS ? WEEK : 1;
        var days = new ArrayList<DayChance>();
        for (var day = first.minusDays(1); day.isBefore(last.plusDays(step)); day = day.plusDays(step))
            days.add(new DayChance(
                    day, rounded(finishes.by(day.plusDays(1).atStartOfDay(zone).toInstant()))));
        return days;
    }

    private static LocalDate day(Finishes finishes, ZoneId zone, int end) {
        var at = end == 0 ? finishes.first() : finishes.last();
        return LocalDate.ofInstant(at.minusSeconds(1), zone);
    }

    private static double rounded(double share) {
        return Math.round(share * THOUSAND) / THOUSAND;
    }
}
