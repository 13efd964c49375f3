package chargehand.engine.staffing.profile;

import chargehand.engine.staffing.cv.Amount;
import chargehand.engine.staffing.cv.Budget;
import chargehand.engine.staffing.cv.Certificate;
import chargehand.engine.staffing.cv.CvFindings;
import chargehand.engine.staffing.cv.CvLine;
import chargehand.engine.staffing.cv.Degree;
import chargehand.engine.staffing.cv.DegreeLevel;
import chargehand.engine.staffing.cv.Field;
import chargehand.engine.staffing.cv.Skill;
import chargehand.engine.staffing.cv.Study;
import chargehand.engine.staffing.profile.CriterionFinding.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Holds what a CV says against a profile. Absence is never a contradiction: *not met* needs a line that says
/// otherwise.
public final class CriteriaCheck {
    /// By so much, in years, all work together must fall short before years in one field are *not met*.
    private static final double MARGIN = 0.5;
    /// Of similar worth: no rate between them makes a budget of half as much one of as much.
    private static final Set<String> ALIKE = Set.of("USD", "EUR", "GBP", "CHF");

    private record Said(Finding finding, @Nullable CvLine line) {}

    private final CvFindings cv;

    private CriteriaCheck(CvFindings cv) {
        this.cv = cv;
    }

    /// A finding for each criterion, in their order.
    public static List<CriterionFinding> of(Profile profile, CvFindings cv) {
        var check = new CriteriaCheck(cv);
        return profile.criteria().stream().map(check::finding).toList();
    }

    private CriterionFinding finding(Criterion criterion) {
        var said = said(criterion.requirement());
        return new CriterionFinding(criterion, said.finding(), said.line());
    }

    private Said said(Requirement requirement) {
        return switch (requirement) {
            case Requirement.HasCertificate(var group) -> certificate(group);
            case Requirement.HasDegree(var least, var in) -> degree(least, in);
            case Requirement.HasYears(var least, var in) -> years(least, in);
            case Requirement.HasBudget(var least) -> budget(least);
            case Requirement.HasHardware() -> hardware();
            case Requirement.Shows(var skill) -> skill(skill);
            case Requirement.Either(var any) ->
                any.stream().map(this::said).min(BEST_FIRST).orElseThrow();
        };
    }

    private static final List<Finding> ORDER =
            List.of(Finding.MET, Finding.UNCLEAR, Finding.NOT_FOUND, Finding.NOT_MET);
    private static final Comparator<Said> BEST_FIRST = Comparator.comparingInt(each -> ORDER.indexOf(each.finding()));

    private Said certificate(@Nullable String group) {
        Predicate<Certificate> wanted =
                each -> group == null || each.entry().group().equals(group);
        return cv.certificates().stream()
                .filter(wanted)
                .map(each -> new Said(finding(each.state()), each.line()))
                .min(BEST_FIRST)
                .orElse(new Said(Finding.NOT_FOUND, null));
    }

    private static Finding finding(Certificate.State state) {
        return switch (state) {
            case CLAIMED, VERIFIED -> Finding.MET;
            case UNCLEAR -> Finding.UNCLEAR;
            case FAILED -> Finding.NOT_MET;
        };
    }

    private Said degree(DegreeLevel least, List<Study> in) {
        return cv.degrees().stream()
                .map(each -> new Said(degree(each, least, in), each.line()))
                .min(BEST_FIRST)
                .orElse(new Said(Finding.NOT_FOUND, null));
    }

    private static Finding degree(Degree degree, DegreeLevel least, List<Study> in) {
        if (!degree.level().isAtLeast(least)) return Finding.NOT_FOUND;
        if (in.isEmpty() || in.stream().anyMatch(degree::isIn)) return Finding.MET;
        return degree.field() == null ? Finding.UNCLEAR : Finding.NOT_FOUND;
    }

    private Said years(int least, Field in) {
        var found = cv.in(in);
        if (found.isPresent() && found.get().years() >= least)
            return new Said(Finding.MET, found.get().lines().getFirst());
        var working = cv.working();
        if (working.isPresent() && working.get().complete() && working.get().years() + MARGIN < least)
            return new Said(Finding.NOT_MET, working.get().line());
        return found.map(each -> new Said(Finding.UNCLEAR, each.lines().getFirst()))
                .orElse(new Said(Finding.NOT_FOUND, null));
    }

    private Said budget(@Nullable Amount least) {
        return cv.budgets().stream()
                .map(each -> new Said(budget(each, least), each.line()))
                .min(BEST_FIRST)
                .orElse(new Said(Finding.NOT_FOUND, null));
    }

    private static Finding budget(Budget budget, @Nullable Amount least) {
        var amount = budget.amount();
        if (least == null) return Finding.MET;
        if (amount == null) return Finding.UNCLEAR;
        if (amount.currency().equals(least.currency()))
            return amount.units() >= least.units() ? Finding.MET : Finding.NOT_MET;
        if (!ALIKE.contains(amount.currency()) || !ALIKE.contains(least.currency())) return Finding.UNCLEAR;
        if (amount.units() >= least.units()) return Finding.MET;
        return amount.units() * 2 < least.units() ? Finding.NOT_MET : Finding.UNCLEAR;
    }

    private Said hardware() {
        return cv.hardware().isEmpty()
                ? new Said(Finding.NOT_FOUND, null)
                : new Said(Finding.MET, cv.hardware().getFirst().line());
    }

    private Said skill(Skill skill) {
        var line = cv.skills().get(skill);
        return line == null ? new Said(Finding.NOT_FOUND, null) : new Said(Finding.MET, line);
    }
}
