package chargehand.files.chart;

import chargehand.files.report.DatesChart;
import chargehand.files.report.ReportPage;
import chargehand.files.report.ReportPage.Section;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/// Words on paper, A4 upright. A report is always one page: what has no room is counted, and the longest list gives
/// first. What has to be told whole has as many pages as it takes.
public final class ReportDocument {
    private static final float SCALE = 0.75f;
    private static final double MARGIN = 56;
    private static final double WIDTH = PDRectangle.A4.getWidth() / SCALE - 2 * MARGIN;
    private static final double BOTTOM = PDRectangle.A4.getHeight() / SCALE - MARGIN;
    private static final double FOOT = 30;
    private static final double LINE = 18;
    private static final double SIZE = 13;
    private static final double HEADING = 40;
    private static final int MOST_ROWS = 4;
    private static final int MOST_DRAWN = 12;
    private static final int LONGEST_WORD = 50;
    private static final long DOCUMENT_ID = 1;

    private final ReportPage page;
    private final @Nullable String more;
    private final Typeface typeface = new Typeface();
    private final List<List<Mark>> sheets = new ArrayList<>();
    private List<Mark> marks = new ArrayList<>();

    /// @param more how what has no room is counted, with `{count}` for how much it is; null where all is told
    private ReportDocument(ReportPage page, @Nullable String more) {
        this.page = page;
        this.more = more;
        sheets.add(marks);
    }

    /// One page. The same page gives the same bytes.
    public static byte[] pdf(ReportPage page, String more) {
        var document = new ReportDocument(page, more);
        document.body(document.head(), more);
        return document.written();
    }

    /// As many pages as it takes, the dates drawn below the facts. The same gives the same bytes.
    public static byte[] whole(ReportPage page, @Nullable DatesChart dates) {
        var document = new ReportDocument(page, null);
        double top = document.head();
        document.flow(dates == null || dates.rows().isEmpty() ? top : document.drawn(dates, top + 14));
        return document.written();
    }

    private byte[] written() {
        try {
            return write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] write() throws IOException {
        for (int i = 0; i < sheets.size(); i++) foot(sheets.get(i), i + 1);
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.setDocumentId(DOCUMENT_ID);
            document.getDocumentInformation().setTitle(page.title());
            document.getDocumentCatalog().setLanguage(page.language());
            PdfPainter painter = null;
            for (var each : sheets) {
                var sheet = new PDPage(PDRectangle.A4);
                document.addPage(sheet);
                try (var content = new PDPageContentStream(document, sheet)) {
                    content.transform(
                            new Matrix(SCALE, 0, 0, -SCALE, (float) MARGIN * SCALE, PDRectangle.A4.getHeight()));
                    if (painter == null) painter = new PdfPainter(document, typeface, content);
                    else painter.turnTo(content);
                    WholeSheet.paint(painter, each);
                }
            }
            document.save(out);
        }
        return out.toByteArray();
    }

    private double drawn(DatesChart dates, double top) {
        var drawing = new DatesDrawing(dates, typeface, WIDTH, page.language());
        double y = top;
        for (int from = 0; from < dates.rows().size(); from += MOST_DRAWN) {
            int to = Math.min(dates.rows().size(), from + MOST_DRAWN);
            double height = DatesDrawing.height(to - from);
            if (y + height > BOTTOM - FOOT) y = turned();
            marks.addAll(drawing.marks(from, to, y));
            y += height;
        }
        return y;
    }

    /// The upper edge of a new page.
    private double turned() {
        marks = new ArrayList<>();
        sheets.add(marks);
        return MARGIN;
    }

    /// All lines of all sections. A heading does not stay alone at the end of a page.
    private void flow(double top) {
        double y = top;
        for (var section : page.sections()) {
            if (section.lines().isEmpty()) continue;
            if (y + HEADING + LINE > BOTTOM - FOOT) y = turned();
            y += HEADING - LINE + 4;
            text(0, y, section.title(), 14, true, Tone.INK);
            y += LINE;
            for (var line : section.lines())
                for (var row : wrapped(line)) {
                    if (y > BOTTOM - FOOT) y = turned() + LINE;
                    text(0, y, row, SIZE, false, Tone.INK);
                    y += LINE;
                }
            y -= 4;
        }
    }

    private double head() {
        double y = MARGIN + 24;
        text(0, y, typeface.fitted(page.title(), WIDTH, 26, true), 26, true, Tone.INK);
        text(0, y + 24, typeface.fitted(page.about(), WIDTH, SIZE, false), SIZE, false, Tone.INK_2);
        y += 42;
        rule(y);
        y += 30;
        var status = page.status();
        if (status != null) {
            text(0, y, status.word(), 20, true, tone(status.colour()));
            y += 34;
        }
        double column = WIDTH / 3;
        for (int i = 0; i < Math.min(3, page.facts().size()); i++) {
            var fact = page.facts().get(i);
            text(i * column, y, fact.name(), 12, false, Tone.INK_3);
            text(i * column, y + 22, typeface.fitted(fact.value(), column - 12, 17, true), 17, true, Tone.INK);
            text(i * column, y + 40, typeface.fitted(fact.note(), column - 12, 12, false), 12, false, Tone.INK_3);
        }
        return page.facts().isEmpty() ? y : y + 52;
    }

    private static Tone tone(ReportPage.@Nullable Colour colour) {
        return switch (colour) {
            case null -> Tone.INK;
            case GOOD -> Tone.ACCENT;
            case RISK -> Tone.RISK;
            case LATE -> Tone.LATE;
        };
    }

    /// Of each section as much as there is room for.
    private void body(double top, String more) {
        var sections =
                page.sections().stream().filter(each -> !each.lines().isEmpty()).toList();
        var wrapped = sections.stream()
                .map(each -> each.lines().stream().map(this::wrapped).toList())
                .toList();
        int[] shown = fitted(wrapped, BOTTOM - FOOT - top);
        double y = top;
        for (int i = 0; i < sections.size(); i++) y = section(y, sections.get(i), wrapped.get(i), shown[i], more);
    }

    private int[] fitted(List<List<List<String>>> sections, double room) {
        int[] shown = sections.stream().mapToInt(List::size).toArray();
        while (height(sections, shown) > room) {
            int longest = IntStream.range(0, shown.length)
                    .reduce((a, b) -> shown[b] > shown[a] ? b : a)
                    .orElse(0);
            if (shown.length == 0 || shown[longest] == 0) break;
            shown[longest]--;
        }
        return shown;
    }

    private static double height(List<List<List<String>>> sections, int[] shown) {
        double height = 0;
        for (int i = 0; i < shown.length; i++) {
            height += HEADING;
            for (var rows : sections.get(i).subList(0, shown[i])) height += rows.size() * LINE;
            if (shown[i] < sections.get(i).size()) height += LINE;
        }
        return height;
    }

    private double section(double top, Section section, List<List<String>> lines, int shown, String more) {
        double y = top + HEADING - LINE + 4;
        text(0, y, section.title(), 14, true, Tone.INK);
        y += LINE;
        for (var rows : lines.subList(0, shown))
            for (var row : rows) {
                text(0, y, row, SIZE, false, Tone.INK);
                y += LINE;
            }
        int left = lines.size() - shown;
        if (left > 0) text(0, y, more.replace("{count}", Integer.toString(left)), SIZE, false, Tone.INK_3);
        return left > 0 ? y + LINE - 4 : y - 4;
    }

    /// By words; where there is one page, a line of more rows than there may be ends with an ellipsis.
    private List<String> wrapped(String line) {
        var rows = new ArrayList<String>();
        var row = new StringBuilder();
        for (var word : words(line)) {
            var longer = row.isEmpty() ? word : row + " " + word;
            if (!row.isEmpty() && typeface.width(longer, SIZE, false) > WIDTH) {
                rows.add(row.toString());
                row.setLength(0);
                row.append(word);
            } else {
                row.setLength(0);
                row.append(longer);
            }
        }
        rows.add(row.toString());
        if (more != null && rows.size() > MOST_ROWS) {
            var last = rows.get(MOST_ROWS - 1) + " …";
            rows.subList(MOST_ROWS - 1, rows.size()).clear();
            rows.add(last);
        }
        return rows.stream()
                .map(each -> typeface.fitted(each, WIDTH, SIZE, false))
                .toList();
    }

    /// Where nothing may be left out, what is too long for any row is cut into parts.
    private List<String> words(String line) {
        var words = List.of(line.strip().split("\\s+"));
        if (more != null) return words;
        return words.stream()
                .flatMap(each -> Stream.of(each.split("(?<=\\G.{%d})".formatted(LONGEST_WORD))))
                .toList();
    }

    private void foot(List<Mark> sheet, int number) {
        marks = sheet;
        rule(BOTTOM - 16);
        boolean alone = sheets.size() == 1;
        double room = alone ? WIDTH : WIDTH - 40;
        text(0, BOTTOM, typeface.fitted(page.foot(), room, 11, false), 11, false, Tone.INK_3);
        if (alone) return;
        var count = "%d / %d".formatted(number, sheets.size());
        marks.add(new Mark.Label(WIDTH, BOTTOM, count, 11, false, Mark.Anchor.END, Tone.INK_3));
    }

    private void text(double x, double y, String text, double size, boolean bold, Tone tone) {
        marks.add(new Mark.Label(x, y, text, size, bold, Mark.Anchor.START, tone));
    }

    private void rule(double y) {
        marks.add(Sheet.line(0, y, WIDTH, y, Pen.RULE));
    }
}
