package chargehand.engine.lifecycle;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
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

    /// This one with what another list says of it; what that leaves open stays. Its source counts where it says
    /// something else.
    Cycle completedBy(Cycle other) {
        var day = other.end == null ? end : other.end;
        var paid = other.paidEnd == null ? paidEnd : other.paidEnd;
        boolean over = ended || other.ended && end == null;
        boolean same = Objects.equals(day, end) && Objects.equals(paid, paidEnd) && over == ended;
        var all = new LinkedHashSet<>(others);
        all.addAll(other.others);
        return new Cycle(name, List.copyOf(all), day, paid, over, same ? source : other.source);
    }
}
