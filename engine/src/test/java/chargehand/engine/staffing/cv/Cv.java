package chargehand.engine.staffing.cv;

import java.time.LocalDate;
import java.util.List;

/// A CV of a few lines, and what is found in it, in short.
final class Cv {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private Cv() {}

    static CvFindings of(String text) {
        return CvCheck.of(CvText.of(text), TODAY);
    }

    /// Those that are claimed, by name; an unclear one with a question mark.
    static List<String> certificates(String text) {
        return of(text).certificates().stream()
                .map(each -> each.entry().name() + (each.state() == Certificate.State.UNCLEAR ? "?" : ""))
                .toList();
    }

    static List<DegreeLevel> levels(String text) {
        return of(text).degrees().stream().map(Degree::level).toList();
    }

    /// -1 if there are none.
    static double years(String text, Field field) {
        return of(text).in(field).map(YearsInField::years).orElse(-1.0);
    }
}
