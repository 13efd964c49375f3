package chargehand.server.staffing;

import chargehand.engine.staffing.assessment.Kind;
import chargehand.engine.staffing.cv.Amount;
import chargehand.engine.staffing.cv.DegreeLevel;
import chargehand.engine.staffing.cv.Skill;
import chargehand.engine.staffing.fit.Fit;
import chargehand.engine.staffing.fit.Qualification;
import chargehand.engine.staffing.fit.Side;
import chargehand.engine.staffing.profile.CriterionFinding;
import chargehand.engine.staffing.profile.CriterionFinding.Finding;
import chargehand.engine.staffing.profile.CriterionWords;
import chargehand.engine.staffing.profile.Profile;
import chargehand.server.people.Person;
import chargehand.server.people.Qualifications;
import chargehand.server.shared.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What kind of manager a person could be, by what is known of them and the profiles of today, and how they stand to
/// one kind.
final class PersonFit {
    /// So long before it runs out a certificate warns: what a renewal with points of learning takes.
    private static final int WARNING_DAYS = 120;

    private static final Map<String, Skill> SKILLS = Map.of(
            "communication",
            Skill.COMMUNICATION,
            "organisation",
            Skill.ORGANISATION,
            "punctuality",
            Skill.PUNCTUALITY,
            "leadingATeam",
            Skill.LEADING_A_TEAM);

    private final Qualification known;
    private final Qualifications qualifications;
    private final Map<Kind, Profile> profiles;
    private final LocalDate today;

    /// @param profiles what each kind needs; one for each
    PersonFit(Person person, Qualifications qualifications, Map<Kind, Profile> profiles, LocalDate today) {
        this.profiles = profiles;
        this.qualifications = qualifications;
        this.today = today;
        known = new Qualification(
                person.skills().keySet().stream().sorted().toList(),
                person.fields(),
                qualifications.certificates().stream()
                        .map(PersonFit::certificate)
                        .toList(),
                qualifications.degrees().stream().map(PersonFit::degree).toList(),
                qualifications.leadingSince(),
                qualifications.fieldsSince(),
                qualifications.budgets().stream().map(PersonFit::amount).toList(),
                qualifications.hardware(),
                shown(qualifications.shown()));
    }

    private static Qualification.Certificate certificate(Qualifications.Certificate certificate) {
        var checked = certificate.checked();
        boolean refuted = checked != null && checked.finding().equals("notMet");
        return new Qualification.Certificate(
                certificate.name(), certificate.management(), certificate.expires(), refuted);
    }

    private static Qualification.Degree degree(Qualifications.Degree degree) {
        return new Qualification.Degree(DegreeLevel.valueOf(degree.level().toUpperCase(Locale.ROOT)), degree.field());
    }

    private static Amount amount(Money budget) {
        int digits = Math.max(0, Currency.getInstance(budget.currency()).getDefaultFractionDigits());
        return new Amount(BigDecimal.valueOf(budget.minor(), digits).longValue(), budget.currency());
    }

    private static Map<Skill, String> shown(Map<String, String> shown) {
        return shown.entrySet().stream()
                .filter(each -> SKILLS.containsKey(each.getKey()))
                .collect(Collectors.toMap(
                        each -> Objects.requireNonNull(SKILLS.get(each.getKey())), Map.Entry::getValue));
    }

    /// One criterion of a kind.
    ///
    /// @param id stable within the profile of the kind: `leading`
    /// @param asked what it asks for, as the profile says it, in the reader's language
    /// @param line of what is known of the person that says so, or comes nearest; absent where nothing does
    @Schema(name = "FitCriterion")
    record CriterionView(
            String id,
            String asked,
            String side,
            boolean must,
            boolean met,
            @Nullable String line) {}

    /// A person beside the criteria of a kind.
    ///
    /// @param version of the profile that says what the kind needs
    /// @param whole whether no must is missing
    /// @param weaker the side with more missing; absent where nothing is
    @Schema(name = "PersonFit")
    record FitView(
            String kind,
            int version,
            boolean whole,
            @Nullable String weaker,
            List<CriterionView> criteria) {}

    /// @param state `valid`, `expiring` within 120 days, or `expired`
    /// @param checked absent as long as nobody has looked it up
    @Schema(name = "CertificateState")
    record CertificateView(
            String name,
            @Nullable String issuer,
            boolean management,
            @Nullable LocalDate expires,
            String state,
            Qualifications.@Nullable Check checked) {}

    /// @param language of what is asked
    FitView to(Kind kind, Locale language) {
        return view(Fit.of(known, kind, profile(kind), today), language);
    }

    private FitView view(Fit fit, Locale language) {
        var words = CriterionWords.in(language);
        return new FitView(
                fit.kind().code(),
                profile(fit.kind()).version(),
                fit.isWhole(),
                fit.weaker().map(Side::code).orElse(null),
                fit.findings().stream().map(each -> view(each, words)).toList());
    }

    private static CriterionView view(CriterionFinding finding, CriterionWords words) {
        var criterion = finding.criterion();
        var line = finding.line();
        return new CriterionView(
                criterion.id(),
                words.asked(criterion),
                Side.of(criterion.requirement()).code(),
                criterion.must(),
                finding.finding() == Finding.MET,
                line == null ? null : line.text());
    }

    private Profile profile(Kind kind) {
        return Objects.requireNonNull(profiles.get(kind), kind.code());
    }

    List<String> kinds() {
        return Fit.kinds(known, profiles, today).stream().map(Kind::code).toList();
    }

    /// Null for somebody who is of no kind.
    @Nullable
    Kind mostDemanding() {
        return Fit.kinds(known, profiles, today).stream().findFirst().orElse(null);
    }

    /// @param language of what is asked
    @Nullable
    FitView nearest(Locale language) {
        return Fit.nearest(known, profiles, today)
                .map(each -> view(each, language))
                .orElse(null);
    }

    List<CertificateView> certificates() {
        return qualifications.certificates().stream()
                .map(each -> new CertificateView(
                        each.name(),
                        each.issuer(),
                        each.management(),
                        each.expires(),
                        state(each.expires()),
                        each.checked()))
                .toList();
    }

    private String state(@Nullable LocalDate expires) {
        if (expires == null) return "valid";
        long days = ChronoUnit.DAYS.between(today, expires);
        if (days < 0) return "expired";
        return days <= WARNING_DAYS ? "expiring" : "valid";
    }
}
