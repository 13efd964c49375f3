package chargehand.engine.plans;

import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.Options;
import chargehand.engine.levelling.Scheduler;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.Task;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// No other calendar of the same plan finishes before the bound, and what makes a plan easier never makes it later
/// than the finish of the harder one.
final class BoundPropertiesTest {
    static LongStream seeds() {
        return Property.seeds();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void holdsForWhateverSeedTheSearchHas(long seed) {
        Property.holds(seed, each -> {
            var bound = schedule(each, 3, 1).bound();
            if (bound == null) return List.of();

            var others = IntStream.rangeClosed(2, 4)
                    .mapToObj(i -> schedule(each, 40, i).finish());

            return later(bound, others);
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void comesNoLaterWithMorePeopleOrFewerLinks(long seed) {
        Property.holds(seed, each -> {
            if (!isPlain(each)) return List.of();
            var finish = schedule(each, 20, 1).finish();

            var easier = Stream.of(withoutLinks(each.plan()), withTwiceThePeople(each.plan()))
                    .map(plan -> schedule(each.with(plan), 3, 1))
                    .filter(calendar ->
                            calendar.bound() != null && calendar.bound().isAfter(finish));

            return easier.map(calendar -> "The bound %s lies after %s".formatted(calendar.bound(), finish))
                    .toList();
        });
    }

    /// More people, fewer links: then a pin, a window or the past may be what a plan fails at, and that is
    /// not easier.
    private static boolean isPlain(Situation situation) {
        return situation.plan().tasks().stream().allMatch(BoundPropertiesTest::isPlain);
    }

    private static boolean isPlain(Task task) {
        return task.windows().isEmpty() && task.pinnedStart() == null && task.progress() == null;
    }

    private static List<String> later(Instant bound, Stream<Instant> finishes) {
        return finishes.filter(bound::isAfter)
                .map(finish -> "The bound %s lies after %s".formatted(bound, finish))
                .toList();
    }

    private static Plan withoutLinks(Plan plan) {
        return new Plan(
                plan.name(),
                plan.zone(),
                plan.start(),
                plan.calendar(),
                plan.calendars(),
                plan.resources(),
                plan.tasks(),
                List.of(),
                plan.bookings());
    }

    /// Twice the capacity, but bookings that left nothing still leave nothing.
    private static Plan withTwiceThePeople(Plan plan) {
        var booked = plan.bookings().stream().map(each -> each.resource()).toList();
        var twice = plan.resources().stream()
                .map(each -> booked.contains(each.id()) ? each : twice(each))
                .toList();
        return new Plan(
                plan.name(),
                plan.zone(),
                plan.start(),
                plan.calendar(),
                plan.calendars(),
                twice,
                plan.tasks(),
                plan.links(),
                plan.bookings());
    }

    private static Resource twice(Resource one) {
        return new Resource(one.id(), one.name(), one.capacity() * 2, one.calendar(), one.skills());
    }

    private static Calendar schedule(Situation situation, int schedules, long seed) {
        return Scheduler.schedule(
                situation.plan(),
                Options.schedules(schedules).withNow(situation.now()).withSeed(seed));
    }
}
