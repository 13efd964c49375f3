package chargehand.engine.explain;

import chargehand.engine.plan.TaskId;
import java.util.List;
import java.util.Map;

/// Something about a plan or its calendar that somebody should know. Words for it are made by [Words].
///
/// @param tasks those it is about, in the order of the plan; for a cycle, in the order of the cycle
/// @param values by name, ready to read; the names are those in the words of the code
public record Finding(FindingCode code, List<TaskId> tasks, Map<String, String> values) {
    public Finding {
        tasks = List.copyOf(tasks);
        values = Map.copyOf(values);
    }

    public Severity severity() {
        return code.severity();
    }
}
