package chargehand.files.own;

import chargehand.engine.lifecycle.LifecycleMatch;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// What a line about an asset means, as programs read it: one object on one line, as
/// `docs/contracts/assets.schema.json` says.
public final class AssetJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private AssetJson() {}

    /// @return without a line break
    public static String line(String line, LifecycleMatch match) {
        var text = new StringWriter();
        try (var json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("line", line);
            json.writeStringProperty("outcome", match.outcome().code());
            var product = match.product();
            if (product != null) {
                json.writeStringProperty("product", product.id());
                json.writeStringProperty("title", product.title());
            }
            var cycle = match.cycle();
            if (cycle != null) {
                json.writeStringProperty("cycle", cycle.name());
                if (cycle.end() != null)
                    json.writeStringProperty("eol", cycle.end().toString());
                if (cycle.paidEnd() != null)
                    json.writeStringProperty("paidUntil", cycle.paidEnd().toString());
                if (cycle.ended()) json.writeBooleanProperty("ended", true);
                json.writeStringProperty("source", cycle.source());
            }
            json.writeName("confidence");
            json.writeNumber(BigDecimal.valueOf(match.confidence()).setScale(2, RoundingMode.HALF_UP));
            json.writeEndObject();
        }
        return text.toString();
    }
}
