package chargehand.engine.forecast;

import chargehand.engine.plan.TaskId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What tasks may take for each minute of their estimates, where more is known than the [Prior].
///
/// @param ratios of each such task: at the middles of [#POINTS] equal shares of chance, above 0, never falling; a
///     task that is not among them scatters by the prior
/// @param together how far those tasks go wrong together
/// @param shared what each has in common with others beside the project; nothing for a task that is not among them
public record Spreads(Map<TaskId, float[]> ratios, Together together, Map<TaskId, Shared> shared) {
    public static final int POINTS = 256;
    /// Nothing is known but the prior.
    public static final Spreads NONE = new Spreads(Map.of(), Together.NONE, Map.of());

    /// @param technology the kind of work, or null
    /// @param team of whoever does it, or null
    public record Shared(
            @Nullable String technology, @Nullable String team) {
        static final Shared NOTHING = new Shared(null, null);
    }

    public Spreads {
        ratios = Map.copyOf(ratios);
        shared = Map.copyOf(shared);
        for (var each : ratios.entrySet())
            if (each.getValue().length != POINTS)
                throw new IllegalArgumentException(
                        "%s needs %d ratios.".formatted(each.getKey().value(), POINTS));
    }

    /// Of tasks that have nothing in common but their project.
    ///
    /// @param together the correlation of any two
    public Spreads(Map<TaskId, float[]> ratios, double together) {
        this(ratios, Together.ofProject(together), Map.of());
    }

    public Spreads withTogether(Together together) {
        return new Spreads(ratios, together, shared);
    }
}
