package chargehand.engine.check;

import static chargehand.engine.check.WorkingMinutes.minute;

import chargehand.engine.levelling.Calendar;
import chargehand.engine.plan.FindingCode;
import chargehand.engine.plan.Lag;
import chargehand.engine.plan.Link;
import chargehand.engine.plan.LinkType;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskId;
import chargehand.engine.plan.Window;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Rules 10 to 14: what holds a task, and that pins hold whatever else does.
final class HoldingRules {
    private final PlanFacts facts;
    private final Calendar calendar;
    private final @Nullable Instant now;
    private final List<String> violations;
    private final Lengths lengths;
    private final Set<TaskId> brokenByPins = new HashSet<>();
    private final Set<TaskId> brokenByProgress = new HashSet<>();

    HoldingRules(PlanFacts facts, Calendar calendar, @Nullable Instant now, List<String> violations) {
        this.facts = facts;
        this.calendar = calendar;
        this.now = now;
        this.violations = violations;
        this.lengths = new Lengths(facts);
    }

    /// Where tasks stand: after what holds them, and where they are pinned.
    void checkPlaces() {
        for (var task : facts.plan().tasks()) {
            if (task.isSummary() || task.progress() != null) continue;
            var pin = task.pinnedStart();
            if (pin == null) checkFree(task);
            else if (!start(task).equals(pin))
                blame(task, "is pinned to %s, but starts %s".formatted(pin, start(task)));
        }
        for (var link : facts.links()) checkLink(link);
    }

    /// Windows that are not kept, and links that pins and the past break, are found. After [#checkPlaces].
    void checkFindings() {
        for (var task : facts.plan().tasks())
            if (!task.isSummary() && task.progress() == null && task.pinnedStart() == null) checkWindows(task);
        checkFound(FindingCode.PIN_BREAKS_LINK, brokenByPins);
        checkFound(FindingCode.PROGRESS_BREAKS_LINK, brokenByProgress);
    }

    private void checkFound(FindingCode code, Set<TaskId> broken) {
        var found = calendar.findings().stream()
                .filter(each -> each.code() == code)
                .flatMap(each -> each.tasks().stream())
                .collect(Collectors.toSet());
        if (!found.containsAll(broken) || broken.isEmpty() != found.isEmpty())
            violations.add("%s holds for %s, and is found for %s.".formatted(code.code(), broken, found));
    }

    private void checkFree(Task task) {
        var start = start(task);
        if (start.isBefore(facts.plan().start())) blame(task, "starts before the plan");
        if (now != null && start.isBefore(now)) blame(task, "starts in the past");
        for (var each : withAbove(task)) {
            var notBefore = each.notBefore();
            if (notBefore != null && start.isBefore(notBefore)) blame(task, "starts before it may");
        }
    }

    private void checkWindows(Task task) {
        if (withAbove(task).stream().allMatch(each -> liesInOne(each.windows(), task))) return;
        if (!isFound(FindingCode.NO_WINDOW_FITS, task)) blame(task, "lies in none of its windows");
    }

    private List<Task> withAbove(Task task) {
        return Stream.concat(Stream.of(task), facts.above(task.id()).stream()).toList();
    }

    private boolean liesInOne(List<Window> windows, Task task) {
        return windows.isEmpty()
                || windows.stream()
                        .anyMatch(window -> !start(task).isBefore(window.fromInclusive())
                                && !finish(task).isAfter(window.toExclusive()));
    }

    private void checkLink(Link link) {
        for (var successor : facts.leaves(link.successor())) {
            if (isKept(link, successor)) continue;
            if (successor.progress() != null) brokenByProgress.add(successor.id());
            else if (successor.pinnedStart() != null) brokenByPins.add(successor.id());
            else blame(successor, "breaks the link %s".formatted(link));
        }
    }

    private boolean isKept(Link link, Task successor) {
        if (facts.leaves(link.predecessor()).isEmpty()) return true;
        var predecessor = calendar.task(link.predecessor());
        long moment = switch (link.type()) {
            case FS, FF -> minute(predecessor.finish());
            case SS, SF -> minute(predecessor.start());
        };
        long held = switch (link.type()) {
            case FS, SS -> minute(start(successor));
            case FF, SF -> minute(finish(successor));
        };
        return held >= lagged(moment, link);
    }

    private long lagged(long moment, Link link) {
        return switch (link.lag()) {
            case Lag.Elapsed(int minutes) -> moment + minutes;
            case Lag.Working(int minutes) -> shifted(moment, minutes, link);
            case Lag.Percent(int percent) ->
                shifted(moment, Math.round(lengths.longest(link.predecessor()) * (percent / 100.0)), link);
        };
    }

    private long shifted(long moment, long minutes, Link link) {
        if (minutes == 0) return moment;
        var working = lengths.lagCalendar(facts.task(link.successor()));
        if (minutes > 0) return working.end(moment, minutes);
        long back = working.back(moment, -minutes);
        boolean holdsFinish = link.type() == LinkType.FF || link.type() == LinkType.SF;
        while (holdsFinish && !working.works(back - 1) && back > working.first()) back--;
        return back;
    }

    private Instant start(Task task) {
        return calendar.task(task.id()).start();
    }

    private Instant finish(Task task) {
        return calendar.task(task.id()).finish();
    }

    private boolean isFound(FindingCode code, Task task) {
        return calendar.findings().stream()
                .anyMatch(each -> each.code() == code && each.tasks().contains(task.id()));
    }

    private void blame(Task task, String what) {
        violations.add("Task %s %s.".formatted(task.id(), what));
    }
}
