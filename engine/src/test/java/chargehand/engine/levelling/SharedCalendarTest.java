package chargehand.engine.levelling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.engine.check.CalendarChecker;
import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Lag;
import chargehand.engine.plan.Link;
import chargehand.engine.plan.LinkType;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.ResourceId;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.Who;
import chargehand.engine.time.WorkingCalendar;
import chargehand.engine.time.WorkingDuration;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Plans in which all work office hours.
class SharedCalendarTest {
    private static final int PLANS = 60;
    private static final Instant MONDAY = Instant.parse("2027-01-04T09:00:00Z");
    private static final int DEAD_ENDS = 20_000;

    @Test
    void nothingThatALongSearchFindsEndsBeforeWhatIsProved() {
        int proved = 0;
        for (long seed = 1; seed <= PLANS; seed++) {
            var plan = random(seed, "office");
            var calendar = Scheduler.schedule(plan, Options.schedules(10).withProof(DEAD_ENDS));
            var searched = Scheduler.schedule(plan, Options.schedules(600).withSeed(seed));

            assertEquals(List.of(), CalendarChecker.violations(plan, calendar, null), "seed " + seed);
            assertNotNull(calendar.bound());
            assertFalse(calendar.bound().isAfter(searched.finish()), "seed " + seed);
            assertFalse(calendar.finish().isAfter(searched.finish()), "seed " + seed);
            if (calendar.proved()) proved++;
        }
        assertEquals(PLANS, proved);
    }

    @Test
    void aProofIsTheSameAgain() {
        var plan = random(5, "office");
        var options = Options.schedules(10).withProof(DEAD_ENDS);

        assertEquals(Scheduler.schedule(plan, options), Scheduler.schedule(plan, options.withThreads(2)));
    }

    @Test
    void whoHasHoursOfTheirOwnIsNotLookedInto() {
        for (long seed = 1; seed <= 8; seed++) {
            var plan = random(seed, "mornings");
            var options = Options.schedules(10);

            assertEquals(Scheduler.schedule(plan, options), Scheduler.schedule(plan, options.withProof(DEAD_ENDS)));
        }
    }

    @Test
    void someOfThesePlansNeedAProof() {
        long open = 0;
        for (long seed = 1; seed <= PLANS; seed++)
            if (!Scheduler.schedule(random(seed, "office"), Options.schedules(10))
                    .proved()) open++;
        assertTrue(open > PLANS / 10, open + " are open after a short search");
    }

    /// Nine tasks of a quarter to two days for two people and a pair, linked in all four ways.
    private static Plan random(long seed, String hours) {
        var random = new SplittableRandom(seed);
        var office = WorkingCalendar.officeHours("office", ZoneOffset.UTC);
        var mornings =
                WorkingCalendar.weekdays("mornings", ZoneOffset.UTC, chargehand.engine.time.TimeRange.ofHours(8, 12));
        var people = List.of(person("A", 100, null), person("B", 100, hours), person("C", 200, null));
        var tasks = new ArrayList<Task>();
        var links = new ArrayList<Link>();
        for (int i = 0; i < 9; i++) {
            tasks.add(task(i, people, random));
            for (int j = 0; j < i; j++)
                if (random.nextInt(6) == 0) {
                    var type = LinkType.values()[random.nextInt(LinkType.values().length)];
                    links.add(Link.of("T" + j, "T" + i, type, new Lag.Working(120 * random.nextInt(-1, 3))));
                }
        }
        var all = List.of(office, mornings);
        return new Plan("random", ZoneOffset.UTC, MONDAY, "office", all, people, tasks, links, List.of());
    }

    private static Resource person(String id, int capacity, @org.jspecify.annotations.Nullable String hours) {
        return new Resource(new ResourceId(id), id, capacity, hours, Set.of());
    }

    private static Task task(int i, List<Resource> people, SplittableRandom random) {
        if (i == 4) return Task.of("T4", "T4", new TaskExtent.Milestone());
        var extent = new TaskExtent.ByWorkingTime(WorkingDuration.ofMinutes(120 * (1 + random.nextInt(8))));
        var who = people.get(random.nextInt(people.size()));
        int units = random.nextInt(3) == 0 ? 50 : 100;
        var task =
                Task.of("T" + i, "T" + i, extent).withAssignments(new Assignment(new Who.Named(who.id()), units, null));
        return random.nextInt(4) == 0 ? task.withNotBefore(MONDAY.plus(Duration.ofHours(30))) : task;
    }
}
