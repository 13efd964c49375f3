package chargehand.server.assets;

import chargehand.engine.lifecycle.AssetLines;
import chargehand.engine.lifecycle.LifecycleCatalogue;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The catalogue by which lines are matched: what comes with the product, and what an administrator took.
@Component
class Lifecycles {
    private final LifecycleFacts facts;
    private volatile Known known = new Known(null, LifecycleCatalogue.own());

    Lifecycles(LifecycleFacts facts) {
        this.facts = facts;
    }

    private record Known(@Nullable UUID mark, LifecycleCatalogue catalogue) {}

    /// As it is now; read anew where this or another node took something since.
    LifecycleCatalogue catalogue() {
        var mark = facts.mark();
        var last = known;
        if (Objects.equals(mark, last.mark())) return last.catalogue();
        var read = new Known(mark, LifecycleCatalogue.own().with(facts.products()));
        known = read;
        return read.catalogue();
    }

    /// For one thread.
    AssetLines lines() {
        return new AssetLines(catalogue());
    }
}
