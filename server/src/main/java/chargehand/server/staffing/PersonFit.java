package chargehand.server.staffing;

import chargehand.engine.staffing.assessment.Kind;
import chargehand.engine.staffing.fit.Demand;
import chargehand.engine.staffing.fit.Demand.Side;
import chargehand.engine.staffing.fit.Fit;
import chargehand.engine.staffing.fit.Qualification;
import chargehand.server.people.Person;
import chargehand.server.people.Qualifications;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What kind of manager a person could be, and how they stand to one kind.
final class PersonFit {
    /// So long before it runs out a certificate warns: what a renewal with points of learning takes.
    private static final int WARNING_DAYS = 120;

    private final Qualification known;
    private final Qualifications qualifications;
    private final LocalDate today;

    PersonFit(Person person, Qualifications qualifications, LocalDate today) {
        this.qualifications = qualifications;
        this.today = today;
        known = new Qualification(
                plain(person.skills().keySet()),
                plain(new HashSet<>(person.fields())),
                qualifications.certificates().stream()
                        .filter(PersonFit::mayHold)
                        .map(each -> new Qualification.Certificate(each.name(), each.management(), each.expires()))
                        .toList(),
                qualifications.degrees().stream()
                        .map(each -> new Qualification.Degree(
                                Qualification.Degree.Level.valueOf(each.level().toUpperCase(Locale.ROOT)),
                                each.field()))
                        .toList(),
                qualifications.leadingSince(),
                qualifications.fieldsSince());
    }

    /// Unless somebody has looked and the register knows nothing of it.
    private static boolean mayHold(Qualifications.Certificate certificate) {
        var checked = certificate.checked();
        return checked == null || !checked.finding().equals("notMet");
    }

    private static Set<String> plain(Set<String> names) {
        return names.stream().map(each -> each.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /// One criterion of a kind.
    ///
    /// @param id stable: `leading`, `managementCertificate`, `softwareKnowledge` …
    @Schema(name = "FitCriterion")
    record CriterionView(String id, String side, boolean must, boolean met) {}

    /// A person beside the criteria of a kind.
    ///
    /// @param whole whether no must is missing
    /// @param weaker the side with more missing; absent where nothing is
    @Schema(name = "PersonFit")
    record FitView(String kind, boolean whole, @Nullable String weaker, List<CriterionView> criteria) {}

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

    FitView to(Kind kind) {
        return view(Fit.of(known, kind, today));
    }

    private static FitView view(Fit fit) {
        var criteria = java.util.stream.Stream.of(Demand.values())
                .filter(each -> fit.met().contains(each) || fit.missing().contains(each))
                .map(each -> new CriterionView(
                        each.code(), each.side().code(), each.must(), fit.met().contains(each)))
                .toList();
        return new FitView(
                fit.kind().code(), fit.isWhole(), fit.weaker().map(Side::code).orElse(null), criteria);
    }

    List<String> kinds() {
        return Fit.kinds(known, today).stream().map(Kind::code).toList();
    }

    /// Null for somebody who is of no kind.
    @Nullable
    Kind mostDemanding() {
        return Fit.kinds(known, today).stream().findFirst().orElse(null);
    }

    @Nullable
    FitView nearest() {
        return Fit.nearest(known, today).map(PersonFit::view).orElse(null);
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
