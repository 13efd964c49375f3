package chargehand.engine.plan;

/// Who does it: one who is named, or whoever has the skill and is best placed. The engine chooses the latter, and
/// never the same one twice for one task.
public sealed interface Who {
    record Named(ResourceId resource) implements Who {}

    record AnyoneWith(String skill) implements Who {}
}
