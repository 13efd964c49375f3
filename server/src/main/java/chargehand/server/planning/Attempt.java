package chargehand.server.planning;

import chargehand.engine.levelling.Calendar;
import chargehand.server.planning.PlanChanges.Kind;
import chargehand.server.planning.PlanEdits.Edited;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an edit is about to do.
///
/// @param calendar of the edited plan where it is known, or null to have it repaired
/// @param undoes the step that is taken back, or null
/// @param exact whether a step that is taken back leaves everything as it was before it
record Attempt(
        Edited edited,
        @Nullable Calendar calendar,
        Kind kind,
        String label,
        @Nullable Long undoes,
        boolean exact) {
    static Attempt edit(Edited edited, @Nullable Calendar calendar, String label) {
        return new Attempt(edited, calendar, Kind.edit, label, null, false);
    }

    static Attempt nothing(LivePlan old) {
        var edited = new Edited(old.written(), List.of(), List.of(), Set.of());
        return new Attempt(edited, old.calendar(), Kind.undo, "", null, false);
    }
}
