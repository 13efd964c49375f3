package chargehand.server.budget;

import chargehand.server.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Notices orders that are at or below a limit each, and above it together: of one supplier and project within thirty
/// days.
/// Orders that somebody had to approve don't count, since somebody looked at them.
final class Splitting {
    /// So many days in a row, with the first and the last.
    static final int DAYS = 30;

    private final Map<String, TreeMap<LocalDate, Part>> known = new HashMap<>();
    private final BiFunction<UUID, String, TreeMap<LocalDate, Part>> before;

    /// @param before what was ordered of a supplier earlier, by day, as worth in the limit's minor units
    Splitting(BiFunction<UUID, String, TreeMap<LocalDate, Part>> before) {
        this.before = before;
    }

    /// What was ordered on a day.
    record Part(int count, BigDecimal worth) {
        Part with(Part other) {
            return new Part(count + other.count, worth.add(other.worth));
        }
    }

    /// Null if it may pass, which then counts for those that follow.
    ///
    /// @param supplier null where nobody is named, who then counts as one
    /// @param worth in minor units of the limit's currency, at most the limit
    @Nullable
    Together beyond(UUID project, @Nullable String supplier, LocalDate day, BigDecimal worth, Money limit) {
        var name = supplier == null ? "" : supplier;
        var ordered = known.computeIfAbsent(project + " " + key(name), _ -> before.apply(project, name));
        var most = most(ordered, day, new Part(1, worth));
        if (most.count() > 1 && most.worth().compareTo(BigDecimal.valueOf(limit.minor())) > 0) {
            long rounded = most.worth().setScale(0, RoundingMode.HALF_EVEN).longValueExact();
            return new Together(most.count(), new Money(rounded, limit.currency()));
        }
        ordered.merge(day, new Part(1, worth), Part::with);
        return null;
    }

    /// The dearest of the stretches of days that hold this one.
    private static Part most(TreeMap<LocalDate, Part> ordered, LocalDate day, Part own) {
        var most = own;
        var around = ordered.subMap(day.minusDays(DAYS - 1), true, day.plusDays(DAYS - 1), true);
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
