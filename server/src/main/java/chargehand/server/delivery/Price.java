package chargehand.server.delivery;

import chargehand.server.shared.Money;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a change costs the client: stated, or so many hours at a rate.
///
/// @param amount to pay; below 0 where something goes away
/// @param minutes of work that are charged, and `rate` for an hour of it; both or none
@Schema(name = "ChangePrice")
public record Price(
        Money amount, @Nullable Integer minutes, @Nullable Money rate) {
    private static final long MOST = 1_000_000_000_000L;
    private static final int MOST_MINUTES = 10_000_000;
    private static final int HOUR = 60;

    /// @throws Problem for an amount or a currency that there is not
    static Price stated(Money amount) {
        return new Price(checked("amount", amount), null, null);
    }

    /// Halves of the smallest unit are rounded up.
    static Price byHours(int minutes, Money rate) {
        if (minutes < 1 || minutes > MOST_MINUTES)
            throw Problem.invalid("minutes", "%d minutes can't be charged.".formatted(minutes));
        var hour = checked("rate", rate);
        var minor = BigDecimal.valueOf(hour.minor())
                .multiply(BigDecimal.valueOf(minutes))
                .divide(BigDecimal.valueOf(HOUR), 0, RoundingMode.HALF_UP)
                .longValueExact();
        return new Price(checked("rate", new Money(minor, hour.currency())), minutes, hour);
    }

    private static Money checked(String field, Money money) {
        if (Math.abs(money.minor()) > MOST)
            throw Problem.invalid(field, "%d is more than can be offered.".formatted(money.minor()));
        return new Money(money.minor(), currency(field, money.currency()).getCurrencyCode());
    }

    private static Currency currency(String field, @Nullable String code) {
        try {
            return Currency.getInstance(code == null ? "" : code.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid(field, "There is no currency “%s”.".formatted(code))
                    .hint("Write its three letters, as EUR.");
        }
    }

    /// As "4,800.00 EUR", or "4.800,00 EUR" in German.
    static String shown(Money money, Locale language) {
        int digits = Math.max(0, Currency.getInstance(money.currency()).getDefaultFractionDigits());
        return String.format(language, "%,." + digits + "f", BigDecimal.valueOf(money.minor(), digits)) + "\u00a0"
                + money.currency();
    }
}
