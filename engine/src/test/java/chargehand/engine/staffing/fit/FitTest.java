package chargehand.engine.staffing.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.engine.staffing.assessment.Kind;
import chargehand.engine.staffing.cv.Amount;
import chargehand.engine.staffing.cv.DegreeLevel;
import chargehand.engine.staffing.cv.Skill;
import chargehand.engine.staffing.fit.Qualification.Certificate;
import chargehand.engine.staffing.fit.Qualification.Degree;
import chargehand.engine.staffing.profile.CriterionFinding;
import chargehand.engine.staffing.profile.Profile;
import chargehand.engine.staffing.profile.ProfileText;
import chargehand.engine.staffing.profile.Profiles;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Ada has built software for years and led nothing; Bram leads and knows no field; Dewi does both.
final class FitTest {
    private static final LocalDate TODAY = LocalDate.of(2027, 2, 1);
    private static final Map<Kind, Profile> SUPPLIED = Arrays.stream(Kind.values())
            .collect(Collectors.toMap(
                    each -> each, each -> Profiles.named(each.profile()).orElseThrow()));
    private static final Qualification ADA = new Qualification(
            List.of("java"),
            List.of("software"),
            List.of(),
            List.of(new Degree(DegreeLevel.MASTER, "computing")),
            null,
            Map.of("software", LocalDate.of(2010, 1, 1)),
            List.of(),
            List.of(),
            Map.of());
    private static final Qualification BRAM = leader(LocalDate.of(2020, 1, 1), TODAY.plusYears(1));
    private static final Qualification DEWI = dewi(new Amount(2_400_000, "EUR"), List.of("servers"));

    @Test
    void saysWhatSomebodyIsTheMostDemandingFirst() {
        assertEquals(List.of(), Fit.kinds(ADA, SUPPLIED, TODAY));
        assertEquals(List.of(Kind.PROJECT_MANAGER), Fit.kinds(BRAM, SUPPLIED, TODAY));
        assertEquals(List.of(Kind.TECHNICAL_INFRASTRUCTURE, Kind.PROJECT_MANAGER), Fit.kinds(DEWI, SUPPLIED, TODAY));
    }

    @Test
    void saysWhatIsMissingToTheNearestKind() {
        var nearest = Fit.nearest(ADA, SUPPLIED, TODAY).orElseThrow();

        assertEquals(Kind.TECHNICAL_SOFTWARE, nearest.kind());
        assertEquals(List.of("leading", "certificate"), missing(nearest));
        assertEquals(Optional.empty(), Fit.nearest(Qualification.NONE, SUPPLIED, TODAY));
    }

    @Test
    void classifiesOtherwiseOnceAProfileIsEdited() throws Exception {
        var without = with("software", "must experience: at least 3 years in software");
        var stricter = with("infrastructure", "must budget: experience with budgets of at least 5000000 EUR");

        assertEquals(List.of(Kind.TECHNICAL_SOFTWARE), Fit.kinds(ADA, without, TODAY));
        assertEquals(List.of(Kind.PROJECT_MANAGER), Fit.kinds(DEWI, stricter, TODAY));
        assertEquals(
                "Must have experience with budgets of at least 5,000,000 EUR.",
                fit(DEWI, Kind.TECHNICAL_INFRASTRUCTURE, stricter)
                        .missing()
                        .getFirst()
                        .criterion()
                        .sentence());
    }

    @Test
    void takesForMissingButNotForDecidingWhatOnlyShouldBe() throws Exception {
        var must = with("management", "must team: signs of leading a team");
        var should = with("management", "should team: signs of leading a team");

        assertFalse(fit(BRAM, Kind.PROJECT_MANAGER, must).isWhole());
        assertTrue(fit(BRAM, Kind.PROJECT_MANAGER, should).isWhole());
        assertEquals(List.of("team"), missing(fit(BRAM, Kind.PROJECT_MANAGER, should)));
    }

    @Test
    void namesTheLineOfTheRecordOnWhichItRests() {
        var findings = fit(DEWI, Kind.TECHNICAL_INFRASTRUCTURE, SUPPLIED).findings();

        assertEquals("servers", line(findings, "hardware"));
        assertEquals("2400000 EUR", line(findings, "budget"));
        assertEquals("infrastructure, 2012-01-01", line(findings, "experience"));
        assertEquals("master, management", line(findings, "management-degree"));
        assertEquals("PRINCE2 Practitioner", line(findings, "certificate"));
    }

    @Test
    void takesNoSmallerBudgetForOneOfTheSizeAsked() {
        var small = dewi(new Amount(90_000, "EUR"), List.of("servers"));
        var unsaid = dewi(null, List.of("servers"));

        assertFalse(fit(small, Kind.TECHNICAL_INFRASTRUCTURE, SUPPLIED).isWhole());
        assertEquals(
                CriterionFinding.Finding.UNCLEAR,
                finding(fit(unsaid, Kind.TECHNICAL_INFRASTRUCTURE, SUPPLIED).findings(), "budget")
                        .finding());
    }

    @Test
    void readsSkillsAsACvThatListsThem() {
        var named = new Qualification(
                List.of("Cisco switches", "communication"),
                List.of(),
                List.of(),
                List.of(),
                null,
                Map.of(),
                List.of(),
                List.of(),
                Map.of(Skill.PUNCTUALITY, "Five releases on their day."));
        var fit = fit(named, Kind.TECHNICAL_INFRASTRUCTURE, SUPPLIED);
        var leads = fit(named, Kind.PROJECT_MANAGER, SUPPLIED);

        assertEquals("Cisco switches", line(fit.findings(), "hardware"));
        assertEquals("communication", line(leads.findings(), "communication"));
        assertEquals("Five releases on their day.", line(leads.findings(), "punctuality"));
    }

    @Test
    void countsWorkOnNetworksAsWorkOnInfrastructure() throws Exception {
        var networks = new Qualification(
                List.of(),
                List.of("networks"),
                List.of(),
                List.of(),
                null,
                Map.of("networks", LocalDate.of(2020, 1, 1)),
                List.of(),
                List.of(),
                Map.of());
        var asked = with("infrastructure", "must experience: at least 3 years in infrastructure");

        assertTrue(fit(networks, Kind.TECHNICAL_INFRASTRUCTURE, asked).isWhole());
    }

    @Test
    void namesTheWeakerSide() {
        assertEquals(
                Optional.of(Side.MANAGEMENT),
                fit(ADA, Kind.TECHNICAL_SOFTWARE, SUPPLIED).weaker());
        assertEquals(
                Optional.of(Side.FIELD),
                fit(BRAM, Kind.TECHNICAL_SOFTWARE, SUPPLIED).weaker());
        assertEquals(
                Optional.empty(),
                fit(DEWI, Kind.TECHNICAL_INFRASTRUCTURE, SUPPLIED).weaker());
        assertEquals(
                Optional.of(Side.MANAGEMENT),
                fit(ADA, Kind.PROJECT_MANAGER, SUPPLIED).weaker());
    }

    @Test
    void countsACertificateToItsLastDayAndNoLonger() {
        var lastDay = leader(LocalDate.of(2020, 1, 1), TODAY);
        var dayAfter = leader(LocalDate.of(2020, 1, 1), TODAY.minusDays(1));

        assertTrue(meets(lastDay, "certificate"));
        assertFalse(meets(dayAfter, "certificate"));
    }

    @Test
    void takesNoCertificateOfAFieldForOneOfManagingNorOneThatTheRegisterDoesNotKnow() {
        assertFalse(meets(certified(new Certificate("CCNP Enterprise", false, null, false)), "certificate"));
        assertFalse(meets(certified(new Certificate("PMP", true, null, true)), "certificate"));
        assertTrue(meets(certified(new Certificate("House of Leading", true, null, false)), "certificate"));
    }

    @Test
    void countsExperienceByFullYears() {
        assertTrue(meets(leader(TODAY.minusYears(3), null), "leading"));
        assertFalse(meets(leader(TODAY.minusYears(3).plusDays(1), null), "leading"));
    }

    private static Qualification dewi(@Nullable Amount budget, List<String> hardware) {
        return new Qualification(
                List.of("project management", "budget"),
                List.of("infrastructure"),
                List.of(new Certificate("PRINCE2 Practitioner", true, null, false)),
                List.of(new Degree(DegreeLevel.MASTER, "management"), new Degree(DegreeLevel.BACHELOR, "engineering")),
                LocalDate.of(2018, 1, 1),
                Map.of("infrastructure", LocalDate.of(2012, 1, 1)),
                budget == null ? List.of() : List.of(budget),
                hardware,
                Map.of());
    }

    private static Qualification leader(LocalDate since, @Nullable LocalDate expires) {
        return new Qualification(
                List.of(),
                List.of(),
                List.of(new Certificate("PMP", true, expires, false)),
                List.of(),
                since,
                Map.of(),
                List.of(),
                List.of(),
                Map.of());
    }

    private static Qualification certified(Certificate certificate) {
        return new Qualification(
                List.of(), List.of(), List.of(certificate), List.of(), null, Map.of(), List.of(), List.of(), Map.of());
    }

    /// The profiles as they come, but one with a single criterion.
    private static Map<Kind, Profile> with(String name, String criterion) throws ProfileText.NoProfile {
        var profile =
                ProfileText.parse("profile: %s\ntitle: T\nversion: 2\nauthor: Bram\n%s\n".formatted(name, criterion));
        var all = new HashMap<>(SUPPLIED);
        for (var kind : Kind.values()) if (kind.profile().equals(name)) all.put(kind, profile);
        return all;
    }

    private static Fit fit(Qualification known, Kind kind, Map<Kind, Profile> profiles) {
        return Fit.of(known, kind, Objects.requireNonNull(profiles.get(kind)), TODAY);
    }

    private static boolean meets(Qualification known, String criterion) {
        return !missing(fit(known, Kind.PROJECT_MANAGER, SUPPLIED)).contains(criterion);
    }

    private static List<String> missing(Fit fit) {
        return fit.missing().stream().map(each -> each.criterion().id()).toList();
    }

    private static CriterionFinding finding(List<CriterionFinding> findings, String id) {
        return findings.stream()
                .filter(each -> each.criterion().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String line(List<CriterionFinding> findings, String id) {
        return Objects.requireNonNull(finding(findings, id).line()).text();
    }
}
