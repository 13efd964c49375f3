package chargehand.server.shared;

import java.util.List;
import java.util.TreeMap;

/// Amounts added up exactly, each currency for itself. A sum that no longer fits throws.
public final class Sums {
    private final TreeMap<String, Long> minor = new TreeMap<>();

    public Sums add(Money money) {
        minor.merge(money.currency(), money.minor(), Math::addExact);
        return this;
    }

    public Sums addAll(Iterable<Money> amounts) {
        amounts.forEach(this::add);
        return this;
    }

    /// By currency.
    public List<Money> amounts() {
        return minor.entrySet().stream()
                .map(each -> new Money(each.getValue(), each.getKey()))
                .toList();
    }
}
