package chargehand.server;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.core.util.RefUtils;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What a record says of itself: everything is there, except what is `@Nullable`. Bodies are held to the same
/// ([chargehand.server.shared.WholeBodies]), and answers leave out what is null.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DescribedRecords implements ModelConverter {
    private final Map<String, Class<?>> names = new ConcurrentHashMap<>();
    private final Set<String> clashes = ConcurrentHashMap.newKeySet();

    /// Records that are called alike, so that one would be described as the other.
    Set<String> clashes() {
        return clashes;
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        if (!others.hasNext()) return null;
        Schema<?> resolved = others.next().resolve(type, context, others);
        var raw = Json.mapper().constructType(type.getType()).getRawClass();
        if (resolved != null && raw.isRecord() && raw.getName().startsWith("chargehand.")) {
            var name = resolved.get$ref() == null
                    ? resolved.getName()
                    : (String) RefUtils.extractSimpleName(resolved.get$ref()).getLeft();
            var whole = name == null
                    ? null
                    : context.getDefinedModels().getOrDefault(name, resolved.get$ref() == null ? resolved : null);
            if (whole != null) describe(name, whole, raw);
        }
        return resolved;
    }

    private void describe(String name, Schema<?> schema, Class<?> raw) {
        var known = names.putIfAbsent(name, raw);
        if (known != null && known != raw)
            clashes.add("%s and %s are both called %s: say @Schema(name = …).".formatted(known, raw, name));
        var needed = needed(raw);
        // Beneath a sealed interface the record's own part is the last of several.
        var own = schema.getAllOf() == null ? schema : schema.getAllOf().getLast();
        own.setRequired(needed.isEmpty() ? null : needed);
    }

    private static List<String> needed(Class<?> raw) {
        var needed = new ArrayList<String>();
        Arrays.stream(raw.getRecordComponents())
                .filter(each -> !each.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(DescribedRecords::key)
                .forEach(needed::add);
        return needed;
    }

    private static String key(RecordComponent component) {
        var named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null ? component.getName() : named.value();
    }
}
