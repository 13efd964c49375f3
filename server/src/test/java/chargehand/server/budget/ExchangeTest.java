package chargehand.server.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chargehand.server.budget.Exchange.Converter;
import chargehand.server.budget.Exchange.Rate;
import chargehand.server.shared.CsvLine;
import chargehand.server.shared.Money;
import chargehand.server.shared.Sums;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Money in any currency, exact until the one rounding at the end of a sum.
class ExchangeTest {
    private static final LocalDate JANUARY = LocalDate.of(2027, 1, 1);
    private static final Converter EUROS = new Converter(
            "EUR",
            List.of(
                    new Rate("CHF", JANUARY, new BigDecimal("1.05")),
                    new Rate("CHF", JANUARY.plusMonths(3), new BigDecimal("1.10")),
                    new Rate("JPY", JANUARY, new BigDecimal("0.0061")),
                    new Rate("KWD", JANUARY, new BigDecimal("3"))));

    @Test
    void takesTheRateOfTheDay() {
        assertEquals("105.00", exact(100, "CHF", JANUARY));
        assertEquals("105.00", exact(100, "CHF", JANUARY.plusMonths(3).minusDays(1)));
        assertEquals("110.00", exact(100, "CHF", JANUARY.plusMonths(3)));
        assertNull(EUROS.exact(BigDecimal.ONE, "CHF", JANUARY.minusDays(1)), "before the first rate nobody knows");
        assertNull(EUROS.exact(BigDecimal.ONE, "USD", JANUARY));
    }

    @Test
    void knowsHowManyDigitsACurrencyHas() {
        assertEquals("6100.00", exact(10_000, "JPY", JANUARY).replaceFirst("^6\\.1E\\+?3$", "6100.00"));
        assertEquals(
                30, Converter.rounded(Objects.requireNonNull(EUROS.exact(BigDecimal.valueOf(100), "KWD", JANUARY))));
        assertEquals("12.345", MoneyCsv.amount(12_345, "KWD"));
        assertEquals("12345", MoneyCsv.amount(12_345, "JPY"));
    }

    @Test
    void roundsASumOnceAndHalvesToTheEvenCent() {
        var third = new BigDecimal("0.5");
        assertEquals(0, Converter.rounded(third));
        assertEquals(2, Converter.rounded(new BigDecimal("1.5")));
        assertEquals(1, Converter.rounded(third.add(third)));
    }

    @Test
    void aSumThatNoLongerFitsIsNoSum() {
        var sums = new Sums().add(new Money(Long.MAX_VALUE, "EUR"));

        assertThrows(ArithmeticException.class, () -> sums.add(new Money(1, "EUR")));
        assertThrows(ArithmeticException.class, () -> Converter.rounded(new BigDecimal("1e30")));
    }

    @Test
    void aSpreadsheetNeverTakesACellForAFormula() {
        assertEquals("'=1+1", CsvLine.cell("=1+1"));
        assertEquals("'@x", CsvLine.cell("@x"));
        assertEquals("\"'-2,5\"", CsvLine.cell("-2,5"));
        assertEquals("\"a \"\"b\"\"\"", CsvLine.cell("a \"b\""));
        assertEquals("", CsvLine.cell(null));
    }

    private static String exact(long minor, String currency, LocalDate day) {
        return Objects.requireNonNull(EUROS.exact(BigDecimal.valueOf(minor), currency, day))
                .toPlainString();
    }
}
