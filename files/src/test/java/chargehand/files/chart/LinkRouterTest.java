package chargehand.files.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.files.Planned;
import chargehand.files.chart.Route.Corner;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinkRouterTest {
    private record Upright(int from, double x, double top, double bottom) {
        boolean liesOn(Upright other) {
            return from != other.from && Math.abs(x - other.x) < 1 && top < other.bottom && other.top < bottom;
        }
    }

    private record Entry(int to, double x, double y) {}

    static Stream<Planned> plans() {
        return Stream.of(Harbour.patientApp(), Harbour.large(60), Harbour.chain(40, 480));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void neverLaysLinksOfTwoBarsOnEachOther(Planned planned) {
        var uprights = uprights(routes(planned));

        for (var one : uprights)
            for (var other : uprights) assertFalse(one.liesOn(other), () -> one + " lies on " + other);
    }

    @ParameterizedTest
    @MethodSource("plans")
    void letsNoTwoEnterABarAtOnePoint(Planned planned) {
        var entries = routes(planned).stream()
                .map(route -> new Entry(route.to(), route.tip().x(), route.tip().y()))
                .toList();

        assertEquals(entries.size(), entries.stream().distinct().count());
    }

    @ParameterizedTest
    @MethodSource("plans")
    void turnsAtRightAnglesOnly(Planned planned) {
        for (var route : routes(planned))
            for (var part : route.parts())
                for (int i = 1; i < part.size(); i++)
                    assertTrue(part.get(i).x() == part.get(i - 1).x()
                            || part.get(i).y() == part.get(i - 1).y());
    }

    @Test
    void bendsOnceAndEntersFromTheLeftWhereThereIsRoom() {
        var route = route("1.2.2", "1.4.1");

        assertEquals(1, route.parts().size());
        assertEquals(3, route.parts().getFirst().size());
        assertEquals(Sign.ARROW_RIGHT, route.arrow());
    }

    @Test
    void entersFromAboveWhereTheFinishIsNotLeftOfTheStart() {
        var route = route("1.2.1", "1.2.2");

        assertEquals(Sign.ARROW_DOWN, route.arrow());
    }

    @Test
    void isCriticalWhereItHoldsOneCriticalTaskForAnother() {
        assertEquals(Route.Hold.CRITICAL, route("1.5.3", "1.5.4").hold());
        assertEquals(Route.Hold.FREE, route("1.3.1", "1.4.1").hold());
    }

    @Test
    void drawsOnlyTheEndsOfALinkOverMoreThanAHundredRows() {
        var planned = Harbour.large(160);
        var first = planned.plan().tasks().get(1).id().value();
        var last = planned.plan().tasks().get(150).id().value();
        var rows = GanttLayoutTest.layout(planned, 900).rows();

        var route = new LinkRouter(rows)
                .route(List.of(chargehand.engine.plan.Link.of(first, last)))
                .getFirst();

        assertEquals(2, route.parts().size());
    }

    private static Route route(String from, String to) {
        var planned = Harbour.patientApp();
        var links = planned.plan().links();
        for (int i = 0; i < links.size(); i++)
            if (links.get(i).predecessor().value().equals(from)
                    && links.get(i).successor().value().equals(to))
                return routes(planned).get(i);
        throw new IllegalArgumentException("No link from %s to %s.".formatted(from, to));
    }

    private static List<Route> routes(Planned planned) {
        return GanttLayoutTest.layout(planned, 900).routes();
    }

    private static List<Upright> uprights(List<Route> routes) {
        var uprights = new ArrayList<Upright>();
        for (var route : routes)
            for (var part : route.parts())
                for (int i = 1; i < part.size(); i++) addUpright(uprights, route, part.get(i - 1), part.get(i));
        return uprights;
    }

    private static void addUpright(List<Upright> uprights, Route route, Corner a, Corner b) {
        // The few pixels with which a link leaves its own bar are no lane.
        if (a.x() == b.x() && Math.abs(a.y() - b.y()) > 5)
            uprights.add(new Upright(route.from(), a.x(), Math.min(a.y(), b.y()), Math.max(a.y(), b.y())));
    }
}
