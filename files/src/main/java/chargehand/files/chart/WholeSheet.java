package chargehand.files.chart;

import static chargehand.files.chart.GanttLayout.ROW;

import chargehand.files.Planned;
import chargehand.files.chart.Mark.Block;
import java.io.IOException;
import java.util.List;

/// A sheet in one piece, for pictures.
final class WholeSheet {
    private final Sheet sheet;
    private final Masthead masthead;

    WholeSheet(Planned planned, double width) {
        var typeface = new Typeface();
        sheet = new Sheet(planned, width, typeface);
        masthead = new Masthead(planned, sheet, typeface);
    }

    double height() {
        return Masthead.TITLE + Sheet.HEADER + sheet.rows() * ROW + Masthead.FOOTER;
    }

    void paint(Painter painter) throws IOException {
        double top = Masthead.TITLE + Sheet.HEADER;
        painter.paint(new Block(0, 0, sheet.width(), height(), 0, Tone.SHEET));
        paint(painter, masthead.title());
        if (sheet.rows() > 0) {
            paint(painter, sheet.header(Masthead.TITLE));
            paint(painter, sheet.body(0, sheet.rows(), top));
        }
        paint(painter, masthead.footer(top + sheet.rows() * ROW, ""));
    }

    static void paint(Painter painter, List<Mark> marks) throws IOException {
        for (var mark : marks) painter.paint(mark);
    }
}
