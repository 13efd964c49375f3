package chargehand.files.mpxj;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.mpxj.Duration;
import org.mpxj.TimeUnit;

/// Moments and lengths as a project file writes them: on the clock of the plan's zone, in the largest unit
/// that fits.
record ProjectTimes(ZoneId zone, int minutesOfADay) {
    LocalDateTime at(Instant moment) {
        return LocalDateTime.ofInstant(moment, zone);
    }

    @Nullable
    LocalDateTime atOrNull(@Nullable Instant moment) {
        return moment == null ? null : at(moment);
    }

    Duration working(long minutes) {
        if (minutes % minutesOfADay == 0) return duration(minutes / minutesOfADay, TimeUnit.DAYS);
        if (minutes % 60 == 0) return duration(minutes / 60, TimeUnit.HOURS);
        return duration(minutes, TimeUnit.MINUTES);
    }

    Duration elapsed(long minutes) {
        if (minutes % (24 * 60) == 0) return duration(minutes / (24 * 60), TimeUnit.ELAPSED_DAYS);
        if (minutes % 60 == 0) return duration(minutes / 60, TimeUnit.ELAPSED_HOURS);
        return duration(minutes, TimeUnit.ELAPSED_MINUTES);
    }

    /// People's work, which is always told in hours.
    static Duration work(double minutes) {
        return Duration.getInstance(minutes / 60, TimeUnit.HOURS);
    }

    private static Duration duration(long number, TimeUnit unit) {
        return Duration.getInstance(number, unit);
    }
}
