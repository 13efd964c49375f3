package chargehand.engine.check;

import chargehand.engine.levelling.Calendar;
import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Finding;
import chargehand.engine.plan.FindingCode;
import chargehand.engine.plan.Link;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskId;
import chargehand.engine.plan.Who.AnyoneWith;
import chargehand.engine.plan.Who.Named;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is wrong with a plan is found, and nothing is found that is not wrong.
final class FindingRules {
    private final PlanFacts facts;
    private final Calendar calendar;
    private final @Nullable Instant now;
    private final List<String> violations;
    private final Lengths lengths;

    FindingRules(PlanFacts facts, Calendar calendar, @Nullable Instant now, List<String> violations) {
        this.facts = facts;
        this.calendar = calendar;
        this.now = now;
        this.violations = violations;
        this.lengths = new Lengths(facts);
    }

    void check() {
        checkOrder();
        expectTasks(FindingCode.DEADLINE_MISSED, this::missesItsDeadline);
        expectTasks(FindingCode.PROGRESS_IN_FUTURE, this::happensInTheFuture);
        expectTasks(FindingCode.NOBODY_ASSIGNED, this::hasNobody);
        expectTasks(
                FindingCode.UNKNOWN_RESOURCE,
                task -> asks(task, each -> each.who() instanceof Named(var id) && facts.resource(id) == null));
        expectTasks(
                FindingCode.ABOVE_CAPACITY,
                task -> asks(
                        task,
                        each -> each.who() instanceof Named(var id)
                                && facts.resource(id) instanceof Resource one
                                && one.capacity() < each.units()));
        expectTasks(
                FindingCode.NOBODY_HAS_SKILL,
                task -> asks(
                        task,
                        each -> each.who() instanceof AnyoneWith
                                && lengths.candidates(task, each).findAny().isEmpty()));
        var links = facts.plan().links();
        expect(FindingCode.UNKNOWN_TASK, links.stream().anyMatch(link -> !facts.isKnown(link)));
        expect(FindingCode.DEPENDENCY_CYCLE, !facts.lastOfCycles().isEmpty());
        expectLinks(FindingCode.LINK_WITHIN_SUMMARY, facts::isWithinSummary);
        expectLinks(
                FindingCode.LINK_TO_SUMMARY_FINISH,
                link -> facts.isToSummaryFinish(link) && !facts.isWithinSummary(link));
    }

    private void checkOrder() {
        var severities = calendar.findings().stream().map(Finding::severity).toList();
        if (!severities.equals(severities.stream().sorted().toList()))
            violations.add("The findings are not in the order of their severity: %s.".formatted(severities));
    }

    private boolean missesItsDeadline(Task task) {
        var deadline = task.deadline();
        return deadline != null
                && !facts.leaves(task.id()).isEmpty()
                && calendar.task(task.id()).finish().isAfter(deadline.by());
    }

    private boolean happensInTheFuture(Task task) {
        var progress = task.progress();
        if (progress == null || now == null || task.isSummary()) return false;
        var finished = progress.finished();
        return (finished == null ? progress.started() : finished).isAfter(now);
    }

    private boolean hasNobody(Task task) {
        return !task.isSummary() && task.assignments().isEmpty() && Lengths.length(task, null) > 0;
    }

    private static boolean asks(Task task, Predicate<Assignment> question) {
        return task.assignments().stream().anyMatch(each -> Lengths.length(task, each) > 0 && question.test(each));
    }

    private void expectTasks(FindingCode code, Predicate<Task> wrong) {
        var expected = facts.plan().tasks().stream()
                .filter(wrong)
                .map(Task::id)
                .collect(Collectors.toCollection(TreeSet::new));
        var found = found(code).flatMap(each -> each.tasks().stream()).collect(Collectors.toCollection(TreeSet::new));
        if (!found.equals(expected))
            violations.add("%s holds for %s, and is found for %s.".formatted(code.code(), expected, found));
    }

    private void expectLinks(FindingCode code, Predicate<Link> wrong) {
        var expected = facts.plan().links().stream()
                .filter(link -> facts.isKnown(link) && wrong.test(link))
                .map(link -> List.<TaskId>of(link.predecessor(), link.successor()))
                .toList();
        var found = found(code).map(Finding::tasks).toList();
        if (found.size() != expected.size() || !found.containsAll(expected))
            violations.add("%s holds for %s, and is found for %s.".formatted(code.code(), expected, found));
    }

    private void expect(FindingCode code, boolean wrong) {
        if (found(code).findAny().isPresent() != wrong)
            violations.add("%s is %sfound.".formatted(code.code(), wrong ? "not " : ""));
    }

    private Stream<Finding> found(FindingCode code) {
        return calendar.findings().stream().filter(each -> each.code() == code);
    }
}
