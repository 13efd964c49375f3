package chargehand.engine.plans;

import chargehand.engine.check.CalendarChecker;
import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.Options;
import chargehand.engine.levelling.Rescheduler;
import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.levelling.Scheduler;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.TaskExtent.ByWorkingTime;
import chargehand.engine.time.Effort;
import chargehand.engine.time.WorkingDuration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds of every calendar after an edit, tried on random plans and edits.
final class RepairPropertiesTest {
    static LongStream seeds() {
        return Property.seeds();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void movesNothingWithoutAnEdit(long seed) {
        Property.holds(seed, each -> {
            var before = schedule(each);

            var after = Rescheduler.repair(each.plan(), before, each.plan(), each.now());

            return differences(each.plan(), before, after);
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keepsTheRulesAfterAnEdit(long seed) {
        Property.holds(seed, each -> {
            var edited = edited(each.plan(), seed);

            var after = Rescheduler.repair(each.plan(), schedule(each), edited, each.now());

            return CalendarChecker.violations(edited, after, each.now());
        });
    }

    /// What is kept from one repair to the next makes it quicker, and nothing else.
    @ParameterizedTest
    @MethodSource("seeds")
    void repairsAlikeFromWhatItKept(long seed) {
        Property.holds(seed, each -> {
            var plan = each.plan();
            var calendar = schedule(each);
            var rescheduler = new Rescheduler(plan, calendar, each.now());
            var wrong = new ArrayList<String>();
            for (int edit = 0; edit < 6; edit++) {
                rescheduler.repair(edited(plan, seed - 50 - edit));
                var edited = edit % 2 == 0 ? slightlyEdited(plan, seed + edit) : edited(plan, seed + edit);
                var kept = rescheduler.repair(edited);
                if (!kept.equals(Rescheduler.repair(plan, calendar, edited, each.now())))
                    wrong.add("edit %d is repaired otherwise from what was kept".formatted(edit));
                rescheduler = rescheduler.then(edited, kept, each.now());
                plan = edited;
                calendar = kept;
            }
            return wrong;
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void leavesThePastAlone(long seed) {
        Property.holds(seed, each -> {
            var before = schedule(each);
            var later = middle(before, each.now());
            var edited = edited(each.plan(), seed);

            var after = Rescheduler.repair(each.plan(), before, edited, later);

            var past = edited.tasks().stream()
                    .filter(task -> isUnchanged(task, each.plan(), edited) && !task.isSummary())
                    .filter(task -> task.progress() == null
                            && task.pinnedStart() == null
                            && !before.task(task.id()).finish().isAfter(later)
                            && before.task(task.id()).start().isBefore(later))
                    .toList();
            return past.stream()
                    .filter(task -> !samePlace(before.task(task.id()), after.task(task.id())))
                    .map(task -> "%s moved from %s to %s, which is before %s"
                            .formatted(
                                    task.id(),
                                    before.task(task.id()).start(),
                                    after.task(task.id()).start(),
                                    later))
                    .toList();
        });
    }

    /// Neither a task nor a summary above it was edited.
    private static boolean isUnchanged(Task task, Plan plan, Plan edited) {
        var parent = task.parent();
        return plan.tasks().contains(task)
                && linksTo(plan, task).equals(linksTo(edited, task))
                && (parent == null || edited.task(parent).stream().allMatch(above -> isUnchanged(above, plan, edited)));
    }

    private static List<Object> linksTo(Plan plan, Task task) {
        return plan.links().stream()
                .filter(link -> link.successor().equals(task.id()))
                .map(Object.class::cast)
                .toList();
    }

    private static Calendar schedule(Situation situation) {
        return Scheduler.schedule(situation.plan(), Options.schedules(10).withNow(situation.now()));
    }

    private static Instant middle(Calendar calendar, @Nullable Instant now) {
        long from = Objects.requireNonNullElse(now, calendar.start()).getEpochSecond() / 60;
        long to = calendar.finish().getEpochSecond() / 60;
        return Instant.ofEpochSecond((from + Math.max(0, to - from) / 2) * 60);
    }

    private static List<String> differences(Plan plan, Calendar before, Calendar after) {
        return plan.tasks().stream()
                .map(Task::id)
                .filter(id -> !samePlace(before.task(id), after.task(id)))
                .map(id -> "%s was %s and is %s".formatted(id, before.task(id), after.task(id)))
                .toList();
    }

    private static boolean samePlace(ScheduledTask before, ScheduledTask after) {
        return before.start().equals(after.start())
                && before.finish().equals(after.finish())
                && before.assignments().equals(after.assignments());
    }

    /// Another length, no limit, nobody assigned, or no task at all: of the task that the seed chooses.
    private static Plan edited(Plan plan, long seed) {
        var dice = new Dice(new SplittableRandom(-seed));
        if (plan.tasks().isEmpty()) return plan;
        int index = dice.upTo(plan.tasks().size());
        var task = plan.tasks().get(index);
        int choice = dice.upTo(4);
        if (choice == 0) return plan.withTasks(plan.tasks().subList(0, index));
        var changed = switch (choice) {
            case 1 -> task.withNotBefore(plan.start().plusSeconds(60L * dice.upTo(10_000)));
            case 2 -> task.withWindows(List.of());
            default -> task.isSummary() ? task : task.withExtent(longer(dice));
        };
        return plan.withTasks(
                plan.tasks().stream().map(each -> each == task ? changed : each).toList());
    }

    /// A few tasks that take some time take another, or may begin at another moment.
    private static Plan slightlyEdited(Plan plan, long seed) {
        var dice = new Dice(new SplittableRandom(seed));
        return plan.withTasks(plan.tasks().stream()
                .map(task -> dice.upTo(3) == 0 ? slightlyEdited(task, plan, dice) : task)
                .toList());
    }

    private static Task slightlyEdited(Task task, Plan plan, Dice dice) {
        if (dice.upTo(3) == 0) return task.withNotBefore(plan.start().plusSeconds(60L * dice.upTo(10_000)));
        if (dice.upTo(5) == 0) return task.withPinnedStart(plan.start().plusSeconds(60L * dice.upTo(10_000)));
        return switch (task.extent()) {
            case TaskExtent.ByWorkingTime _ -> task.withExtent(longer(dice));
            case TaskExtent.ByEffort _ ->
                task.withExtent(new TaskExtent.ByEffort(Effort.ofMinutes(1 + dice.upTo(3000))));
            case TaskExtent.ByElapsedTime _ ->
                task.withExtent(new TaskExtent.ByElapsedTime(Duration.ofMinutes(1 + dice.upTo(3000))));
            case TaskExtent.Milestone _, TaskExtent.Summary _ -> task;
        };
    }

    private static ByWorkingTime longer(Dice dice) {
        return new ByWorkingTime(new WorkingDuration(dice.upTo(3000)));
    }
}
