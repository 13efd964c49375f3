package chargehand.engine.staffing.fit;

import chargehand.engine.staffing.assessment.Kind;
import chargehand.engine.staffing.profile.CriteriaCheck;
import chargehand.engine.staffing.profile.CriterionFinding;
import chargehand.engine.staffing.profile.CriterionFinding.Finding;
import chargehand.engine.staffing.profile.Profile;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/// A person beside the profile of one kind of manager, held against it by the rules that read CVs: whoever edits the
/// profile changes who is of the kind, and what is missing.
///
/// @param findings one for each criterion of the profile, in their order, with the line of the person's record on which
///     it rests
public record Fit(Kind kind, List<CriterionFinding> findings) {
    public Fit {
        findings = List.copyOf(findings);
    }

    /// @param profile that says what the kind needs
    /// @param today on which experience and certificates are counted
    public static Fit of(Qualification known, Kind kind, Profile profile, LocalDate today) {
        return new Fit(kind, CriteriaCheck.of(profile, known.findings(today)));
    }

    /// The kinds that somebody is, the most demanding first; empty for none.
    ///
    /// @param profiles what each kind needs; one for each
    public static List<Kind> kinds(Qualification known, Map<Kind, Profile> profiles, LocalDate today) {
        return all(known, profiles, today).stream()
                .filter(Fit::isWhole)
                .map(Fit::kind)
                .sorted(Comparator.comparing(Kind::isTechnical).reversed())
                .toList();
    }

    /// The kind that somebody is not, but nearest to: the fewest musts away, if any must is met at all.
    ///
    /// @param profiles what each kind needs; one for each
    public static Optional<Fit> nearest(Qualification known, Map<Kind, Profile> profiles, LocalDate today) {
        return all(known, profiles, today).stream()
                .filter(each -> !each.isWhole() && each.findings.stream().anyMatch(MUST.and(MET)))
                .min(Comparator.comparingLong(Fit::mustsMissing));
    }

    private static List<Fit> all(Qualification known, Map<Kind, Profile> profiles, LocalDate today) {
        var findings = known.findings(today);
        return Arrays.stream(Kind.values())
                .map(each -> new Fit(
                        each, CriteriaCheck.of(Objects.requireNonNull(profiles.get(each), each.code()), findings)))
                .toList();
    }

    private static final Predicate<CriterionFinding> MUST =
            each -> each.criterion().must();
    private static final Predicate<CriterionFinding> MET = each -> each.finding() == Finding.MET;

    /// Whether no must is missing. What is unclear is missing until somebody notes it.
    public boolean isWhole() {
        return mustsMissing() == 0;
    }

    /// What isn't met, in the order of the profile.
    public List<CriterionFinding> missing() {
        return findings.stream().filter(MET.negate()).toList();
    }

    private long mustsMissing() {
        return findings.stream().filter(MUST.and(MET.negate())).count();
    }

    /// The side with the larger share missing, the field of two alike; empty where nothing is missing.
    public Optional<Side> weaker() {
        if (missing().isEmpty()) return Optional.empty();
        return share(Side.MANAGEMENT) > share(Side.FIELD) ? Optional.of(Side.MANAGEMENT) : Optional.of(Side.FIELD);
    }

    private double share(Side side) {
        double all = weight(side, any -> true);
        return all == 0 ? 0 : weight(side, MET.negate()) / all;
    }

    /// Musts count double.
    private double weight(Side side, Predicate<CriterionFinding> counted) {
        return findings.stream()
                .filter(counted.and(each -> Side.of(each.criterion().requirement()) == side))
                .mapToInt(each -> MUST.test(each) ? 2 : 1)
                .sum();
    }
}
