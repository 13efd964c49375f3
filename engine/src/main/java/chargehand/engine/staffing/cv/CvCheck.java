package chargehand.engine.staffing.cv;

import java.time.LocalDate;

/// Reads what a CV says: the way in.
public final class CvCheck {
    private CvCheck() {}

    /// Deterministic: the same text and day give the same findings. Never fails, whatever the text.
    ///
    /// @param today until when positions run that have no end
    public static CvFindings of(CvText text, LocalDate today) {
        var flow = new Flow(text);
        var sections = new Sections(flow);
        var years = new Years(flow, sections, today);
        return new CvFindings(
                new Certificates(flow, sections, today).all(),
                new Degrees(flow, sections, today).all(),
                years.all(),
                years.working(),
                Budgets.in(flow),
                Mentioned.hardware(flow),
                Mentioned.tools(flow),
                Mentioned.skills(flow));
    }
}
