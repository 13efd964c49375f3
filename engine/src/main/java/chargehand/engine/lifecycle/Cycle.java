package chargehand.engine.lifecycle;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The versions of a product that its makers mend until one day.
///
/// @param name as endoflife.date has it: `8`, `2012-r2`
/// @param others further ways to write it, as code names
/// @param end the last day of security fixes for everybody; null if it is not known, or not yet said
/// @param paidEnd the last day of fixes that are paid for; null if there are none or it is not known
/// @param ended it is over, on a day that may not be known
/// @param source the address where its makers say so
public record Cycle(
        String name,
        List<String> others,
        @Nullable LocalDate end,
        @Nullable LocalDate paidEnd,
        boolean ended,
        String source) {
    public Cycle {
        others = List.copyOf(others);
    }
}
