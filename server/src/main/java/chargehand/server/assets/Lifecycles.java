package chargehand.server.assets;

import chargehand.engine.lifecycle.AssetLines;
import chargehand.engine.lifecycle.LifecycleCatalogue;
import org.springframework.stereotype.Component;

/// The catalogue by which lines are matched.
@Component
class Lifecycles {
    private final LifecycleCatalogue catalogue = LifecycleCatalogue.own();

    /// For one thread.
    AssetLines lines() {
        return new AssetLines(catalogue);
    }
}
