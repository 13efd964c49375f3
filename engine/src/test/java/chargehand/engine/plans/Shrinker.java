package chargehand.engine.plans;

import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Lag;
import chargehand.engine.plan.Link;
import chargehand.engine.plan.LinkType;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.time.WorkingCalendar;
import chargehand.engine.time.WorkingDuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Takes away from a plan whatever can go while it still fails.
final class Shrinker {
    private Shrinker() {}

    /// A plan that fails, too, and does so no longer without any one of its parts; or nearly so, if that would take
    /// more than `tries` plans.
    static Situation shrink(Situation failing, Predicate<Situation> stillFails, int tries) {
        var tried = new AtomicInteger();
        Predicate<Situation> fails = each -> tried.incrementAndGet() <= tries && stillFails.test(each);
        var smallest = failing;
        boolean shrunk = true;
        while (shrunk && tried.get() < tries) {
            shrunk = false;
            for (var part : List.<Function<Situation, Stream<Situation>>>of(
                    Shrinker::withoutTasks, Shrinker::simplerLinks, Shrinker::simplerTasks, Shrinker::simplerWorld)) {
                var current = smallest;
                var next = part.apply(current)
                        .filter(each -> !each.equals(current) && fails.test(each))
                        .findFirst();
                if (next.isEmpty()) continue;
                smallest = next.get();
                shrunk = true;
            }
        }
        return smallest;
    }

    /// Without half of the tasks, a quarter of them, and so on down to one.
    private static Stream<Situation> withoutTasks(Situation situation) {
        int size = situation.plan().tasks().size();
        return Stream.iterate(size / 2, part -> part > 0, part -> part / 2)
                .flatMap(part -> IntStream.iterate(0, from -> from < size, from -> from + part)
                        .mapToObj(from -> without(situation, from, Math.min(size, from + part))));
    }

    private static Situation without(Situation situation, int from, int to) {
        var plan = situation.plan();
        var gone = plan.tasks().subList(from, to).stream().map(Task::id).collect(Collectors.toSet());
        var rest = plan.tasks().stream()
                .filter(each -> !gone.contains(each.id()))
                .map(each -> each.parent() != null && gone.contains(each.parent()) ? each.withParent(null) : each)
                .toList();
        var links = plan.links().stream()
                .filter(each -> !gone.contains(each.predecessor()) && !gone.contains(each.successor()))
                .toList();
        return situation.with(withLinks(plan.withTasks(rest), links));
    }

    private static Plan withLinks(Plan plan, List<Link> links) {
        return new Plan(
                plan.name(),
                plan.zone(),
                plan.start(),
                plan.calendar(),
                plan.calendars(),
                plan.resources(),
                plan.tasks(),
                links,
                plan.bookings());
    }

    private static Stream<Situation> simplerLinks(Situation situation) {
        var plan = situation.plan();
        return IntStream.range(0, plan.links().size())
                .boxed()
                .flatMap(i -> Stream.concat(
                        Stream.of(without(plan.links(), i)),
                        simpler(plan.links().get(i)).map(each -> replaced(plan.links(), i, each))))
                .map(links -> situation.with(withLinks(plan, links)));
    }

    private static Stream<Link> simpler(Link link) {
        return Stream.of(
                new Link(link.predecessor(), link.successor(), link.type(), Lag.NONE),
                new Link(link.predecessor(), link.successor(), LinkType.FS, link.lag()));
    }

    private static <T> List<T> without(List<T> values, int index) {
        var rest = new ArrayList<>(values);
        rest.remove(index);
        return rest;
    }

    private static <T> List<T> replaced(List<T> values, int index, T value) {
        var changed = new ArrayList<>(values);
        changed.set(index, value);
        return changed;
    }

    private static Stream<Situation> simplerTasks(Situation situation) {
        var plan = situation.plan();
        return IntStream.range(0, plan.tasks().size())
                .boxed()
                .flatMap(i -> simpler(plan.tasks().get(i))
                        .map(each -> situation.with(plan.withTasks(replaced(plan.tasks(), i, each)))));
    }

    private static Stream<Task> simpler(Task task) {
        var plain = Stream.of(
                task.withParent(null),
                task.withNotBefore(null),
                task.withPinnedStart(null),
                task.withDeadline(null),
                task.withWindows(List.of()),
                task.withProgress(null),
                task.withCalendar(null),
                task.withPriority(Task.USUAL_PRIORITY));
        var fewerWindows =
                IntStream.range(0, task.windows().size()).mapToObj(i -> task.withWindows(without(task.windows(), i)));
        var fewer = IntStream.range(0, task.assignments().size())
                .mapToObj(i -> task.withAssignments(without(task.assignments(), i)));
        var whole = IntStream.range(0, task.assignments().size())
                .mapToObj(i -> task.withAssignments(replaced(
                        task.assignments(),
                        i,
                        new Assignment(task.assignments().get(i).who(), 100, null))));
        var lasting = task.isSummary()
                ? Stream.<Task>of()
                : Stream.of(60, 480)
                        .map(length -> task.withExtent(new TaskExtent.ByWorkingTime(new WorkingDuration(length))));
        return Stream.of(plain, fewerWindows, fewer, whole, lasting).flatMap(each -> each);
    }

    private static Stream<Situation> simplerWorld(Situation situation) {
        var plan = situation.plan();
        var bookings = IntStream.range(0, plan.bookings().size())
                .mapToObj(i -> new Plan(
                        plan.name(),
                        plan.zone(),
                        plan.start(),
                        plan.calendar(),
                        plan.calendars(),
                        plan.resources(),
                        plan.tasks(),
                        plan.links(),
                        without(plan.bookings(), i)));
        var people = IntStream.range(0, plan.resources().size()).boxed().flatMap(i -> {
            var one = plan.resources().get(i);
            return Stream.concat(
                            Stream.of(without(plan.resources(), i)),
                            simpler(one).map(each -> replaced(plan.resources(), i, each)))
                    .map(resources -> withResources(plan, resources));
        });
        var calendars = plan.calendars().stream()
                .map(each -> each.id().equals(plan.calendar())
                        ? WorkingCalendar.officeHours(each.id(), plan.zone())
                        : WorkingCalendar.aroundTheClock(each.id(), plan.zone()))
                .map(each -> withCalendar(plan, each));
        return Stream.concat(
                Stream.of(new Situation(plan, null)),
                Stream.of(bookings, people, calendars).flatMap(each -> each).map(situation::with));
    }

    private static Stream<Resource> simpler(Resource one) {
        return Stream.of(
                new Resource(one.id(), one.name(), 100, one.calendar(), one.skills()),
                new Resource(one.id(), one.name(), one.capacity(), null, one.skills()),
                new Resource(one.id(), one.name(), one.capacity(), one.calendar(), Set.of()));
    }

    private static Plan withResources(Plan plan, List<Resource> resources) {
        return new Plan(
                plan.name(),
                plan.zone(),
                plan.start(),
                plan.calendar(),
                plan.calendars(),
                resources,
                plan.tasks(),
                plan.links(),
                plan.bookings());
    }

    private static Plan withCalendar(Plan plan, WorkingCalendar calendar) {
        var calendars = plan.calendars().stream()
                .map(each -> each.id().equals(calendar.id()) ? calendar : each)
                .toList();
        return new Plan(
                plan.name(),
                plan.zone(),
                plan.start(),
                plan.calendar(),
                calendars,
                plan.resources(),
                plan.tasks(),
                plan.links(),
                plan.bookings());
    }
}
