package chargehand.files.mpxj;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import chargehand.engine.levelling.Options;
import chargehand.engine.levelling.Scheduler;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.TaskId;
import chargehand.files.mpxj.RulePlans.RulePlan;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mpxj.cpm.CpmException;
import org.mpxj.cpm.MicrosoftScheduler;

/// Without levelling our dates are those of Microsoft Project, as MPXJ's scheduler imitates it, rule by rule. Where we
/// differ on purpose, `docs/engine.md` says why.
class MicrosoftSchedulerComparisonTest {
    /// By rule, the heading's item in `docs/engine.md`.
    private static final Map<String, String> DIFFERENCES = Map.of(
            "elapsed days after work", "Elapsed time starts at once.",
            "fixed length on one's own calendar", "People work when they work.",
            "FF with an elapsed day of lag after Friday", "A finish waits for the moment itself.",
            "FF with four elapsed days of lag", "A finish waits for the moment itself.",
            "SF with four elapsed days of lag", "A finish waits for the moment itself.",
            "SF with four elapsed days of lag after Friday", "A finish waits for the moment itself.");

    private record Dates(TaskId task, LocalDateTime start, LocalDateTime finish) {}

    @ParameterizedTest
    @MethodSource
    void plansLikeMicrosoftProject(RulePlan rule) {
        var theirs = theirs(rule.plan());

        var ours = ours(rule.plan());

        assertEquals(theirs, ours);
    }

    static Stream<RulePlan> plansLikeMicrosoftProject() {
        return rules(false).filter(each -> !DIFFERENCES.containsKey(each.name()));
    }

    @ParameterizedTest
    @MethodSource
    void differsOnPurpose(RulePlan rule) {
        var theirs = theirs(rule.plan());

        var ours = ours(rule.plan());

        assertNotEquals(theirs, ours, DIFFERENCES.get(rule.name()));
    }

    static Stream<RulePlan> differsOnPurpose() {
        return rules(false).filter(each -> DIFFERENCES.containsKey(each.name()));
    }

    @ParameterizedTest
    @MethodSource
    void startsWithThePlanWhereMicrosoftProjectStartsBefore(RulePlan rule) {
        var ours = ours(rule.plan());

        assertFalse(startsBeforeThePlan(ours), ours::toString);
    }

    static Stream<RulePlan> startsWithThePlanWhereMicrosoftProjectStartsBefore() {
        return rules(true);
    }

    private static Stream<RulePlan> rules(boolean theirsStartBeforeThePlan) {
        return RulePlans.all().stream()
                .filter(each -> startsBeforeThePlan(theirs(each.plan())) == theirsStartBeforeThePlan);
    }

    private static boolean startsBeforeThePlan(List<Dates> dates) {
        return dates.stream().anyMatch(each -> each.start().isBefore(RulePlans.START));
    }

    private static List<Dates> ours(Plan plan) {
        var times = new ProjectTimes(plan.zone(), 480);
        return Scheduler.scheduleUnlevelled(plan, Options.schedules(1)).tasks().stream()
                .map(each -> new Dates(each.task(), times.at(each.start()), times.at(each.finish())))
                .toList();
    }

    private static List<Dates> theirs(Plan plan) {
        var project = new ProjectOfPlan(plan);
        project.assignNamed();
        try {
            new MicrosoftScheduler().schedule(project.file(), RulePlans.START);
        } catch (CpmException e) {
            throw new AssertionError(e);
        }
        return plan.tasks().stream()
                .map(each -> project.task(each.id()))
                .map(each ->
                        new Dates(new TaskId(String.valueOf(each.getUniqueID())), each.getStart(), each.getFinish()))
                .toList();
    }
}
