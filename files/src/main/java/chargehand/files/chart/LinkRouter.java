package chargehand.files.chart;

import static chargehand.files.chart.GanttLayout.ROW;

import chargehand.engine.explain.Cause;
import chargehand.engine.plan.Link;
import chargehand.engine.plan.LinkType;
import chargehand.engine.plan.TaskId;
import chargehand.files.chart.Route.Corner;
import chargehand.files.chart.Route.Hold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds a way for every link: down from the finish, then right, with one bend; or into the bar from above where the
/// finish is not left of the start. Links that enter one bar from the side enter at different heights.
final class LinkRouter {
    /// A link that passes more rows than this is drawn by its two ends alone.
    static final int LONGEST = 100;

    private static final double ROOM_FOR_ARROW = 9;
    private static final double BRACKET = 8;
    private static final double STUB = 10;
    private static final double BAR_TOP = 6;
    private static final double BAR_BOTTOM = 18;
    private static final double BAR_MIDDLE = 12;
    private static final double GAP = 4;

    private enum Shape {
        BEND,
        FROM_ABOVE,
        BRACKET_LEFT,
        BRACKET_RIGHT
    }

    /// @param out where it leaves its predecessor
    /// @param in where it enters its successor
    /// @param lane the x of its upright part
    private record Way(Row from, Row to, LinkType type, Shape shape, double out, double in, double lane) {
        int direction() {
            return to.y() > from.y() ? 1 : -1;
        }

        boolean entersFromSide() {
            return shape != Shape.FROM_ABOVE;
        }
    }

    private final Map<TaskId, Row> rowOf = new HashMap<>();
    private final Lanes lanes = new Lanes();

    LinkRouter(List<Row> rows) {
        for (var row : rows) rowOf.put(row.line().task().id(), row);
    }

    /// In the order of the links. Links of unknown tasks are left out: a finding names them.
    List<Route> route(List<Link> links) {
        var ways = new ArrayList<Way>();
        for (var link : links) {
            var from = rowOf.get(link.predecessor());
            var to = rowOf.get(link.successor());
            if (from != null && to != null && from != to) ways.add(way(from, to, link));
        }
        var heights = entryHeights(ways);
        var routes = new ArrayList<Route>();
        for (int i = 0; i < ways.size(); i++) routes.add(route(ways.get(i), heights[i]));
        return routes;
    }

    private Way way(Row from, Row to, Link link) {
        double out = leavesFinish(link.type()) ? finish(from.figure()) : start(from.figure());
        double in = entersStart(link.type()) ? start(to.figure()) : finish(to.figure());
        var shape = switch (link.type()) {
            case FS -> out <= in - ROOM_FOR_ARROW ? Shape.BEND : Shape.FROM_ABOVE;
            case SS -> Shape.BRACKET_LEFT;
            case FF -> Shape.BRACKET_RIGHT;
            case SF -> out >= in + ROOM_FOR_ARROW ? Shape.BEND : Shape.FROM_ABOVE;
        };
        return new Way(from, to, link.type(), shape, out, in, lane(from, to, shape, link.type(), out, in));
    }

    private double lane(Row from, Row to, Shape shape, LinkType type, double out, double in) {
        if (isLong(from, to)) return shape == Shape.FROM_ABOVE ? inside(to, in, type) : out;
        double top = middle(from);
        double bottom = middle(to);
        int predecessor = from.line().position();
        return switch (shape) {
            case BEND -> lanes.take(out, top, bottom, predecessor, type == LinkType.SF ? 1 : -1);
            case FROM_ABOVE -> lanes.take(inside(to, in, type), top, bottom, predecessor, 1);
            case BRACKET_LEFT -> lanes.take(Math.min(out, in) - BRACKET, top, bottom, predecessor, -1);
            case BRACKET_RIGHT -> lanes.take(Math.max(out, in) + BRACKET, top, bottom, predecessor, 1);
        };
    }

    /// A little within the bar, so that the arrow meets it.
    private static double inside(Row to, double in, LinkType type) {
        double half = (finish(to.figure()) - start(to.figure())) / 2;
        return entersStart(type) ? in + Math.min(5, half) : in - Math.min(5, half);
    }

    /// Evenly over the height of each bar: who comes from further left enters lower, so that no two cross.
    private double[] entryHeights(List<Way> ways) {
        var entering = new HashMap<Row, List<Integer>>();
        for (int i = 0; i < ways.size(); i++)
            if (ways.get(i).entersFromSide())
                entering.computeIfAbsent(ways.get(i).to, _ -> new ArrayList<>()).add(i);
        var heights = new double[ways.size()];
        entering.forEach((row, those) -> {
            those.sort(Comparator.comparingDouble(i -> -ways.get(i).direction() * ways.get(i).lane));
            those.sort(Comparator.comparingInt(i -> -ways.get(i).direction()));
            for (int k = 0; k < those.size(); k++)
                heights[those.get(k)] = row.y() + BAR_TOP + (BAR_BOTTOM - BAR_TOP) * (k + 1) / (those.size() + 1);
        });
        return heights;
    }

    private Route route(Way way, double entry) {
        boolean down = way.direction() > 0;
        double edge = way.from.y() + (down ? BAR_BOTTOM : BAR_TOP);
        var corners = switch (way.shape) {
            case BEND -> List.of(new Corner(way.lane, edge), new Corner(way.lane, entry), new Corner(way.in, entry));
            case FROM_ABOVE -> fromAbove(way, edge);
            case BRACKET_LEFT, BRACKET_RIGHT -> {
                double exit = way.from.y() + BAR_BOTTOM - 1;
                yield List.of(
                        new Corner(way.out, exit),
                        new Corner(way.lane, exit),
                        new Corner(way.lane, entry),
                        new Corner(way.in, entry));
            }
        };
        var parts = isLong(way.from, way.to) ? ends(corners) : List.of(corners);
        return new Route(way.from.line().position(), way.to.line().position(), parts, hold(way), arrow(way));
    }

    private static List<Corner> fromAbove(Way way, double edge) {
        double gap = edge + way.direction() * GAP;
        double entry = way.to.y() + (way.direction() > 0 ? BAR_TOP : BAR_BOTTOM);
        return List.of(
                new Corner(way.out, edge),
                new Corner(way.out, gap),
                new Corner(way.lane, gap),
                new Corner(way.lane, entry));
    }

    private static List<List<Corner>> ends(List<Corner> corners) {
        var first = corners.getFirst();
        var tip = corners.getLast();
        var before = corners.get(corners.size() - 2);
        double leaving = Math.signum(tip.y() - first.y()) * STUB / 2;
        var coming = before.y() == tip.y()
                ? new Corner(tip.x() + Math.signum(before.x() - tip.x()) * STUB, tip.y())
                : new Corner(tip.x(), tip.y() + Math.signum(before.y() - tip.y()) * STUB);
        return List.of(List.of(first, new Corner(first.x(), first.y() + leaving)), List.of(coming, tip));
    }

    private static Sign arrow(Way way) {
        return switch (way.shape) {
            case FROM_ABOVE -> way.direction() > 0 ? Sign.ARROW_DOWN : Sign.ARROW_UP;
            case BRACKET_LEFT -> Sign.ARROW_RIGHT;
            case BRACKET_RIGHT -> Sign.ARROW_LEFT;
            case BEND -> way.lane < way.in ? Sign.ARROW_RIGHT : Sign.ARROW_LEFT;
        };
    }

    private static Hold hold(Way way) {
        var from = way.from.line();
        var to = way.to.line();
        if (!from.isSummary() && way.type == LinkType.FS && from.finish().isAfter(to.start()) && !to.isFinished())
            return Hold.BROKEN;
        boolean holds = to.reason().causes().stream()
                .anyMatch(cause -> cause instanceof Cause.Waits waits
                        && waits.predecessor().equals(from.task().id()));
        if (!holds) return Hold.FREE;
        return from.isCritical() && to.isCritical() ? Hold.CRITICAL : Hold.HOLDING;
    }

    private static boolean isLong(Row from, Row to) {
        return Math.abs(to.y() - from.y()) > LONGEST * ROW;
    }

    private static double middle(Row row) {
        return row.y() + BAR_MIDDLE;
    }

    private static boolean leavesFinish(LinkType type) {
        return switch (type) {
            case FS, FF -> true;
            case SS, SF -> false;
        };
    }

    private static boolean entersStart(LinkType type) {
        return switch (type) {
            case FS, SS -> true;
            case FF, SF -> false;
        };
    }

    private static double start(Figure figure) {
        return switch (figure) {
            case Figure.Done done -> done.from();
            case Figure.Work work -> work.from();
            case Figure.Span span -> span.from();
            case Figure.Moment moment -> moment.at();
        };
    }

    private static double finish(Figure figure) {
        return switch (figure) {
            case Figure.Done done -> done.to();
            case Figure.Work work -> work.to();
            case Figure.Span span -> span.to();
            case Figure.Moment moment -> moment.at();
        };
    }
}
