package chargehand.files.cv;

import chargehand.engine.staffing.cv.Certificate;
import chargehand.engine.staffing.cv.CvFindings;
import chargehand.engine.staffing.cv.CvLine;
import chargehand.engine.staffing.cv.Degree;
import chargehand.engine.staffing.cv.YearsInField;
import chargehand.engine.staffing.profile.CriterionFinding;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/// What a CV check found, as programs read it: one object on one line, as `docs/contracts/cv-check.schema.json` says.
public final class CvJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator json;

    private CvJson(JsonGenerator json) {
        this.json = json;
    }

    /// @param file as it is called
    /// @return without a line break
    public static String line(String file, CvFile read, CvFindings findings, List<CriterionFinding> criteria) {
        var text = new StringWriter();
        try (var generator = FACTORY.createGenerator(tools.jackson.core.ObjectWriteContext.empty(), text)) {
            new CvJson(generator).write(file, read, findings, criteria);
        }
        return text.toString();
    }

    private void write(String file, CvFile read, CvFindings findings, List<CriterionFinding> criteria) {
        json.writeStartObject();
        json.writeStringProperty("file", file);
        json.writeStringProperty("state", read.state().name().toLowerCase(Locale.ROOT));
        json.writeNumberProperty("textChars", read.text().characters());
        if (!read.reason().isEmpty()) json.writeStringProperty("reason", read.reason());
        list("certificates", findings.certificates(), this::write);
        list("degrees", findings.degrees(), this::write);
        list("years", findings.years(), this::write);
        list("criteria", criteria, this::write);
        json.writeEndObject();
    }

    private <T> void list(String name, List<T> items, java.util.function.Consumer<T> item) {
        json.writeArrayPropertyStart(name);
        for (var each : items) {
            json.writeStartObject();
            item.accept(each);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void write(Certificate certificate) {
        json.writeStringProperty("name", certificate.entry().name());
        json.writeStringProperty("issuer", certificate.entry().issuer());
        json.writeStringProperty("state", certificate.state().name().toLowerCase(Locale.ROOT));
        line("line", certificate.line());
    }

    private void write(Degree degree) {
        json.writeStringProperty("level", degree.level().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("field", degree.field() == null ? "" : degree.field());
        json.writeStringProperty("institution", degree.institution() == null ? "" : degree.institution());
        line("line", degree.line());
    }

    private void write(YearsInField years) {
        json.writeStringProperty("field", years.field().code());
        json.writeNumberProperty("years", years.years());
        json.writeArrayPropertyStart("lines");
        for (var each : years.lines()) {
            json.writeStartObject();
            write(each);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void write(CriterionFinding criterion) {
        json.writeStringProperty("id", criterion.criterion().id());
        json.writeBooleanProperty("must", criterion.criterion().must());
        json.writeStringProperty("finding", criterion.finding().code());
        line("line", criterion.line());
    }

    private void line(String name, @Nullable CvLine line) {
        if (line == null) return;
        json.writeName(name);
        json.writeStartObject();
        write(line);
        json.writeEndObject();
    }

    private void write(CvLine line) {
        json.writeNumberProperty("n", line.n());
        json.writeStringProperty("text", line.text().replaceAll("\\s+", " "));
    }
}
