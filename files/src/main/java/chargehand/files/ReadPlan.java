package chargehand.files;

import chargehand.engine.plan.Plan;
import java.util.List;

/// A plan as it was read from a file, and what the file holds besides.
///
/// @param format what kind of file it was: "Microsoft Project", "JSON"…
public record ReadPlan(Plan plan, String format, List<NotCarriedOver> notCarriedOver) {
    public ReadPlan {
        notCarriedOver = List.copyOf(notCarriedOver);
    }
}
