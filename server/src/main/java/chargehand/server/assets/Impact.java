package chargehand.server.assets;

import chargehand.server.assets.Assets.Hanging;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What is touched when an asset goes away: what hangs on it, and what hangs on that. Circles end by themselves.
@Component
class Impact {
    private static final int MOST = 2_000;

    private final Assets assets;

    Impact(Assets assets) {
        this.assets = assets;
    }

    /// @param step how many relations away it is; 0 is the asset itself
    record Touched(Asset asset, int step) {}

    /// @param more there are more than are told
    record Picture(List<Touched> touched, List<Hanging> relations, boolean more) {}

    Picture of(Asset asset) {
        var steps = new LinkedHashMap<UUID, Integer>();
        var relations = new ArrayList<Hanging>();
        steps.put(asset.id(), 0);
        var frontier = List.of(asset.id());
        for (int step = 1; !frontier.isEmpty() && steps.size() < MOST; step++) {
            var found = new HashSet<UUID>();
            for (var each : assets.on(frontier.toArray(UUID[]::new))) {
                relations.add(each);
                if (steps.size() < MOST && steps.putIfAbsent(each.asset(), step) == null) found.add(each.asset());
            }
            frontier = List.copyOf(found);
        }
        var touched = new ArrayList<Touched>();
        for (var each : assets.all(steps.keySet().toArray(UUID[]::new)))
            touched.add(new Touched(each, steps.getOrDefault(each.id(), 0)));
        touched.sort(java.util.Comparator.comparingInt(Touched::step));
        var within = relations.stream()
                .filter(each -> steps.containsKey(each.asset()))
                .toList();
        return new Picture(touched, within, steps.size() >= MOST);
    }
}
