package chargehand.server.budget;

import chargehand.server.budget.Exchange.Rate;
import chargehand.server.identity.Caller;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;

/// The rates, for who sets up a company.
@Service
public class ExchangeRates {
    private final MoneyEditing editing;

    ExchangeRates(MoneyEditing editing) {
        this.editing = editing;
    }

    /// One rate, in place of all.
    ///
    /// @param base the currency of sums
    public void set(Caller caller, String base, String currency, LocalDate since, BigDecimal rate) {
        editing.setRates(caller, base, List.of(new Rate(currency, since, rate)));
    }
}
