package chargehand.server.assets;

import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.shared.Problem;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Says how much there is room for, and what is measured no more.
@Service
class GrowthEditing {
    private static final double MOST = 1e18;

    private final Measures measures;
    private final Growing growing;
    private final Audit audit;

    GrowthEditing(Measures measures, Growing growing, Audit audit) {
        this.measures = measures;
        this.growing = growing;
        this.audit = audit;
    }

    /// @throws Problem for a capacity of nothing or less
    @Transactional
    void capacity(Caller caller, UUID asset, UUID measure, @Nullable Double capacity) {
        if (capacity != null && !(capacity > 0 && capacity <= MOST))
            throw Problem.invalid("capacity", "There is room for more than nothing.");
        if (!measures.capacity(asset, measure, capacity)) throw Problem.notFound();
        done(caller, asset, measure, "capacity-set");
    }

    @Transactional
    void remove(Caller caller, UUID asset, UUID measure) {
        if (!measures.remove(asset, measure)) throw Problem.notFound();
        done(caller, asset, measure, "measure-removed");
    }

    private void done(Caller caller, UUID asset, UUID measure, String action) {
        growing.reckon(List.of(asset));
        audit.record(caller, action, "measure", measure, null, Map.of());
    }
}
