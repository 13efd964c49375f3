package chargehand.server.planning;

import chargehand.engine.explain.Words;
import chargehand.engine.levelling.Calendar;
import chargehand.engine.plan.Finding;
import chargehand.engine.plan.FindingCode;
import chargehand.engine.plan.TaskId;
import chargehand.server.shared.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What no calendar can be made of, so that an edit which asks for it is refused.
final class Impossible {
    private static final Set<FindingCode> IMPOSSIBLE = Set.of(
            FindingCode.DEPENDENCY_CYCLE,
            FindingCode.LINK_WITHIN_SUMMARY,
            FindingCode.LINK_TO_SUMMARY_FINISH,
            FindingCode.UNKNOWN_RESOURCE,
            FindingCode.UNKNOWN_CALENDAR,
            FindingCode.TOO_LONG);

    private Impossible() {}

    /// What can be planned with findings is planned. What can't be meant is refused, unless it was there before.
    static void refuse(LivePlan old, Calendar calendar, WrittenPlan edited) {
        var known = new HashSet<List<Object>>();
        for (var finding : old.calendar().findings()) known.add(key(finding));
        for (var finding : calendar.findings())
            if (IMPOSSIBLE.contains(finding.code()) && !known.contains(key(finding))) throw impossible(finding, edited);
    }

    private static List<Object> key(Finding finding) {
        return List.of(
                finding.code(),
                finding.code() == FindingCode.TOO_LONG ? Set.of() : new HashSet<>(finding.tasks()),
                finding.code() == FindingCode.UNKNOWN_RESOURCE
                        ? String.valueOf(finding.values().get("missing"))
                        : "");
    }

    private static Problem impossible(Finding finding, WrittenPlan edited) {
        var words = new Words(edited.plan());
        var problem = Problem.of(422, finding.code().code(), "This can't be planned", words.message(finding))
                .hint(words.hint(finding))
                .with("tasks", finding.tasks().stream().map(TaskId::value).toList());
        for (var value : finding.values().entrySet())
            if (!value.getKey().equals("tasks"))
                problem = problem.with(
                        value.getKey(),
                        value.getValue() instanceof Number
                                ? value.getValue()
                                : value.getValue().toString());
        return problem;
    }
}
