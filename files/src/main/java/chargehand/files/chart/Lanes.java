package chargehand.files.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Keeps the upright parts of links apart: no two lie on each other unless they leave the same bar.
final class Lanes {
    static final double APART = 3;
    private static final double TOO_NEAR = 2;
    /// Beyond this a lane would be too far from its bar to be read; only huge plans come there.
    private static final int TRIES = 60;

    private record Run(double x, double top, double bottom, int owner) {}

    private final Map<Long, List<Run>> runs = new HashMap<>();

    /// Takes a lane for a line between two heights, at x if that is free, else as near as can be in one
    /// direction.
    ///
    /// @param owner lines of one owner may share a lane
    /// @param towards -1 to look to the left, 1 to the right
    double take(double x, double y, double otherY, int owner, int towards) {
        double top = Math.min(y, otherY);
        double bottom = Math.max(y, otherY);
        double lane = x;
        for (int i = 0; i < TRIES && !isFree(lane, top, bottom, owner); i++) lane += towards * APART;
        runs.computeIfAbsent(bucket(lane), _ -> new ArrayList<>()).add(new Run(lane, top, bottom, owner));
        return lane;
    }

    private boolean isFree(double x, double top, double bottom, int owner) {
        for (long bucket = bucket(x) - 1; bucket <= bucket(x) + 1; bucket++)
            for (var run : runs.getOrDefault(bucket, List.of()))
                if (run.owner != owner && Math.abs(run.x - x) < TOO_NEAR && run.top < bottom && top < run.bottom)
                    return false;
        return true;
    }

    private static long bucket(double x) {
        return (long) Math.floor(x / APART);
    }
}
