package chargehand.files.own;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The schemas of `docs/contracts`, by which files are judged.
final class Schemas {
    static final Path ROOT = Path.of("..");

    private Schemas() {}

    static JsonSchema schema(String name) throws IOException {
        var text = Files.readString(ROOT.resolve("docs/contracts").resolve(name));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
    }

    /// What the schema says against it.
    static List<String> faults(JsonSchema schema, String json) {
        return schema
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.getExecutionConfig().setFormatAssertionsEnabled(true))
                .stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }
}
