package chargehand.server.planning;

import chargehand.server.shared.Problem;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/// Some fields of a task with what they are to be; null clears.
@JsonDeserialize(using = TaskPatch.Reading.class)
@JsonSerialize(using = TaskPatch.Writing.class)
record TaskPatch(TaskFields values, Set<TaskField> fields) {
    TaskPatch {
        fields = Set.copyOf(fields);
    }

    boolean has(TaskField field) {
        return fields.contains(field);
    }

    static final class Reading extends ValueDeserializer<TaskPatch> {
        @Override
        public TaskPatch deserialize(JsonParser parser, DeserializationContext context) {
            JsonNode tree = context.readTree(parser);
            if (!tree.isObject()) throw Problem.invalid("set", "What is set must be an object of fields.");
            var fields = new LinkedHashSet<TaskField>();
            for (var name : tree.propertyNames()) fields.add(TaskField.named(name));
            return new TaskPatch(context.readTreeAsValue(tree, TaskFields.class), fields);
        }
    }

    static final class Writing extends ValueSerializer<TaskPatch> {
        @Override
        public void serialize(TaskPatch patch, JsonGenerator json, SerializationContext context) {
            json.writeStartObject(patch);
            for (var field : TaskField.values()) {
                if (!patch.has(field)) continue;
                json.writeName(field.key());
                context.writeValue(json, field.of(patch.values()));
            }
            json.writeEndObject();
        }
    }
}
