package chargehand.server.delivery;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Deliverables, to read.
@Service
public class DeliverableReading {
    private final Deliverables deliverables;

    DeliverableReading(Deliverables deliverables) {
        this.deliverables = deliverables;
    }

    /// All of a project, in the order in which they were written.
    public List<Deliverable> of(UUID project) {
        return deliverables.of(project);
    }

    /// What the client of a project sees.
    public List<DeliverableView> shown(UUID project) {
        return shown(List.of(project)).getOrDefault(project, List.of());
    }

    /// The same of several projects.
    public Map<UUID, List<DeliverableView>> shown(Collection<UUID> projects) {
        var shown = new HashMap<UUID, List<DeliverableView>>();
        deliverables
                .of(projects)
                .forEach((project, all) -> shown.put(
                        project,
                        all.stream()
                                .filter(Deliverable::shown)
                                .map(DeliverableView::of)
                                .toList()));
        return shown;
    }
}
