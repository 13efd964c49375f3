package chargehand.server.assets;

import chargehand.engine.lifecycle.Cycle;
import chargehand.engine.lifecycle.Product;
import chargehand.server.assets.LifecycleFacts.Origin;
import chargehand.server.assets.LifecycleView.CycleView;
import chargehand.server.assets.LifecycleView.ProductView;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Shows the catalogue of products, those first of which most is run.
@Service
class LifecycleReading {
    private static final int SHOWN = 50;

    private final Lifecycles lifecycles;
    private final LifecycleFacts facts;
    private final JdbcClient jdbc;

    LifecycleReading(Lifecycles lifecycles, LifecycleFacts facts, JdbcClient jdbc) {
        this.lifecycles = lifecycles;
        this.facts = facts;
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    LifecycleView read(List<String> words, boolean taken) {
        var origins = facts.origins();
        var run = run();
        var all = lifecycles.catalogue().products();
        var found = all.stream()
                .filter(each -> !taken || origins.containsKey(each.id()))
                .filter(each -> words.stream().allMatch(word -> says(each, word)))
                .sorted(Comparator.<Product, Integer>comparing(each -> -run.getOrDefault(each.id(), 0))
                        .thenComparing(each -> each.title().toLowerCase(Locale.ROOT)))
                .toList();
        return new LifecycleView(
                all.size(),
                all.stream().mapToInt(each -> each.cycles().size()).sum(),
                origins.values().stream().mapToInt(Map::size).sum(),
                facts.address(),
                found.size(),
                found.stream()
                        .limit(SHOWN)
                        .map(each ->
                                view(each, run.getOrDefault(each.id(), 0), origins.getOrDefault(each.id(), Map.of())))
                        .toList());
    }

    private Map<String, Integer> run() {
        var run = new HashMap<String, Integer>();
        jdbc.sql("select product, count(*) as assets from assets.asset where product is not null group by product")
                .query(row -> {
                    run.put(row.getString("product"), row.getInt("assets"));
                });
        return run;
    }

    private static boolean says(Product product, String word) {
        return product.title().toLowerCase(Locale.ROOT).contains(word)
                || product.id().contains(word)
                || product.names().stream()
                        .anyMatch(each -> each.toLowerCase(Locale.ROOT).contains(word));
    }

    private static ProductView view(Product product, int assets, Map<String, Origin> origins) {
        return new ProductView(
                product.id(),
                product.title(),
                product.kind(),
                assets,
                product.cycles().stream()
                        .sorted(Comparator.<Cycle, LocalDate>comparing(
                                        each -> LifecycleView.order(each.end(), each.ended()))
                                .reversed())
                        .map(each -> view(each, origins.get(each.name())))
                        .toList());
    }

    private static CycleView view(Cycle cycle, @Nullable Origin origin) {
        return new CycleView(
                cycle.name(),
                cycle.end(),
                cycle.paidEnd(),
                cycle.ended(),
                cycle.source(),
                origin == null ? null : origin.origin(),
                origin == null ? null : origin.taken(),
                origin == null ? null : origin.by());
    }
}
