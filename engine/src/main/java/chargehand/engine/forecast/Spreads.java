package chargehand.engine.forecast;

import chargehand.engine.plan.TaskId;
import java.util.Map;

/// What tasks may take for each minute of their estimates, where more is known than the [Prior].
///
/// @param ratios of each such task: at the middles of [#POINTS] equal shares of chance, above 0, never
/// falling; a
/// task that is not among them scatters by the prior
/// @param together how far those tasks go wrong together: the correlation of where each falls in its
/// spread, on
/// the scale of the normal distribution; 0 to below 1
public record Spreads(Map<TaskId, float[]> ratios, double together) {
    public static final int POINTS = 256;
    /// Nothing is known but the prior.
    public static final Spreads NONE = new Spreads(Map.of(), 0);

    public Spreads {
        ratios = Map.copyOf(ratios);
        if (together < 0 || together >= 1)
            throw new IllegalArgumentException("A correlation (%s) must lie from 0 to below 1.".formatted(together));
        for (var each : ratios.entrySet())
            if (each.getValue().length != POINTS)
                throw new IllegalArgumentException(
                        "%s needs %d ratios.".formatted(each.getKey().value(), POINTS));
    }
}
