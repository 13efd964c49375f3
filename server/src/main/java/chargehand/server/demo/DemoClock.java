package chargehand.server.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// The clock that everybody reads. In a demo it stands apart from real time by a fixed distance, so that the first
/// start is on a Monday morning; otherwise the distance is nothing.
public final class DemoClock extends Clock {
    private final Clock real;
    private volatile Duration distance = Duration.ZERO;

    public DemoClock(Clock real) {
        this.real = real;
    }

    void standApart(Duration distance) {
        this.distance = distance;
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        var other = new DemoClock(real.withZone(zone));
        other.standApart(distance);
        return other;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(distance);
    }
}
