package chargehand.engine.staffing.fit;

import chargehand.engine.staffing.cv.Amount;
import chargehand.engine.staffing.cv.CvFindings;
import chargehand.engine.staffing.cv.DegreeLevel;
import chargehand.engine.staffing.cv.Skill;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a company's own records say of a person, as far as it bears on leading a project.
///
/// @param skills as they are noted of the person, as "servers"
/// @param fields of expertise, as "software"; where nobody noted since when, years in them are unclear
/// @param leadingSince since when they have led projects; null if nothing is known of it
/// @param fieldsSince since when they have worked in a field
/// @param budgets that they have answered for
/// @param hardware that they have worked with
/// @param shown which of the four skills they have shown, with what shows it
public record Qualification(
        List<String> skills,
        List<String> fields,
        List<Certificate> certificates,
        List<Degree> degrees,
        @Nullable LocalDate leadingSince,
        Map<String, LocalDate> fieldsSince,
        List<Amount> budgets,
        List<String> hardware,
        Map<Skill, String> shown) {
    public static final Qualification NONE = new Qualification(
            List.of(), List.of(), List.of(), List.of(), null, Map.of(), List.of(), List.of(), Map.of());

    public Qualification {
        skills = List.copyOf(skills);
        fields = List.copyOf(fields);
        certificates = List.copyOf(certificates);
        degrees = List.copyOf(degrees);
        fieldsSince = Map.copyOf(fieldsSince);
        budgets = List.copyOf(budgets);
        hardware = List.copyOf(hardware);
        shown = Map.copyOf(shown);
    }

    /// @param management whether it is one of managing projects
    /// @param expires the last day on which it counts; null for one that lasts
    /// @param refuted whether the issuer's register knows nothing of it
    public record Certificate(
            String name, boolean management, @Nullable LocalDate expires, boolean refuted) {
        boolean countsOn(LocalDate day) {
            return expires == null || !day.isAfter(expires);
        }
    }

    /// @param field as "computing", "engineering", "management"
    public record Degree(DegreeLevel level, String field) {}

    /// The same as if a CV said it: each with the line of the record that says so, counted from 1.
    public CvFindings findings(LocalDate today) {
        return new Records(this, today).findings();
    }
}
