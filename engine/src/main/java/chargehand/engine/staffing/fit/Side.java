package chargehand.engine.staffing.fit;

import chargehand.engine.staffing.cv.Field;
import chargehand.engine.staffing.cv.Study;
import chargehand.engine.staffing.profile.Requirement;
import java.util.List;
import java.util.Set;

/// Which of the two sides of a manager a requirement belongs to. Weakness in either is what sinks projects.
public enum Side {
    /// leading, its certificates and degrees, money, and the four skills
    MANAGEMENT("management"),
    /// what they would have to know of the work itself
    FIELD("field");

    private static final String LEADING_PROJECTS = "project";

    private static final Set<Field> LEADING = Set.of(Field.PROJECT_MANAGEMENT, Field.LEADERSHIP);

    private final String code;

    Side(String code) {
        this.code = code;
    }

    /// Stable, as programs read it.
    public String code() {
        return code;
    }

    /// Where one of several will do, the first of them says it.
    public static Side of(Requirement requirement) {
        return switch (requirement) {
            case Requirement.HasCertificate(var group) ->
                group == null || group.equals(LEADING_PROJECTS) ? MANAGEMENT : FIELD;
            case Requirement.HasDegree degree -> degree.in().equals(List.of(Study.MANAGEMENT)) ? MANAGEMENT : FIELD;
            case Requirement.HasYears years -> LEADING.contains(years.in()) ? MANAGEMENT : FIELD;
            case Requirement.HasBudget budget -> MANAGEMENT;
            case Requirement.Shows skill -> MANAGEMENT;
            case Requirement.HasHardware hardware -> FIELD;
            case Requirement.Either(var any) -> of(any.getFirst());
        };
    }
}
