package chargehand.engine.staffing.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.engine.staffing.assessment.Kind;
import chargehand.engine.staffing.fit.Demand.Side;
import chargehand.engine.staffing.fit.Qualification.Certificate;
import chargehand.engine.staffing.fit.Qualification.Degree;
import chargehand.engine.staffing.fit.Qualification.Degree.Level;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Ada has built software for years and led nothing; Bram leads and knows no field; Dewi does both.
final class FitTest {
    private static final LocalDate TODAY = LocalDate.of(2027, 2, 1);
    private static final Qualification NOBODY =
            new Qualification(Set.of(), Set.of(), List.of(), List.of(), null, Map.of());
    private static final Qualification ADA = new Qualification(
            Set.of("java"),
            Set.of("software"),
            List.of(),
            List.of(new Degree(Level.MASTER, "computing")),
            null,
            Map.of("software", LocalDate.of(2010, 1, 1)));
    private static final Qualification BRAM = leader(LocalDate.of(2020, 1, 1), TODAY.plusYears(1));
    private static final Qualification DEWI = new Qualification(
            Set.of("project management", "budget"),
            Set.of("infrastructure"),
            List.of(new Certificate("PRINCE2 Practitioner", true, null)),
            List.of(new Degree(Level.MASTER, "management"), new Degree(Level.BACHELOR, "engineering")),
            LocalDate.of(2018, 1, 1),
            Map.of("infrastructure", LocalDate.of(2012, 1, 1)));

    @Test
    void saysWhatSomebodyIsTheMostDemandingFirst() {
        assertEquals(List.of(), Fit.kinds(ADA, TODAY));
        assertEquals(List.of(Kind.PROJECT_MANAGER), Fit.kinds(BRAM, TODAY));
        assertEquals(List.of(Kind.TECHNICAL_INFRASTRUCTURE, Kind.PROJECT_MANAGER), Fit.kinds(DEWI, TODAY));
    }

    @Test
    void saysWhatIsMissingToTheNearestKind() {
        var nearest = Fit.nearest(ADA, TODAY).orElseThrow();

        assertEquals(Kind.TECHNICAL_SOFTWARE, nearest.kind());
        assertEquals(List.of(Demand.LEADING, Demand.MANAGEMENT_CERTIFICATE), nearest.missing());
        assertEquals(Optional.empty(), Fit.nearest(NOBODY, TODAY));
    }

    @Test
    void namesTheWeakerSide() {
        assertEquals(
                Optional.of(Side.MANAGEMENT),
                Fit.of(ADA, Kind.TECHNICAL_SOFTWARE, TODAY).weaker());
        assertEquals(
                Optional.of(Side.FIELD),
                Fit.of(BRAM, Kind.TECHNICAL_SOFTWARE, TODAY).weaker());
        assertEquals(
                Optional.empty(),
                Fit.of(DEWI, Kind.TECHNICAL_INFRASTRUCTURE, TODAY).weaker());
        assertEquals(
                Optional.of(Side.MANAGEMENT),
                Fit.of(ADA, Kind.PROJECT_MANAGER, TODAY).weaker());
    }

    @Test
    void countsACertificateToItsLastDayAndNoLonger() {
        var lastDay = leader(LocalDate.of(2020, 1, 1), TODAY);
        var dayAfter = leader(LocalDate.of(2020, 1, 1), TODAY.minusDays(1));

        assertTrue(meets(lastDay, Demand.MANAGEMENT_CERTIFICATE));
        assertFalse(meets(dayAfter, Demand.MANAGEMENT_CERTIFICATE));
        assertTrue(Fit.of(dayAfter, Kind.PROJECT_MANAGER, TODAY).isWhole(), "it only should be there");
    }

    @Test
    void countsExperienceByFullYears() {
        assertTrue(meets(leader(TODAY.minusYears(1), null), Demand.LEADING));
        assertFalse(meets(leader(TODAY.minusYears(1).plusDays(1), null), Demand.LEADING));
    }

    @Test
    void takesAMastersDegreeForYearsInTheFieldButOnlyOfTheField() {
        assertTrue(knowsSoftware(new Degree(Level.MASTER, "computing")));
        assertFalse(knowsSoftware(new Degree(Level.BACHELOR, "computing")));
        assertFalse(knowsSoftware(new Degree(Level.MASTER, "management")));
    }

    @Test
    void asksBothDegreesOfInfrastructureAndTakesThemForDesirable() {
        var noDegrees = new Qualification(
                DEWI.skills(), DEWI.fields(), DEWI.certificates(), List.of(), DEWI.leadingSince(), DEWI.fieldsSince());

        var fit = Fit.of(noDegrees, Kind.TECHNICAL_INFRASTRUCTURE, TODAY);

        assertEquals(List.of(Demand.INFRASTRUCTURE_DEGREES), fit.missing());
        assertTrue(fit.isWhole());
        assertEquals(Optional.of(Side.FIELD), fit.weaker());
    }

    private static Qualification leader(LocalDate since, @org.jspecify.annotations.Nullable LocalDate expires) {
        return new Qualification(
                Set.of(), Set.of(), List.of(new Certificate("PMP", true, expires)), List.of(), since, Map.of());
    }

    private static boolean meets(Qualification known, Demand criterion) {
        return Fit.of(known, Kind.PROJECT_MANAGER, TODAY).met().contains(criterion);
    }

    private static boolean knowsSoftware(Degree degree) {
        var known = new Qualification(Set.of(), Set.of(), List.of(), List.of(degree), null, Map.of());
        return Fit.of(known, Kind.TECHNICAL_SOFTWARE, TODAY).met().contains(Demand.SOFTWARE_KNOWLEDGE);
    }
}
