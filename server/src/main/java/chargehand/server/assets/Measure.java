package chargehand.server.assets;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that is measured of an asset again and again.
///
/// @param capacity how much there is room for; null where nobody said
/// @param points ascending by time, one a day: the last
record Measure(
        UUID id,
        UUID asset,
        String name,
        String unit,
        @Nullable Double capacity,
        List<Point> points) {
    Measure {
        points = List.copyOf(points);
    }

    record Point(Instant at, double value) {}
}
