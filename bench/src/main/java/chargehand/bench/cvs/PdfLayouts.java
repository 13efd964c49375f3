package chargehand.bench.cvs;

import chargehand.bench.cvs.MadeUpCv.Entry;
import chargehand.bench.cvs.MadeUpCv.Part;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// CVs as PDF, as word processors, builders of CVs and networks for professionals lay them out.
final class PdfLayouts {
    private static final double SIZE = 10;

    private PdfLayouts() {}

    /// Dates after the title; all in one column.
    static byte[] oneColumn(MadeUpCv cv) throws IOException {
        try (var sheets = new PdfSheets()) {
            var column = sheets.column(60, 470, 0, PdfSheets.TOP);
            head(cv, column);
            for (var part : cv.parts()) {
                heading(part.heading(), column);
                for (var entry : part.entries()) {
                    if (!entry.titles().isEmpty())
                        column.write(
                                (entry.titles().getFirst() + ", " + entry.dates()).replaceAll(", $", ""), SIZE, true);
                    rest(entry, column);
                }
            }
            return sheets.bytes();
        }
    }

    /// A table of dates and what they are about, without lines.
    static byte[] datesAtLeft(MadeUpCv cv) throws IOException {
        try (var sheets = new PdfSheets()) {
            var column = sheets.column(60, 470, 0, PdfSheets.TOP);
            head(cv, column);
            for (var part : cv.parts()) {
                heading(part.heading().toUpperCase(Locale.ROOT), column);
                for (var entry : part.entries()) {
                    if (entry.titles().isEmpty()) column.write("", entry.lines().getFirst(), SIZE, 150);
                    else column.write(entry.dates(), String.join(", ", entry.titles()), SIZE, 150);
                    if (!entry.titles().isEmpty())
                        for (var line : entry.lines()) column.write("", "• " + line, SIZE, 150);
                }
            }
            return sheets.bytes();
        }
    }

    static byte[] datesAtRight(MadeUpCv cv) throws IOException {
        try (var sheets = new PdfSheets()) {
            var column = sheets.column(60, 470, 0, PdfSheets.TOP);
            head(cv, column);
            for (var part : cv.parts()) {
                heading(part.heading(), column);
                for (var entry : part.entries()) {
                    if (!entry.titles().isEmpty()) column.atRight(entry.titles().getFirst(), entry.dates(), SIZE);
                    rest(entry, column);
                }
            }
            return sheets.bytes();
        }
    }

    /// A narrow column with skills and the like beside a wide one, each going on over pages.
    static byte[] sidebar(MadeUpCv cv, boolean left) throws IOException {
        try (var sheets = new PdfSheets()) {
            var top = sheets.column(40, 500, 0, PdfSheets.TOP);
            top.write(cv.person().name(), 22, true);
            top.write(cv.headline(), 12, false);
            top.skip(14);
            var narrow = sheets.column(left ? 40 : 420, 135, 0, top.y());
            var wide = sheets.column(left ? 205 : 40, left ? 340 : 350, 0, top.y());
            for (var line : cv.head().subList(2, 4)) narrow.write(line, 9, false);
            for (var part : cv.parts()) {
                var column = part.side() ? narrow : wide;
                heading(part.heading(), column);
                write(part, column, part.side() ? 9 : SIZE);
            }
            return sheets.bytes();
        }
    }

    private static void write(Part part, PdfSheets.Column column, double size) throws IOException {
        for (var entry : part.entries()) {
            for (var title : entry.titles()) column.write(title, size, true);
            if (!entry.dates().isEmpty()) column.write(entry.dates(), size, false);
            for (var line : entry.lines()) column.write(entry.titles().isEmpty() ? line : "• " + line, size, false);
        }
    }

    /// As a network for professionals exports its pages: employer, title, dates with their length.
    static byte[] networkExport(MadeUpCv cv) throws IOException {
        try (var sheets = new PdfSheets()) {
            var narrow = sheets.column(30, 140, 0, PdfSheets.TOP);
            var wide = sheets.column(215, 340, 0, PdfSheets.TOP);
            wide.write(cv.person().name(), 24, true);
            wide.write(cv.headline(), 12, false);
            narrow.write("Contact", 13, true);
            for (var line : cv.head().subList(2, 4)) narrow.write(line, 10, false);
            for (var part : cv.parts()) {
                var column = part.side() ? narrow : wide;
                column.skip(12);
                column.write(part.heading(), 14, true);
                for (var entry : part.entries()) {
                    for (var title : entry.titles().reversed()) column.write(title, 11, false);
                    if (!entry.dates().isEmpty()) column.write(entry.dates() + " (2 years 1 month)", SIZE, false);
                    for (var line : entry.lines()) column.write(line, SIZE, false);
                }
            }
            return sheets.bytes();
        }
    }

    /// As builders of CVs in the United States do: the title in capitals, employer and dates on one line.
    static byte[] builder(MadeUpCv cv) throws IOException {
        try (var sheets = new PdfSheets()) {
            var column = sheets.column(60, 470, 0, PdfSheets.TOP);
            column.write(cv.headline().toUpperCase(Locale.ROOT), 14, true);
            for (var part : cv.parts()) {
                heading(part.heading(), column);
                for (var entry : part.entries()) {
                    if (!entry.titles().isEmpty()) {
                        column.write(entry.titles().getFirst() + "  " + entry.dates(), SIZE, true);
                        for (var place :
                                entry.titles().subList(1, entry.titles().size()))
                            column.write(place.replace(", ", " － ").replace("－", "-"), SIZE, false);
                    }
                    for (var line : entry.lines()) column.write(line, SIZE, false);
                }
            }
            return sheets.bytes();
        }
    }

    static byte[] picture(MadeUpCv cv) throws IOException {
        try (var sheets = new PdfSheets()) {
            sheets.picture(Layout.lines(cv));
            return sheets.bytes();
        }
    }

    static void head(MadeUpCv cv, PdfSheets.Column column) throws IOException {
        List<String> head = cv.head();
        column.write(head.getFirst(), 18, true);
        for (var line : head.subList(1, head.size())) column.write(line, SIZE, false);
    }

    static void heading(String text, PdfSheets.Column column) throws IOException {
        column.skip(10);
        column.write(text, 12, true);
        column.skip(2);
    }

    private static void rest(Entry entry, PdfSheets.Column column) throws IOException {
        if (entry.titles().size() > 1) column.write(entry.titles().get(1), SIZE, false);
        for (var line : entry.lines()) column.write(entry.titles().isEmpty() ? line : "• " + line, SIZE, false);
    }
}
