package chargehand.engine.plan;

import java.util.List;
import java.util.Map;

/// Something about a plan or its calendar that somebody should know. Words for it are made by `explain.Words`.
///
/// @param tasks those it is about, in the order of the plan; for a cycle, in the order of the cycle
/// @param values by the names used in the words of the code: text, numbers, and instants, for the reader's
/// own format
public record Finding(FindingCode code, List<TaskId> tasks, Map<String, Object> values) {
    public Finding {
        tasks = List.copyOf(tasks);
        values = Map.copyOf(values);
    }

    public Severity severity() {
        return code.severity();
    }
}
