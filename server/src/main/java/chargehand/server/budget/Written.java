package chargehand.server.budget;

import chargehand.server.shared.Money;
import chargehand.server.shared.Problem;
import chargehand.server.shared.Seen;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/// What people write about money, within its bounds.
final class Written {
    private static final int MOST_LETTERS = 500;
    private static final long MOST = 1_000_000_000_000_000L;
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2200;

    private Written() {}

    /// @throws Problem for no amount, one below nothing or beyond all bounds, or an unknown currency
    static Money amount(String field, @Nullable Money amount) {
        if (amount == null) throw Problem.invalid(field, "Say how much it is.");
        if (amount.minor() < 0) throw Problem.invalid(field, "The amount is below nothing.");
        if (amount.minor() > MOST) throw Problem.invalid(field, "The amount is beyond all bounds.");
        return new Money(amount.minor(), currency(field, amount.currency()));
    }

    /// The same, of something at least.
    static Money something(String field, @Nullable Money amount) {
        var checked = amount(field, amount);
        if (checked.minor() == 0) throw Problem.invalid(field, "The amount is nothing.");
        return checked;
    }

    static String currency(String field, @Nullable String code) {
        try {
            return Currency.getInstance(String.valueOf(code)).getCurrencyCode();
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid(field, "There is no currency %s.".formatted(code));
        }
    }

    static LocalDate day(String field, @Nullable LocalDate day) {
        if (day == null || day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)
            throw Problem.invalid(field, "Say on which day, between 1990 and 2200.");
        return day;
    }

    /// Null if there is nothing.
    static @Nullable String text(String field, @Nullable String text) {
        var seen = text == null ? "" : Seen.of(text).strip();
        if (seen.length() > MOST_LETTERS) throw Problem.invalid(field, "It is longer than 500 letters.");
        return seen.isEmpty() ? null : seen;
    }

    static String needed(String field, @Nullable String text, String otherwise) {
        var written = text(field, text);
        if (written == null) throw Problem.invalid(field, otherwise);
        return written;
    }
}
