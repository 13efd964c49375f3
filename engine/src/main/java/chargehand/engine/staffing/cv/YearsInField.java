package chargehand.engine.staffing.cv;

import java.util.List;

/// How long somebody has worked in a field.
///
/// @param years with one decimal; time in two positions at once counts once
/// @param dated true if counted from dated positions, false if the text only says so: "10+ years of Java"
/// @param lines the positions, or the sentence, on which it rests; at least one
public record YearsInField(Field field, double years, boolean dated, List<CvLine> lines) {
    public YearsInField {
        lines = List.copyOf(lines);
    }
}
