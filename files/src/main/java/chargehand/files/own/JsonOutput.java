package chargehand.files.own;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// Writes JSON, indented, with the same line ends everywhere. A property that is null is left out.
final class JsonOutput {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator generator;

    private JsonOutput(JsonGenerator generator) {
        this.generator = generator;
    }

    /// Writes one object to a stream, which stays open.
    static void write(OutputStream out, Consumer<JsonOutput> object) throws IOException {
        try (var generator = FACTORY.createGenerator(new Indented(), out, JsonEncoding.UTF8)) {
            var json = new JsonOutput(generator);
            json.object(() -> object.accept(json));
            generator.writeRaw('\n');
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    void object(Runnable properties) {
        generator.writeStartObject();
        properties.run();
        generator.writeEndObject();
    }

    void object(String name, Runnable properties) {
        generator.writeName(name);
        object(properties);
    }

    <T> void list(String name, List<T> items, Consumer<T> item) {
        generator.writeArrayPropertyStart(name);
        items.forEach(item);
        generator.writeEndArray();
    }

    /// A list that is left out if it is empty.
    <T> void listIfAny(String name, List<T> items, Consumer<T> item) {
        if (!items.isEmpty()) list(name, items, item);
    }

    void texts(String name, List<String> texts) {
        list(name, texts, this::text);
    }

    void text(String text) {
        generator.writeString(text);
    }

    void text(String name, @Nullable String text) {
        if (text != null) generator.writeStringProperty(name, text);
    }

    void number(String name, long number) {
        generator.writeNumberProperty(name, number);
    }

    void number(String name, double number) {
        generator.writeNumberProperty(name, number);
    }

    void flag(String name, boolean flag) {
        generator.writeBooleanProperty(name, flag);
    }

    void nothing(String name) {
        generator.writeNullProperty(name);
    }

    private static final class Indented extends ObjectWriteContext.Base {
        private final PrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return printer;
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
