package chargehand.server.interchange;

import chargehand.files.PlanWriter;
import chargehand.files.chart.HtmlPage;
import chargehand.files.chart.PdfDocument;
import chargehand.files.chart.PngPicture;
import chargehand.files.chart.SvgPicture;
import chargehand.files.ical.ICalendar;
import chargehand.files.mpxj.MspdiWriter;
import chargehand.files.own.CsvPlans;
import chargehand.files.own.JsonPlans;
import java.util.function.Supplier;

/// What a project can be written as.
enum ExportFormat {
    html("text/html;charset=UTF-8", HtmlPage::new),
    ics("text/calendar;charset=UTF-8", () -> ICalendar::write),
    xml("application/xml", MspdiWriter::new),
    csv("text/csv;charset=UTF-8", () -> CsvPlans::write),
    json("application/json", () -> JsonPlans::write),
    pdf("application/pdf", PdfDocument::new),
    svg("image/svg+xml", SvgPicture::new),
    png("image/png", PngPicture::new);

    private final String mediaType;
    private final Supplier<PlanWriter> writer;

    ExportFormat(String mediaType, Supplier<PlanWriter> writer) {
        this.mediaType = mediaType;
        this.writer = writer;
    }

    String mediaType() {
        return mediaType;
    }

    PlanWriter writer() {
        return writer.get();
    }
}
