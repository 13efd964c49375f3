package chargehand.files.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.files.Planned;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class GanttLayoutTest {
    private final Planned app = Harbour.patientApp();
    private final GanttLayout layout = layout(app, 900);

    @Test
    void standsBarsOnTheirPlannedDatesAndTicksAtEightyPercent() {
        var row = row("1.3.2");

        var work = assertInstanceOf(Figure.Work.class, row.figure());
        assertEquals(layout.scale().x(row.line().start()), work.from());
        assertEquals(layout.scale().x(row.line().finish()), work.to());
        assertEquals(layout.scale().x(row.line().chance().p80()), work.likely());
        assertEquals(layout.scale().x(row.line().chance().p2()), work.solidTo(), 1e-9);
    }

    @Test
    void drawsThePastFlat() {
        assertInstanceOf(Figure.Done.class, row("1.1.1").figure());
        assertTrue(assertInstanceOf(Figure.Moment.class, row("1.1.3").figure()).done());
    }

    @Test
    void fillsWhatIsDoneUpToNow() {
        var work = assertInstanceOf(Figure.Work.class, row("1.2.2").figure());

        assertEquals(Objects.requireNonNull(layout.today()), work.doneTo());
    }

    @Test
    void standsAMilestoneOnItsLikelyDate() {
        var moment = assertInstanceOf(Figure.Moment.class, row("1.5.3").figure());

        assertEquals(layout.scale().x(row("1.5.3").line().chance().p80()), moment.likely());
        assertTrue(moment.critical());
    }

    @Test
    void spansASummaryToItsLikelyDate() {
        var project = assertInstanceOf(Figure.Span.class, row("1").figure());
        var phase = assertInstanceOf(Figure.Span.class, row("1.2").figure());

        assertTrue(project.project());
        assertFalse(phase.project());
        assertEquals(layout.scale().x(row("1.2").line().chance().p80()), phase.to());
    }

    @Test
    void dotsTheFloatFromNinetyPercentToTheLastHarmlessMoment() {
        var slack = Objects.requireNonNull(row("1.4.3").slack());

        assertEquals(layout.scale().x(row("1.4.3").line().chance().p90()), slack.from());
        assertTrue(slack.to() > slack.from());
        assertNull(row("1.5.2").slack(), "what is critical has none");
    }

    @Test
    void flagsPromisesByTheirChance() {
        assertEquals(Standing.SAFE, Objects.requireNonNull(row("1.3.4").flag()).standing());
        assertEquals(Standing.AT_RISK, Standing.of(58));
        assertEquals(Standing.LATE, Standing.of(19));
        assertNotNull(layout.promise());
    }

    @Test
    void leavesOutTodayWhereItPlaysNoPart() {
        assertNotNull(layout.today());
        assertNull(layout(Harbour.large(20), 900).today());
    }

    @Test
    void callsBarsSmallThatAreTooShortForAFin() {
        var narrow = layout(Harbour.large(600), 900);
        var wide = layout(Harbour.large(600), 60_000);

        assertTrue(assertInstanceOf(Figure.Work.class, narrow.rows().get(1).figure())
                .small());
        assertFalse(
                assertInstanceOf(Figure.Work.class, wide.rows().get(1).figure()).small());
    }

    @Test
    void shadesWeekendsAndHolidaysApart() {
        var days = layout.offTimes();

        assertEquals(2, days.stream().filter(OffTime::holiday).count());
        double day = layout.scale().width(java.time.Duration.ofDays(1));
        assertEquals(2 * day, days.get(1).width(), 1e-6, "Saturday and Sunday are one");
    }

    @Test
    void shadesNothingWhereDaysAreTooNarrow() {
        assertTrue(layout(Harbour.chain(60, 480 * 13), 900).offTimes().isEmpty());
    }

    @Test
    void holdsAnEmptyPlan() {
        var empty = layout(Harbour.empty(), 900);

        assertEquals(0, empty.height());
        assertFalse(empty.axis().ticks().isEmpty());
    }

    private Row row(String id) {
        return layout.rows().stream()
                .filter(row -> row.line().task().id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static GanttLayout layout(Planned planned, double width) {
        return GanttLayout.of(planned, PlanLines.of(planned), GanttLayout.span(planned, width));
    }
}
