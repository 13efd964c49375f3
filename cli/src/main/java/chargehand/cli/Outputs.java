package chargehand.cli;

import chargehand.files.PlanWriter;
import chargehand.files.chart.HtmlPage;
import chargehand.files.chart.PdfDocument;
import chargehand.files.chart.PngPicture;
import chargehand.files.chart.SvgPicture;
import chargehand.files.ical.ICalendar;
import chargehand.files.mpxj.MspdiWriter;
import chargehand.files.own.CsvPlans;
import chargehand.files.own.JsonPlans;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Which writer a file's ending asks for.
final class Outputs {
    private static final Map<String, Supplier<PlanWriter>> WRITERS = new LinkedHashMap<>();

    static {
        WRITERS.put(".html", HtmlPage::new);
        WRITERS.put(".ics", () -> ICalendar::write);
        WRITERS.put(".xml", MspdiWriter::new);
        WRITERS.put(".csv", () -> CsvPlans::write);
        WRITERS.put(".json", () -> JsonPlans::write);
        WRITERS.put(".pdf", PdfDocument::new);
        WRITERS.put(".svg", SvgPicture::new);
        WRITERS.put(".png", PngPicture::new);
    }

    private Outputs() {}

    /// Null for an ending that nothing is written for.
    static @Nullable PlanWriter writer(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        for (var each : WRITERS.entrySet())
            if (lower.endsWith(each.getKey())) return each.getValue().get();
        return null;
    }

    static String endings() {
        return String.join(" ", WRITERS.keySet());
    }
}
