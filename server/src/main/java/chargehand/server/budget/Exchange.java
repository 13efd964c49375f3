package chargehand.server.budget;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// In which currency sums are said, and what others were worth in it since which day.
@Repository
class Exchange {
    private static final String USUAL = "EUR";

    private final JdbcClient jdbc;

    Exchange(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param rate what one unit of the currency costs in that of the sums
    record Rate(String currency, LocalDate since, BigDecimal rate) {}

    String base() {
        return jdbc.sql("select currency from budget.base")
                .query(String.class)
                .optional()
                .orElse(USUAL);
    }

    List<Rate> all() {
        return jdbc.sql("select currency, since, rate from budget.exchange order by currency, since")
                .query((row, number) -> new Rate(
                        row.getString("currency"),
                        Objects.requireNonNull(row.getObject("since", LocalDate.class)),
                        row.getBigDecimal("rate")))
                .list();
    }

    void set(String base, List<Rate> rates) {
        jdbc.sql("delete from budget.base").update();
        jdbc.sql("insert into budget.base (currency) values (:base)")
                .param("base", base)
                .update();
        jdbc.sql("delete from budget.exchange").update();
        for (var each : rates)
            jdbc.sql("insert into budget.exchange (currency, since, rate) values (:currency, :since, :rate)")
                    .param("currency", each.currency())
                    .param("since", each.since())
                    .param("rate", each.rate())
                    .update();
    }

    Converter converter() {
        return new Converter(base(), all());
    }

    /// From any currency into that of the sums; exact until the one rounding at its end.
    static final class Converter {
        private final String base;
        private final TreeMap<String, TreeMap<LocalDate, BigDecimal>> rates = new TreeMap<>();

        Converter(String base, List<Rate> rates) {
            this.base = base;
            for (var each : rates)
                this.rates
                        .computeIfAbsent(each.currency(), any -> new TreeMap<>())
                        .put(each.since(), each.rate());
        }

        String base() {
            return base;
        }

        /// In minor units of the sums' currency, not rounded; null where nobody said what it was worth on that day.
        @Nullable
        BigDecimal exact(BigDecimal minor, String currency, LocalDate day) {
            if (currency.equals(base)) return minor;
            var known = rates.get(currency);
            var rate = known == null ? null : known.floorEntry(day);
            if (rate == null) return null;
            int digits = digits(base) - digits(currency);
            return minor.multiply(rate.getValue()).scaleByPowerOfTen(digits);
        }

        static long rounded(BigDecimal minor) {
            return minor.setScale(0, RoundingMode.HALF_EVEN).longValueExact();
        }

        private static int digits(String currency) {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        }
    }
}
