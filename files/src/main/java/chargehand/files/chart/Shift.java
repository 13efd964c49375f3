package chargehand.files.chart;

/// Moves marks.
final class Shift {
    private Shift() {}

    static Mark right(Mark mark, double by) {
        return switch (mark) {
            case Mark.Block(var x, var y, var width, var height, var radius, var tone) ->
                new Mark.Block(x + by, y, width, height, radius, tone);
            case Mark.Area(var outline, var tone, var fading) -> new Mark.Area(outline.moved(by, 0), tone, fading);
            case Mark.Stroke(var outline, var pen) -> new Mark.Stroke(outline.moved(by, 0), pen);
            case Mark.Hatch(var x, var y, var width, var height, var tone) ->
                new Mark.Hatch(x + by, y, width, height, tone);
            case Mark.Placed(var sign, var x, var y, var tone, var rim) -> new Mark.Placed(sign, x + by, y, tone, rim);
            case Mark.Label(var x, var y, var text, var size, var bold, var anchor, var tone) ->
                new Mark.Label(x + by, y, text, size, bold, anchor, tone);
        };
    }
}
