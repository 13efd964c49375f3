package chargehand.files.mpxj;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.mpxj.Duration;
import org.mpxj.ProjectProperties;
import org.mpxj.TimeUnit;

/// Moments and lengths of a project file, which knows no zones, in whole minutes.
record FileTimes(ZoneId zone, ProjectProperties properties) {
    Instant at(LocalDateTime time) {
        return time.truncatedTo(ChronoUnit.MINUTES).atZone(zone).toInstant();
    }

    @Nullable
    Instant atOrNull(@Nullable LocalDateTime time) {
        return time == null ? null : at(time);
    }

    /// Days, weeks and months by the project's own minutes per day, minutes per week and days per month.
    /// Throws for what no project can last.
    int minutes(@Nullable Duration duration) {
        if (duration == null) return 0;
        return Math.toIntExact(
                Math.round(duration.convertUnits(TimeUnit.MINUTES, properties).getDuration()));
    }
}
