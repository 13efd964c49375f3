package chargehand.server.planning;

import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Link;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.ResourceId;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.TaskId;
import chargehand.engine.time.WorkingCalendar;
import chargehand.engine.time.WorkingDuration;
import chargehand.server.planning.TaskFields.Assigned;
import chargehand.server.planning.TaskFields.Kind;
import chargehand.server.planning.TaskFields.Promise;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Plans and changes from a seed: always the same.
final class RandomEdits {
    static final Instant START = Instant.parse("2027-02-01T08:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final List<String> PEOPLE = List.of("Ada", "Bram", "Chidi", "Dewi");

    private final SplittableRandom random;
    private int next = 1;

    RandomEdits(long seed) {
        random = new SplittableRandom(seed);
    }

    Plan plan(int tasks) {
        var written = new ArrayList<Task>();
        var links = new ArrayList<Link>();
        for (int i = 0; i < tasks; i++) {
            var summary = i % 8 == 0;
            var task = Task.of("t" + i, "Task " + i, summary ? new TaskExtent.Summary() : duration());
            if (!summary) task = task.withParent(new TaskId("t" + i / 8 * 8)).withAssignments(Assignment.of(person()));
            written.add(task);
            if (!summary && i % 8 > 1) links.add(Link.of("t" + (i - 1), "t" + i));
        }
        return new Plan(
                "Harbour",
                ZONE,
                START,
                "office",
                List.of(WorkingCalendar.officeHours("office", ZONE)),
                PEOPLE.stream()
                        .map(each -> new Resource(new ResourceId(each), each, 100, null, Set.of("network")))
                        .toList(),
                written,
                links,
                List.of());
    }

    private TaskExtent duration() {
        return new TaskExtent.ByWorkingTime(WorkingDuration.ofHours(1 + random.nextInt(20)));
    }

    private String person() {
        return PEOPLE.get(random.nextInt(PEOPLE.size()));
    }

    private String task(WrittenPlan plan) {
        return plan.rows().get(random.nextInt(plan.rows().size())).id().value();
    }

    private @Nullable String maybe(WrittenPlan plan) {
        return random.nextInt(3) == 0 ? null : task(plan);
    }

    /// A change that may well be refused.
    PlanChange change(WrittenPlan plan) {
        if (plan.rows().isEmpty()) return add(plan);
        return switch (random.nextInt(12)) {
            case 0 -> add(plan);
            case 1 -> new PlanChange.RemoveTask(task(plan));
            case 2, 3 -> new PlanChange.MoveTask(task(plan), maybe(plan), maybe(plan), random.nextBoolean());
            case 4 -> new PlanChange.AddLink(task(plan), task(plan), type(), null);
            case 5 -> removeLink(plan);
            case 6 -> setLink(plan);
            case 7 ->
                new PlanChange.SetPlan(new PlanChange.PlanFields("Harbour " + random.nextInt(99), null, null, null));
            default -> set(plan);
        };
    }

    private PlanChange.Type type() {
        return PlanChange.Type.values()[random.nextInt(4)];
    }

    private PlanChange add(WrittenPlan plan) {
        return new PlanChange.AddTask(
                new TaskFields(
                        "new" + random.nextInt(1_000_000) + "-" + next++,
                        "New",
                        Kind.duration,
                        60L * (1 + random.nextInt(16)),
                        List.of(new Assigned(person(), null, 100, null)),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                plan.rows().isEmpty() ? null : maybe(plan),
                plan.rows().isEmpty() ? null : maybe(plan),
                random.nextBoolean());
    }

    private PlanChange removeLink(WrittenPlan plan) {
        if (plan.links().isEmpty()) return new PlanChange.RemoveTask(task(plan));
        var link = plan.links().get(random.nextInt(plan.links().size()));
        return new PlanChange.RemoveLink(
                link.predecessor().value(), link.successor().value(), null);
    }

    private PlanChange setLink(WrittenPlan plan) {
        if (plan.links().isEmpty()) return set(plan);
        var link = plan.links().get(random.nextInt(plan.links().size()));
        return new PlanChange.SetLink(
                link.predecessor().value(),
                link.successor().value(),
                random.nextBoolean() ? type() : null,
                new PlanChange.Delay(PlanChange.DelayKind.values()[random.nextInt(3)], random.nextInt(-60, 200)));
    }

    PlanChange set(WrittenPlan plan) {
        var fields = EnumSet.noneOf(TaskField.class);
        for (int i = 1 + random.nextInt(2); i > 0; i--)
            fields.add(TaskField.values()[random.nextInt(TaskField.values().length)]);
        var kind = Kind.values()[random.nextInt(4)];
        return new PlanChange.SetTask(
                task(plan),
                new TaskPatch(
                        new TaskFields(
                                null,
                                "Name " + random.nextInt(1000),
                                kind,
                                random.nextInt(4) == 0 ? null : 60L * random.nextInt(40),
                                random.nextInt(4) == 0 ? null : List.of(new Assigned(person(), null, 50, null)),
                                null,
                                random.nextBoolean() ? null : START.plusSeconds(3600L * random.nextInt(400)),
                                random.nextInt(4) != 0 ? null : START.plusSeconds(3600L * random.nextInt(400)),
                                random.nextBoolean()
                                        ? null
                                        : new Promise(START.plusSeconds(3600L * random.nextInt(900)), "Client"),
                                null,
                                null,
                                random.nextInt(1001),
                                null),
                        fields));
    }
}
