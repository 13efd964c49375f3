package chargehand.files.history;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The columns of a history, by the names that files give them.
public enum Column {
    ID("id", "task", "task_id", "key", "number"),
    PERSON("person", "developer", "assignee", "assigned_to"),
    TEAM("team"),
    PROJECT("project"),
    KIND("kind", "type", "category", "phase"),
    PART("part", "component"),
    REQUESTER("requester", "raised_by", "reporter"),
    PRIORITY("priority"),
    ESTIMATE("estimate_hours", "estimate", "estimated_hours"),
    LOW("low_hours", "low", "optimistic_hours", "optimistic", "least_hours"),
    HIGH("high_hours", "high", "pessimistic_hours", "pessimistic", "most_hours"),
    ACTUAL("actual_hours", "actual", "spent_hours"),
    ESTIMATED("estimated_on", "estimate_on", "estimated_at"),
    STARTED("started_on", "start", "started_at", "started"),
    COMPLETED("completed_on", "completed", "completed_at", "finished_on", "finished");

    private final List<String> names;

    Column(String... names) {
        this.names = List.of(names);
    }

    /// As files and programs call it.
    public String header() {
        return names.getFirst();
    }

    /// The column that a header most likely means.
    public static Optional<Column> named(String header) {
        var name = header.strip().toLowerCase(Locale.ROOT).replaceAll("[ -]+", "_");
        return Arrays.stream(values()).filter(each -> each.names.contains(name)).findFirst();
    }
}
