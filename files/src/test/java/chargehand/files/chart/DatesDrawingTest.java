package chargehand.files.chart;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.files.report.DatesChart;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatesDrawingTest {
    private static final double WIDTH = 760;
    private static final double RULER_BASE = 28;
    private static final Instant NOW = Instant.parse("2027-02-01T08:00:00Z");
    private static final Typeface TYPEFACE = new Typeface();

    @ParameterizedTest
    @ValueSource(strings = {"P4D", "P20D", "P2M", "P8M", "P20M", "P3Y", "P9Y", "P28Y", "P140Y"})
    void namesOfDaysMonthsOrYearsHaveRoomHoweverFarTheLastDateIs(String length) {
        var last = NOW.atZone(ZoneOffset.UTC).plus(Period.parse(length)).toInstant();
        var row = new DatesChart.Row("Live", List.of(), last, false, List.of(), null, null);
        for (var language : List.of("en", "de")) {
            var drawing = new DatesDrawing(
                    new DatesChart(NOW, "now", ZoneId.of("Europe/Berlin"), List.of(row)), TYPEFACE, WIDTH, language);

            var names = drawing.marks(0, 1, 0).stream()
                    .filter(Mark.Label.class::isInstance)
                    .map(Mark.Label.class::cast)
                    .filter(label -> label.y() == RULER_BASE)
                    .toList();

            assertFalse(names.isEmpty());
            for (int i = 0; i < names.size(); i++) {
                var name = names.get(i);
                double right = i + 1 < names.size() ? names.get(i + 1).x() : WIDTH;
                assertTrue(name.x() + TYPEFACE.width(name.text(), 11, false) < right, names::toString);
            }
        }
    }
}
