package chargehand.bench.cvs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The ways in which CVs are laid out, each rendered as its programs do.
public enum Layout {
    ONE_COLUMN("pdf") {
        @Override
        byte[] render(MadeUpCv cv) throws IOException {
            return PdfLayouts.oneColumn(cv);
        }
    },
    DATES_AT_LEFT("pdf") {
        @Override
        byte[] render(MadeUpCv cv) throws IOException {
            return PdfLayouts.datesAtLeft(cv);
        }
    },
    DATES_AT_RIGHT("pdf") {
        @Override
        byte[] render(MadeUpCv cv) throws IOException {
            return PdfLayouts.datesAtRight(cv);
        }
    },
    SIDEBAR("pdf") {
        @Override
        byte[] render(MadeUpCv cv) throws IOException {
            return PdfLayouts.sidebar(cv, true);
        }
    },
    SIDEBAR_AT_RIGHT("pdf") {
        @Override
        byte[] render(MadeUpCv cv) throws IOException {
            return PdfLayouts.sidebar(cv, false);
        }
    },
    NETWORK_EXPORT("pdf") {
        @Override
        byte[] render(MadeUpCv cv) throws IOException {
            return PdfLayouts.networkExport(cv);
        }
    },
    BUILDER("pdf") {
        @Override
        byte[] render(MadeUpCv cv) throws IOException {
            return PdfLayouts.builder(cv);
        }
    },
    EUROPASS("pdf") {
        @Override
        byte[] render(MadeUpCv cv) throws IOException {
            return StructuredLayouts.europassPdf(cv);
        }
    },
    PICTURE("pdf") {
        @Override
        byte[] render(MadeUpCv cv) throws IOException {
            return PdfLayouts.picture(cv);
        }
    },
    DOCX_PLAIN("docx") {
        @Override
        byte[] render(MadeUpCv cv) throws IOException {
            return DocxLayouts.plain(cv);
        }
    },
    DOCX_TABLE("docx") {
        @Override
        byte[] render(MadeUpCv cv) throws IOException {
            return DocxLayouts.table(cv);
        }
    },
    DOCX_BOXES("docx") {
        @Override
        byte[] render(MadeUpCv cv) throws IOException {
            return DocxLayouts.boxes(cv);
        }
    },
    DOCX_TABS("docx") {
        @Override
        byte[] render(MadeUpCv cv) throws IOException {
            return DocxLayouts.tabs(cv);
        }
    },
    JSON_RESUME("json") {
        @Override
        byte[] render(MadeUpCv cv) {
            return StructuredLayouts.jsonResume(cv).getBytes(StandardCharsets.UTF_8);
        }
    },
    TEXT("txt") {
        @Override
        byte[] render(MadeUpCv cv) {
            return String.join("\n", lines(cv)).getBytes(StandardCharsets.UTF_8);
        }
    };

    private final String extension;

    Layout(String extension) {
        this.extension = extension;
    }

    String extension() {
        return extension;
    }

    abstract byte[] render(MadeUpCv cv) throws IOException;

    /// The plain text of it.
    public static List<String> lines(MadeUpCv cv) {
        var lines = new ArrayList<>(cv.head());
        for (var part : cv.parts()) {
            lines.add("");
            lines.add(part.heading());
            for (var entry : part.entries()) {
                if (!entry.titles().isEmpty()) {
                    lines.add((entry.titles().getFirst() + "  " + entry.dates()).strip());
                    lines.addAll(entry.titles().subList(1, entry.titles().size()));
                }
                for (var line : entry.lines()) lines.add(entry.titles().isEmpty() ? line : "• " + line);
            }
        }
        return lines;
    }
}
