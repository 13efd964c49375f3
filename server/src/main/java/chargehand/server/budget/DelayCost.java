package chargehand.server.budget;

import chargehand.server.shared.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// What it costs that a project ends later, as somebody stated it.
///
/// @param amount for each `per` by which it ends after `after`
/// @param why it costs that, in words
@Schema(name = "DelayCost")
record DelayCost(Money amount, Per per, LocalDate after, String why) {
    @Schema(name = "DelayPer")
    enum Per {
        week,
        month
    }

    private static final BigDecimal DAYS_OF_A_WEEK = BigDecimal.valueOf(7);
    private static final int DIGITS = 12;

    /// What an end on that day costs, in minor units and rounded once; nothing until `after`. A week is seven days; of
    /// months the whole ones count from the day on, and of the last one its days.
    long at(LocalDate end) {
        if (!end.isAfter(after)) return 0;
        return Exchange.Converter.rounded(BigDecimal.valueOf(amount.minor()).multiply(times(end)));
    }

    private BigDecimal times(LocalDate end) {
        return switch (per) {
            case week ->
                BigDecimal.valueOf(ChronoUnit.DAYS.between(after, end))
                        .divide(DAYS_OF_A_WEEK, DIGITS, RoundingMode.HALF_EVEN);
            case month -> {
                long whole = ChronoUnit.MONTHS.between(after, end);
                var begun = after.plusMonths(whole);
                long length = ChronoUnit.DAYS.between(begun, after.plusMonths(whole + 1));
                yield BigDecimal.valueOf(whole)
                        .add(BigDecimal.valueOf(ChronoUnit.DAYS.between(begun, end))
                                .divide(BigDecimal.valueOf(length), DIGITS, RoundingMode.HALF_EVEN));
            }
        };
    }
}
