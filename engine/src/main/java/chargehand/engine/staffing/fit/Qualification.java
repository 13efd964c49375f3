package chargehand.engine.staffing.fit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is known of a person that bears on leading a project.
///
/// @param skills in lower case, as "project management"
/// @param fields of expertise, as "software"
/// @param leadingSince since when they have led projects; null if nothing is known of it
/// @param fieldsSince since when they have worked in a field
public record Qualification(
        Set<String> skills,
        Set<String> fields,
        List<Certificate> certificates,
        List<Degree> degrees,
        @Nullable LocalDate leadingSince,
        Map<String, LocalDate> fieldsSince) {
    public Qualification {
        skills = Set.copyOf(skills);
        fields = Set.copyOf(fields);
        certificates = List.copyOf(certificates);
        degrees = List.copyOf(degrees);
        fieldsSince = Map.copyOf(fieldsSince);
    }

    /// @param management whether it is one of managing projects
    /// @param expires the last day on which it counts; null for one that lasts
    public record Certificate(
            String name, boolean management, @Nullable LocalDate expires) {
        boolean countsOn(LocalDate day) {
            return expires == null || !day.isAfter(expires);
        }
    }

    /// @param field as "computing", "engineering", "management"
    public record Degree(Level level, String field) {
        public enum Level {
            BACHELOR,
            MASTER,
            DOCTOR
        }

        boolean isMastersOrHigher() {
            return level != Level.BACHELOR;
        }
    }
}
