package chargehand.files.chart;

import java.time.Duration;
import java.time.Instant;

/// Where moments lie from left to right: `start` at 0, `end` at `width`, evenly between.
record TimeScale(Instant start, Instant end, double width) {
    TimeScale {
        if (!start.isBefore(end) || width <= 0)
            throw new IllegalArgumentException(
                    "A time scale must have some length (%s to %s) and width (%s).".formatted(start, end, width));
    }

    double x(Instant at) {
        return Duration.between(start, at).toSeconds() * width / seconds();
    }

    /// How wide so much time is.
    double width(Duration time) {
        return time.toSeconds() * width / seconds();
    }

    Duration length() {
        return Duration.between(start, end);
    }

    TimeScale withWidth(double other) {
        return new TimeScale(start, end, other);
    }

    private double seconds() {
        return length().toSeconds();
    }
}
