package chargehand.server.planning;

import chargehand.engine.levelling.Calendar;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Task;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.identity.Scopes;
import chargehand.server.people.BookedRange;
import chargehand.server.people.Ledger;
import chargehand.server.people.Load;
import chargehand.server.people.Person;
import chargehand.server.planning.Overload.Effect;
import chargehand.server.planning.Overload.Helper;
import chargehand.server.planning.Overload.Kind;
import chargehand.server.planning.Overload.OverloadedTask;
import chargehand.server.planning.Overload.Way;
import chargehand.server.planning.TaskFields.Assigned;
import chargehand.server.shared.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Looks for ways out of a week that is too full. Each is tried on the plan as it is, so that its effect is
/// known before anybody chooses; nothing is stored.
@Service
class Overloads {
    private static final int MOST_TASKS = 8;
    private static final int HELPERS = 2;
    /// One core at most works on it: a look tries up to five ways for each task.
    private final Semaphore turn = new Semaphore(1);

    private final Load load;
    private final Ledger ledger;
    private final Projects projects;
    private final WarmPlans warm;
    private final PlanEditing editing;
    private final Scopes scopes;

    Overloads(Load load, Ledger ledger, Projects projects, WarmPlans warm, PlanEditing editing, Scopes scopes) {
        this.load = load;
        this.ledger = ledger;
        this.projects = projects;
        this.warm = warm;
        this.editing = editing;
        this.scopes = scopes;
    }

    /// @param monday of the week that is looked at, whether too much is booked in it or not
    Overload of(Caller caller, Person person, LocalDate monday) {
        var loads = load.of(List.of(monday, monday.plusDays(7))).stream()
                .collect(Collectors.toMap(each -> each.person().id(), each -> each));
        turn.acquireUninterruptibly();
        try {
            return new Looking(caller, person, monday, loads).overload();
        } finally {
            turn.release();
        }
    }

    /// One look at one week.
    private final class Looking {
        private final Caller caller;
        private final Person person;
        private final LocalDate monday;
        private final Map<UUID, Load.OfPerson> loads;
        private final Instant from;
        private final Instant to;
        private final Set<UUID> inProjects = new HashSet<>();

        Looking(Caller caller, Person person, LocalDate monday, Map<UUID, Load.OfPerson> loads) {
            this.caller = caller;
            this.person = person;
            this.monday = monday;
            this.loads = loads;
            var zone = person.zone() == null ? ZoneId.of("Etc/UTC") : person.zone();
            from = monday.atStartOfDay(zone).toInstant();
            to = monday.plusDays(7).atStartOfDay(zone).toInstant();
        }

        Overload overload() {
            var byProject = new LinkedHashMap<UUID, Set<UUID>>();
            for (var each : ledger.lines(List.of(person.id()), from, to)) {
                var tasks = byProject.computeIfAbsent(each.project(), _ -> new LinkedHashSet<>());
                if (each.task() != null) tasks.add(each.task());
            }
            var tasks = new ArrayList<OverloadedTask>();
            int hidden = 0;
            for (var each : byProject.entrySet())
                if (may(Permission.PLAN_SEE, each.getKey()))
                    tasks.addAll(tasks(each.getKey(), each.getValue(), MOST_TASKS - tasks.size()));
                else hidden++;
            var own = loads.get(person.id());
            return new Overload(
                    person.id(), person.name(), monday, own == null ? 0 : own.percent(0), tasks, hidden, others());
        }

        private boolean may(Permission permission, UUID project) {
            return caller.may(permission, project, scopes.client(project).orElse(null));
        }

        /// @param most how many can still be shown: no way is tried for others
        private List<OverloadedTask> tasks(UUID id, Set<UUID> booked, int most) {
            var project = projects.find(id).filter(each -> each.draft() == null);
            var live = warm.current(id);
            if (project.isEmpty() || live.isEmpty()) return List.of();
            for (var each : live.get().plan().resources())
                Facts.person(each.id().value()).ifPresent(inProjects::add);
            var found = new ArrayList<OverloadedTask>();
            for (var task : live.get().plan().tasks()) {
                if (found.size() >= most) break;
                if (!booked.contains(Bookings.id(id, task.id()))) continue;
                boolean open = task.progress() == null || task.progress().finished() == null;
                found.add(new OverloadedTask(
                        id,
                        project.get().name(),
                        project.get().zone(),
                        live.get().version(),
                        task.id().value(),
                        task.name(),
                        open && may(Permission.PLAN_EDIT, id) ? ways(live.get(), task) : List.of()));
            }
            return found;
        }

        private List<Way> ways(LivePlan live, Task task) {
            var ways = new ArrayList<Way>();
            for (var helper : helpers(live)) {
                if (isAt(task, helper)) continue;
                way(Kind.reassign, live, task, helper, reassigned(task, helper)).ifPresent(ways::add);
                if (hasHalves(task))
                    way(Kind.split, live, task, helper, split(task, helper)).ifPresent(ways::add);
            }
            if (task.progress() == null)
                way(Kind.move, live, task, null, later(live, task)).ifPresent(ways::add);
            ways.sort(Comparator.comparing((Way each) -> each.effect().missed().size())
                    .thenComparing(each -> each.effect().then())
                    .thenComparing(Way::percent));
            return ways;
        }

        /// Those of the project who know something that the person knows, or anybody where nobody has said what the
        /// person knows; whoever has most time first.
        private List<Person> helpers(LivePlan live) {
            var team = new HashSet<UUID>();
            for (var each : live.plan().resources())
                Facts.person(each.id().value()).ifPresent(team::add);
            return free(team, true).stream().map(Load.OfPerson::person).toList();
        }

        private List<Load.OfPerson> free(Set<UUID> people, boolean within) {
            return loads.values().stream()
                    .filter(each -> people.contains(each.person().id()) == within)
                    .filter(each -> !each.person().pool() && !each.person().id().equals(person.id()))
                    .filter(each -> each.minutes()[0] > 0 && each.percent(0) < 100)
                    .filter(each -> knows(each.person()))
                    .sorted(Comparator.comparing((Load.OfPerson each) -> each.percent(0))
                            .thenComparing(each -> each.person().name()))
                    .limit(HELPERS)
                    .toList();
        }

        private boolean knows(Person other) {
            return person.skills().isEmpty() || other.skills().keySet().stream().anyMatch(person.skills()::containsKey);
        }

        private List<Helper> others() {
            return free(inProjects, false).stream()
                    .map(each -> new Helper(each.person().id(), each.person().name(), each.percent(0)))
                    .toList();
        }

        private static boolean isAt(Task task, Person who) {
            return assignments(task).stream().anyMatch(each -> isOf(each, who));
        }

        private static boolean isOf(Assigned each, Person who) {
            return who.id().toString().equals(each.person());
        }

        private static List<Assigned> assignments(Task task) {
            var all = TaskWriting.fields(task).assignments();
            return all == null ? List.of() : all;
        }

        private TaskFields reassigned(Task task, Person helper) {
            return assigned(assignments(task).stream()
                    .map(each -> isOf(each, person) ? given(each, helper, each.minutes()) : each)
                    .toList());
        }

        private static Assigned given(Assigned each, Person to, @Nullable Long minutes) {
            return new Assigned(to.id().toString(), null, each.units(), minutes);
        }

        /// Work that several share is not anybody's: half of one's share would be another's, too. Where each has
        /// their own written down there is something to halve.
        private boolean hasHalves(Task task) {
            if (TaskWriting.kind(task.extent()) != TaskFields.Kind.effort) return false;
            var all = assignments(task);
            return all.stream()
                    .filter(each -> isOf(each, person))
                    .allMatch(each -> each.minutes() == null ? all.size() == 1 : each.minutes() > 1);
        }

        private TaskFields split(Task task, Person helper) {
            var assigned = new ArrayList<Assigned>();
            for (var each : assignments(task)) {
                if (!isOf(each, person)) {
                    assigned.add(each);
                    continue;
                }
                var own = each.minutes();
                var half = own == null ? null : (Long) (own / 2);
                assigned.add(given(each, person, own == null ? null : (Long) (own - own / 2)));
                assigned.add(given(each, helper, half));
            }
            return assigned(assigned);
        }

        private static TaskFields assigned(List<Assigned> assigned) {
            return new TaskFields(null, null, null, null, assigned, null, null, null, null, null, null, null, null);
        }

        /// What is pinned keeps its day of the week and its hour, and goes as many weeks as it needs to be out of this
        /// one.
        private TaskFields later(LivePlan live, Task task) {
            var pinned = task.pinnedStart();
            var next = pinned == null ? null : afterWeek(pinned, live.written().zone());
            return new TaskFields(
                    null, null, null, null, null, null, pinned == null ? to : null, next, null, null, null, null, null);
        }

        private Instant afterWeek(Instant pinned, ZoneId zone) {
            var was = pinned.atZone(zone);
            long weeks = Math.max(1, ChronoUnit.WEEKS.between(was, to.atZone(zone)));
            var next = was.plusWeeks(weeks).toInstant();
            return next.isBefore(to) ? was.plusWeeks(weeks + 1).toInstant() : next;
        }

        /// Empty where the plan does not take it, or it would change nothing.
        private Optional<Way> way(Kind kind, LivePlan live, Task task, @Nullable Person helper, TaskFields fields) {
            var field = kind != Kind.move
                    ? TaskField.ASSIGNMENTS
                    : fields.pinned() == null ? TaskField.NOT_BEFORE : TaskField.PINNED;
            if (kind != Kind.move && !names(fields, helper)) return Optional.empty();
            var patch = new TaskPatch(fields, EnumSet.of(field));
            var changes = List.<PlanChange>of(new PlanChange.SetTask(task.id().value(), patch));
            try {
                var tried = editing.passing(live.project(), changes);
                return Optional.of(new Way(
                        kind,
                        changes,
                        helper == null ? null : helped(helper, live, tried),
                        percent(person, live, tried),
                        effect(tried, task)));
            } catch (Problem impossible) {
                return Optional.empty();
            }
        }

        /// A task that somebody has by a skill names nobody who could be replaced.
        private static boolean names(TaskFields fields, @Nullable Person helper) {
            return helper != null
                    && fields.assignments() != null
                    && fields.assignments().stream()
                            .anyMatch(each -> helper.id().toString().equals(each.person()));
        }

        private Helper helped(Person helper, LivePlan live, Outcome tried) {
            return new Helper(helper.id(), helper.name(), percent(helper, live, tried));
        }

        private long percent(Person whose, LivePlan live, Outcome tried) {
            List<BookedRange> then = Bookings.of(live.project(), tried.plan().calendar(), whose.id());
            return load.percent(whose, monday, monday.plusDays(7), live.project(), then);
        }

        private static Effect effect(Outcome tried, Task task) {
            var before = tried.before();
            var plan = tried.plan().plan();
            var calendar = tried.plan().calendar();
            var summaries = plan.tasks().stream()
                    .filter(Task::isSummary)
                    .map(each -> each.id().value())
                    .collect(Collectors.toSet());
            int moved = (int) PlanPreviews.moves(before, plan, calendar.tasks()).stream()
                    .filter(each -> !summaries.contains(each.task())
                            && !each.task().equals(task.id().value()))
                    .count();
            return new Effect(
                    finish(before.plan(), before.calendar(), task),
                    finish(plan, calendar, task),
                    before.calendar().finish(),
                    calendar.finish(),
                    moved,
                    missed(before, plan, calendar));
        }

        private static Instant finish(Plan plan, Calendar calendar, Task task) {
            for (int i = 0; i < plan.tasks().size(); i++)
                if (plan.tasks().get(i).id().equals(task.id()))
                    return calendar.tasks().get(i).finish();
            return calendar.finish();
        }

        private static List<String> missed(LivePlan before, Plan plan, Calendar calendar) {
            var missed = new ArrayList<String>();
            for (int i = 0; i < plan.tasks().size(); i++) {
                var task = plan.tasks().get(i);
                if (task.deadline() == null) continue;
                var by = task.deadline().by();
                boolean then = calendar.tasks().get(i).finish().isAfter(by);
                boolean now = finish(before.plan(), before.calendar(), task).isAfter(by);
                if (then && !now) missed.add(task.name());
            }
            return missed;
        }
    }
}
