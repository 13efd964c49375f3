package chargehand.server.budget;

import chargehand.server.budget.Line.Category;
import chargehand.server.budget.Line.Nature;
import chargehand.server.budget.Line.State;
import chargehand.server.budget.MoneyView.Amounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Amounts in one currency, not yet rounded: each sum is rounded once, at its end.
final class Tally {
    /// @param own whether it is the cost of our people by the calendar
    /// @param done whether its task is finished
    record Entry(
            @Nullable String task,
            State state,
            Nature nature,
            Category category,
            LocalDate month,
            BigDecimal minor,
            boolean own,
            boolean done) {}

    private final List<Entry> entries = new ArrayList<>();

    void add(Entry entry) {
        entries.add(entry);
    }

    List<Entry> entries() {
        return entries;
    }

    Amounts all() {
        return amounts(each -> true);
    }

    Amounts amounts(Predicate<Entry> which) {
        var sums = new EnumMap<State, BigDecimal>(State.class);
        for (var each : entries) if (which.test(each)) sums.merge(each.state(), each.minor(), BigDecimal::add);
        return new Amounts(
                rounded(sums, State.approved),
                rounded(sums, State.planned),
                rounded(sums, State.committed),
                rounded(sums, State.spent));
    }

    private static long rounded(Map<State, BigDecimal> sums, State state) {
        return Exchange.Converter.rounded(sums.getOrDefault(state, BigDecimal.ZERO));
    }

    BigDecimal sum(Predicate<Entry> which) {
        return entries.stream().filter(which).map(Entry::minor).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private record Key(@Nullable String task, Category category) {}

    /// Of what is bought: for each element and category the most that is known, whether it is planned, ordered or paid,
    /// since an order stands for what was planned, and an invoice for the order.
    BigDecimal bought() {
        return purchases().stream().map(Entry::minor).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// Of that, what can be passed on: neither people nor the reserve.
    BigDecimal material() {
        return purchases().stream()
                .filter(each -> each.category() != Category.people && each.category() != Category.reserve)
                .map(Entry::minor)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// What it comes to, month by month: our people by the calendar, and what is bought.
    List<Entry> expected() {
        var expected = new ArrayList<>(purchases());
        for (var each : entries) if (each.own() && each.state() == State.planned) expected.add(each);
        return expected;
    }

    private List<Entry> purchases() {
        var known = new HashMap<Key, EnumMap<State, BigDecimal>>();
        for (var each : entries)
            if (isBought(each))
                known.computeIfAbsent(key(each), any -> new EnumMap<>(State.class))
                        .merge(each.state(), each.minor(), BigDecimal::add);
        return entries.stream()
                .filter(each -> isBought(each) && each.state() == most(known.get(key(each))))
                .toList();
    }

    private static boolean isBought(Entry entry) {
        return !entry.own() && entry.state() != State.approved;
    }

    private static Key key(Entry entry) {
        return new Key(entry.task(), entry.category());
    }

    private static @Nullable State most(@Nullable Map<State, BigDecimal> sums) {
        if (sums == null) return null;
        return sums.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    /// The same amounts with other elements.
    Tally mapped(Function<@Nullable String, @Nullable String> element) {
        var mapped = new Tally();
        for (var each : entries)
            mapped.add(new Entry(
                    element.apply(each.task()),
                    each.state(),
                    each.nature(),
                    each.category(),
                    each.month(),
                    each.minor(),
                    each.own(),
                    each.done()));
        return mapped;
    }
}
