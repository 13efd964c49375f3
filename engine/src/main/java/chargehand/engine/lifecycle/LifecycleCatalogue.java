package chargehand.engine.lifecycle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Products with their cycles, by id. Immutable.
public final class LifecycleCatalogue {
    private static final LifecycleCatalogue OWN = new LifecycleCatalogue(CatalogueLines.read());

    private final Map<String, Product> products;

    private LifecycleCatalogue(Map<String, Product> products) {
        this.products = products;
    }

    /// What comes with the product: what companies run most.
    public static LifecycleCatalogue own() {
        return OWN;
    }

    /// This one completed by products of another list, whose facts count where both have one.
    public LifecycleCatalogue with(List<Product> others) {
        var all = new LinkedHashMap<>(products);
        for (var other : others) all.merge(other.id(), other, Product::completedBy);
        return new LifecycleCatalogue(all);
    }

    public List<Product> products() {
        return List.copyOf(products.values());
    }

    public Optional<Product> product(String id) {
        return Optional.ofNullable(products.get(id));
    }
}
