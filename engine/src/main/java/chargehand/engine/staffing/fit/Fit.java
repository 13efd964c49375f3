package chargehand.engine.staffing.fit;

import chargehand.engine.staffing.assessment.Kind;
import chargehand.engine.staffing.fit.Demand.Side;
import chargehand.engine.staffing.fit.Qualification.Degree;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A person beside the criteria of one kind of manager.
///
/// @param met the criteria of the kind that are met, and `missing` the others, each in their order
public record Fit(Kind kind, List<Demand> met, List<Demand> missing) {
    private static final int YEARS_LEADING = 1;
    private static final int YEARS_IN_THE_FIELD = 3;
    private static final String SOFTWARE = "software";
    private static final String INFRASTRUCTURE = "infrastructure";

    public Fit {
        met = List.copyOf(met);
        missing = List.copyOf(missing);
    }

    /// @param today on which experience and certificates are counted
    public static Fit of(Qualification known, Kind kind, LocalDate today) {
        var met = new ArrayList<Demand>();
        var missing = new ArrayList<Demand>();
        for (var demand : demands(kind)) (isMet(demand, known, today) ? met : missing).add(demand);
        return new Fit(kind, met, missing);
    }

    /// The kinds that somebody is, the most demanding first; empty for none.
    public static List<Kind> kinds(Qualification known, LocalDate today) {
        return Arrays.stream(Kind.values())
                .sorted(Comparator.comparing(Kind::isTechnical).reversed())
                .filter(each -> of(known, each, today).isWhole())
                .toList();
    }

    /// The kind that somebody is not, but nearest to: the fewest musts away, if any must is met at all.
    public static Optional<Fit> nearest(Qualification known, LocalDate today) {
        return Arrays.stream(Kind.values())
                .map(each -> of(known, each, today))
                .filter(each -> !each.isWhole() && each.met.stream().anyMatch(Demand::must))
                .min(Comparator.comparingLong(Fit::mustsMissing));
    }

    private static List<Demand> demands(Kind kind) {
        return switch (kind) {
            case PROJECT_MANAGER -> List.of(Demand.LEADING, Demand.MANAGEMENT_CERTIFICATE);
            case TECHNICAL_SOFTWARE ->
                List.of(
                        Demand.LEADING,
                        Demand.MANAGEMENT_CERTIFICATE,
                        Demand.SOFTWARE_KNOWLEDGE,
                        Demand.SOFTWARE_DEGREE);
            case TECHNICAL_INFRASTRUCTURE ->
                List.of(
                        Demand.LEADING,
                        Demand.MANAGEMENT_CERTIFICATE,
                        Demand.HARDWARE_EXPERIENCE,
                        Demand.BUDGET_EXPERIENCE,
                        Demand.INFRASTRUCTURE_DEGREES);
        };
    }

    private static boolean isMet(Demand demand, Qualification known, LocalDate today) {
        return switch (demand) {
            case LEADING -> isLongSince(known.leadingSince(), YEARS_LEADING, today);
            case MANAGEMENT_CERTIFICATE ->
                known.certificates().stream().anyMatch(each -> each.management() && each.countsOn(today));
            case SOFTWARE_KNOWLEDGE ->
                hasWorkedIn(SOFTWARE, known, today)
                        || known.degrees().stream().anyMatch(each -> each.isMastersOrHigher() && isComputing(each));
            case SOFTWARE_DEGREE -> known.degrees().stream().anyMatch(Fit::isComputing);
            case HARDWARE_EXPERIENCE -> hasWorkedIn(INFRASTRUCTURE, known, today);
            case BUDGET_EXPERIENCE -> known.skills().contains("budget");
            case INFRASTRUCTURE_DEGREES ->
                known.degrees().stream().anyMatch(each -> each.isMastersOrHigher() && isManagement(each))
                        && known.degrees().stream().anyMatch(each -> isComputing(each) || isEngineering(each));
        };
    }

    private static boolean hasWorkedIn(String field, Qualification known, LocalDate today) {
        return isLongSince(known.fieldsSince().get(field), YEARS_IN_THE_FIELD, today);
    }

    private static boolean isLongSince(@Nullable LocalDate since, int years, LocalDate today) {
        return since != null && !since.plusYears(years).isAfter(today);
    }

    private static boolean isComputing(Degree degree) {
        return degree.field().equals("computing");
    }

    private static boolean isEngineering(Degree degree) {
        return degree.field().equals("engineering");
    }

    private static boolean isManagement(Degree degree) {
        return degree.field().equals("management");
    }

    /// Whether no must is missing.
    public boolean isWhole() {
        return mustsMissing() == 0;
    }

    private long mustsMissing() {
        return missing.stream().filter(Demand::must).count();
    }

    /// The side with the larger share missing; empty where nothing is. Weakness in either is what sinks projects.
    public Optional<Side> weaker() {
        if (missing.isEmpty()) return Optional.empty();
        if (!kind.isTechnical()) return Optional.of(Side.MANAGEMENT);
        return share(Side.MANAGEMENT) > share(Side.FIELD) ? Optional.of(Side.MANAGEMENT) : Optional.of(Side.FIELD);
    }

    /// Musts count double.
    private double share(Side side) {
        double all = weight(met, side) + weight(missing, side);
        return all == 0 ? 0 : weight(missing, side) / all;
    }

    private static double weight(List<Demand> demands, Side side) {
        return demands.stream()
                .filter(each -> each.side() == side)
                .mapToInt(each -> each.must() ? 2 : 1)
                .sum();
    }
}
