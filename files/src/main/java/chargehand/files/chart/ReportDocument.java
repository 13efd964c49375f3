package chargehand.files.chart;

import chargehand.files.report.ReportPage;
import chargehand.files.report.ReportPage.Section;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/// A page of words on paper: A4 upright, always one. What has no room is counted, and the longest list gives first.
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
    private static final long DOCUMENT_ID = 1;

    private final ReportPage page;
    private final String more;
    private final Typeface typeface = new Typeface();
    private final List<Mark> marks = new ArrayList<>();

    /// @param more how what has no room is counted, with `{count}` for how much it is
    private ReportDocument(ReportPage page, String more) {
        this.page = page;
        this.more = more;
    }

    /// The same page gives the same bytes.
    public static byte[] pdf(ReportPage page, String more) {
        try {
            return new ReportDocument(page, more).write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] write() throws IOException {
        body(head());
        foot();
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.setDocumentId(DOCUMENT_ID);
            document.getDocumentInformation().setTitle(page.title());
            document.getDocumentCatalog().setLanguage(page.language());
            var sheet = new PDPage(PDRectangle.A4);
            document.addPage(sheet);
            try (var content = new PDPageContentStream(document, sheet)) {
                content.transform(new Matrix(SCALE, 0, 0, -SCALE, (float) MARGIN * SCALE, PDRectangle.A4.getHeight()));
                WholeSheet.paint(new PdfPainter(document, typeface, content), marks);
            }
            document.save(out);
        }
        return out.toByteArray();
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
    private void body(double top) {
        var sections =
                page.sections().stream().filter(each -> !each.lines().isEmpty()).toList();
        var wrapped = sections.stream()
                .map(each -> each.lines().stream().map(this::wrapped).toList())
                .toList();
        int[] shown = fitted(wrapped, BOTTOM - FOOT - top);
        double y = top;
        for (int i = 0; i < sections.size(); i++) y = section(y, sections.get(i), wrapped.get(i), shown[i]);
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

    private double section(double top, Section section, List<List<String>> lines, int shown) {
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

    /// By words; a line of more rows than there may be ends with an ellipsis.
    private List<String> wrapped(String line) {
        var rows = new ArrayList<String>();
        var row = new StringBuilder();
        for (var word : line.strip().split("\\s+")) {
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
        if (rows.size() > MOST_ROWS) {
            var last = rows.get(MOST_ROWS - 1) + " …";
            rows.subList(MOST_ROWS - 1, rows.size()).clear();
            rows.add(last);
        }
        return rows.stream()
                .map(each -> typeface.fitted(each, WIDTH, SIZE, false))
                .toList();
    }

    private void foot() {
        rule(BOTTOM - 16);
        text(0, BOTTOM, typeface.fitted(page.foot(), WIDTH, 11, false), 11, false, Tone.INK_3);
    }

    private void text(double x, double y, String text, double size, boolean bold, Tone tone) {
        marks.add(new Mark.Label(x, y, text, size, bold, Mark.Anchor.START, tone));
    }

    private void rule(double y) {
        marks.add(Sheet.line(0, y, WIDTH, y, Pen.RULE));
    }
}
