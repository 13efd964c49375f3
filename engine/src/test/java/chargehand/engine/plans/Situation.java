package chargehand.engine.plans;

import chargehand.engine.plan.Plan;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A plan at a moment, or at none.
public record Situation(Plan plan, @Nullable Instant now) {
    public Situation with(Plan plan) {
        return new Situation(plan, now);
    }

    @Override
    public String toString() {
        return PlanText.of(plan, now);
    }
}
