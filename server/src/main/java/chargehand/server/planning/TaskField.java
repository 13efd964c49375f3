package chargehand.server.planning;

import chargehand.server.shared.Problem;
import org.jspecify.annotations.Nullable;

/// What can be set of a task, by the name that it has in the interface.
enum TaskField {
    NAME("name"),
    KIND("kind"),
    MINUTES("minutes"),
    ASSIGNMENTS("assignments"),
    CALENDAR("calendar"),
    NOT_BEFORE("notBefore"),
    PINNED("pinned"),
    DEADLINE("deadline"),
    WINDOWS("windows"),
    PROGRESS("progress"),
    PRIORITY("priority"),
    RANGE("range");

    private final String key;

    TaskField(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    /// Kind and minutes mean nothing without each other, so they are one to a conflict.
    String touch() {
        return this == MINUTES ? KIND.key : key;
    }

    static TaskField named(String key) {
        for (var field : values()) if (field.key.equals(key)) return field;
        throw Problem.invalid(key, "A task has no field “%s” that can be set.".formatted(key));
    }

    @Nullable
    Object of(TaskFields values) {
        return switch (this) {
            case NAME -> values.name();
            case KIND -> values.kind();
            case MINUTES -> values.minutes();
            case ASSIGNMENTS -> values.assignments();
            case CALENDAR -> values.calendar();
            case NOT_BEFORE -> values.notBefore();
            case PINNED -> values.pinned();
            case DEADLINE -> values.deadline();
            case WINDOWS -> values.windows();
            case PROGRESS -> values.progress();
            case PRIORITY -> values.priority();
            case RANGE -> values.range();
        };
    }
}
