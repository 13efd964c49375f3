package chargehand.engine.forecast.history;

import org.jspecify.annotations.Nullable;

/// What tells one piece of work from another, as far as it is known. What is null is like nothing else.
///
/// @param kind what sort of work it is; `Development/Bug` is also somewhat like other `Development`
/// @param part the part of the work breakdown, a component for instance
/// @param requester who asked for it
public record Labels(
        @Nullable String person,
        @Nullable String team,
        @Nullable String project,
        @Nullable String kind,
        @Nullable String part,
        @Nullable String requester,
        @Nullable String priority) {
    /// Labels of work of which no more is known.
    public static Labels of(@Nullable String person, @Nullable String project, @Nullable String kind) {
        return new Labels(person, null, project, kind, null, null, null);
    }

    Labels withPerson(@Nullable String other) {
        return new Labels(other, team, project, kind, part, requester, priority);
    }

    /// The kind without its last step, or all of it where it has but one.
    @Nullable
    String family() {
        if (kind == null) return null;
        int slash = kind.lastIndexOf('/');
        return slash <= 0 ? kind : kind.substring(0, slash);
    }
}
