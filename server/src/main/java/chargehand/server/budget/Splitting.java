package chargehand.server.budget;

import chargehand.server.budget.Line.State;
import chargehand.server.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Notices orders that are at or below a limit each, and above it together: of one supplier and project within thirty
/// days. Invoices likewise, as far as more was paid to the supplier than was ordered of it.
/// What somebody had to approve is no part, since somebody looked at it.
final class Splitting {
    /// So many days in a row, with the first and the last.
    static final int DAYS = 30;

    private final Map<String, Bought> known = new HashMap<>();
    private final BiFunction<UUID, String, Bought> before;

    /// @param before what was bought of a supplier earlier, as worth in the limit's minor units
    Splitting(BiFunction<UUID, String, Bought> before) {
        this.before = before;
    }

    /// What was ordered or paid on a day.
    record Part(int count, BigDecimal worth) {
        Part with(Part other) {
            return new Part(count + other.count, worth.add(other.worth));
        }
    }

    /// What was ordered of a supplier and paid to it.
    static final class Bought {
        private final Map<State, TreeMap<LocalDate, Part>> parts = new EnumMap<>(State.class);
        private BigDecimal beyondOrders = BigDecimal.ZERO;

        /// @param isPart whether it counts together with others: it was not approved by itself
        void add(State state, LocalDate day, BigDecimal worth, boolean isPart) {
            beyondOrders = beyondOrders.add(state == State.spent ? worth : worth.negate());
            if (isPart) days(state).merge(day, new Part(1, worth), Part::with);
        }

        private TreeMap<LocalDate, Part> days(State state) {
            return parts.computeIfAbsent(state, _ -> new TreeMap<>());
        }
    }

    /// Null if it may pass, which then counts for those that follow.
    ///
    /// @param line ordered or paid; of orders that name no supplier all count as one
    /// @param worth in minor units of the limit's currency, at most the limit
    @Nullable
    Together beyond(Line line, BigDecimal worth, Money limit) {
        var name = line.supplier() == null ? "" : line.supplier();
        var key = line.project() + " " + key(name);
        var bought = known.computeIfAbsent(key, _ -> before.apply(line.project(), name));
        var most = most(bought.days(line.state()), line.day(), new Part(1, worth));
        if (most.count() > 1 && isBeyond(line.state(), bought, most.worth(), worth, limit)) {
            long rounded = most.worth().setScale(0, RoundingMode.HALF_EVEN).longValueExact();
            return new Together(most.count(), new Money(rounded, limit.currency()));
        }
        bought.add(line.state(), line.day(), worth, true);
        return null;
    }

    private static boolean isBeyond(State state, Bought bought, BigDecimal most, BigDecimal worth, Money limit) {
        var beyond = state == State.spent ? most.min(bought.beyondOrders.add(worth)) : most;
        return beyond.compareTo(BigDecimal.valueOf(limit.minor())) > 0;
    }

    /// The dearest of the stretches of days that hold this one.
    private static Part most(TreeMap<LocalDate, Part> bought, LocalDate day, Part own) {
        var most = own;
        var around = bought.subMap(day.minusDays(DAYS - 1), true, day.plusDays(DAYS - 1), true);
        for (int i = 0; i < DAYS && !around.isEmpty(); i++) {
            var last = day.plusDays(i);
            if (i > 0 && !around.containsKey(last)) continue;
            var sum = own;
            for (var each :
                    around.subMap(last.minusDays(DAYS - 1), true, last, true).values()) sum = sum.with(each);
            if (sum.worth().compareTo(most.worth()) > 0) most = sum;
        }
        return most;
    }

    /// However it is written: *Brandt GmbH*, *BRANDT  GmbH.*
    static String key(String supplier) {
        return supplier.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }
}
