package chargehand.engine.staffing.profile;

import chargehand.engine.staffing.cv.Amount;
import chargehand.engine.staffing.cv.DegreeLevel;
import chargehand.engine.staffing.cv.Field;
import chargehand.engine.staffing.cv.Skill;
import chargehand.engine.staffing.cv.Study;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a criterion asks for. [#words()] is how a profile's text says it.
public sealed interface Requirement {
    /// @param group of the catalogue: `project` for a certificate of managing, else a field as `networks`; null for any
    record HasCertificate(@Nullable String group) implements Requirement {}

    /// @param in any of these; empty for any study
    record HasDegree(DegreeLevel least, List<Study> in) implements Requirement {
        public HasDegree {
            in = List.copyOf(in);
        }
    }

    /// @param least whole years, at least 1
    record HasYears(int least, Field in) implements Requirement {}

    /// @param least null if any budget will do
    record HasBudget(@Nullable Amount least) implements Requirement {}

    record HasHardware() implements Requirement {}

    record Shows(Skill skill) implements Requirement {}

    /// One of several will do.
    record Either(List<Requirement> any) implements Requirement {
        public Either {
            any = List.copyOf(any);
        }
    }

    /// As `a bachelor's degree or higher in computing or engineering`.
    default String words() {
        return switch (this) {
            case HasCertificate(var group) -> group == null ? "a certificate" : certificate(group);
            case HasDegree(var least, var in) -> degree(least) + (in.isEmpty() ? "" : " in " + studies(in));
            case HasYears(var least, var in) -> "at least %d years in %s".formatted(least, in.code());
            case HasBudget(var least) ->
                "experience with budgets"
                        + (least == null ? "" : " of at least %d %s".formatted(least.units(), least.currency()));
            case HasHardware() -> "experience with hardware";
            case Shows(var skill) -> "signs of " + name(skill);
            case Either(var any) -> any.stream().map(Requirement::words).collect(Collectors.joining("; or "));
        };
    }

    private static String certificate(String group) {
        return group.equals("project") ? "a management certificate" : "a certificate in " + group;
    }

    private static String degree(DegreeLevel level) {
        return switch (level) {
            case OTHER -> "a diploma or higher";
            case ASSOCIATE -> "an associate's degree or higher";
            case BACHELOR -> "a bachelor's degree or higher";
            case MASTER -> "a master's degree or higher";
            case DOCTOR -> "a doctor's degree";
        };
    }

    private static String studies(List<Study> studies) {
        return studies.stream()
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" or "));
    }

    private static String name(Skill skill) {
        return skill.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
