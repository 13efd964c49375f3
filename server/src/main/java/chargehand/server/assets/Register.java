package chargehand.server.assets;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// What others ask the register.
@Service
public class Register {
    private final Assets assets;

    Register(Assets assets) {
        this.assets = assets;
    }

    /// Those whose replacement has to be begun by then, the first first; what has ended on an unknown day stands first.
    ///
    /// @param most so many at most
    public List<Asset> dueBy(LocalDate day, int most) {
        return assets.dueBy(day, most);
    }

    /// Those of these names, whatever their case.
    public List<Asset> named(Collection<String> names) {
        return assets.named(names);
    }

    public Optional<Asset> find(UUID asset) {
        return assets.find(asset);
    }

    /// Those that are there.
    public Map<UUID, Asset> of(Collection<UUID> ids) {
        var found = new HashMap<UUID, Asset>();
        if (ids.isEmpty()) return found;
        for (var each : assets.all(ids.toArray(UUID[]::new))) found.put(each.id(), each);
        return found;
    }
}
