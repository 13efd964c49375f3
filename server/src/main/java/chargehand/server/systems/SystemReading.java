package chargehand.server.systems;

import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.Task;
import chargehand.server.assets.Asset;
import chargehand.server.assets.Register;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.identity.Scopes;
import chargehand.server.people.People;
import chargehand.server.people.Person;
import chargehand.server.planning.PlanReading;
import chargehand.server.shared.Problem;
import chargehand.server.systems.SystemView.AssetView;
import chargehand.server.systems.SystemView.KnowerView;
import chargehand.server.systems.SystemView.TaskView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Says of the systems of a project who knows them, what they run on, and which tasks are about them.
@Service
class SystemReading {
    private static final int MOST_ELSEWHERE = 10;

    private final UsedSystems systems;
    private final PlanReading plans;
    private final People people;
    private final Register register;
    private final Scopes scopes;

    SystemReading(UsedSystems systems, PlanReading plans, People people, Register register, Scopes scopes) {
        this.systems = systems;
        this.plans = plans;
        this.people = people;
        this.register = register;
        this.scopes = scopes;
    }

    @Transactional(readOnly = true)
    SystemView.All read(Caller caller, UUID project) {
        var client = scopes.client(project).orElse(null);
        boolean seesAll = caller.may(Permission.PEOPLE_SEE, project, client);
        var around = new Around(plans.current(project).orElseThrow(Problem::notFound), people.all(), seesAll);
        var found = systems.of(project);
        var assets = caller.may(Permission.ASSETS_SEE, project, client)
                ? register.of(found.stream()
                        .map(UsedSystem::asset)
                        .filter(Objects::nonNull)
                        .toList())
                : Map.<UUID, Asset>of();
        return new SystemView.All(
                found.stream().map(each -> around.view(each, assets)).toList(), around.fields());
    }

    /// The people and the plan around the systems.
    private static final class Around {
        private final PlanReading.Current current;
        private final Map<UUID, Person> people;
        private final Set<UUID> here;
        private final boolean seesAll;
        private final Map<String, Integer> places = new HashMap<>();

        Around(PlanReading.Current current, List<Person> people, boolean seesAll) {
            this.current = current;
            this.people = people.stream().collect(Collectors.toMap(Person::id, each -> each));
            this.seesAll = seesAll;
            this.here = current.plan().resources().stream()
                    .map(Resource::id)
                    .flatMap(each -> person(each.value()).stream())
                    .collect(Collectors.toSet());
            var tasks = current.plan().tasks();
            for (int i = 0; i < tasks.size(); i++) places.put(tasks.get(i).id().value(), i);
        }

        /// Resources that are people are called by their ids.
        private static Optional<UUID> person(String resource) {
            try {
                return Optional.of(UUID.fromString(resource));
            } catch (IllegalArgumentException nobody) {
                return Optional.empty();
            }
        }

        List<String> fields() {
            var fields = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            people.values().stream()
                    .filter(each -> seesAll || here.contains(each.id()))
                    .flatMap(each -> Stream.concat(each.fields().stream(), each.skills().keySet().stream()))
                    .forEach(fields::add);
            return List.copyOf(fields);
        }

        SystemView view(UsedSystem system, Map<UUID, Asset> assets) {
            var knows = knows(system);
            return new SystemView(
                    system.id(),
                    system.kind(),
                    system.name(),
                    system.about(),
                    system.field(),
                    asset(system.asset() == null ? null : assets.get(system.asset())),
                    system.link(),
                    system.runsOn(),
                    knows,
                    seesAll ? elsewhere(system) : List.of(),
                    tasks(system, knows.stream().map(KnowerView::person).collect(Collectors.toSet())),
                    system.version());
        }

        private static @Nullable AssetView asset(@Nullable Asset asset) {
            return asset == null
                    ? null
                    : new AssetView(asset.id(), asset.name(), asset.line(), asset.ends(), asset.due());
        }

        /// Those of whom somebody said so, and those of the project who have the expertise.
        private List<KnowerView> knows(UsedSystem system) {
            return people.values().stream()
                    .filter(each -> system.knownBy().contains(each.id())
                            || here.contains(each.id()) && has(each, system.field()))
                    .map(each -> knower(each, system))
                    .sorted(Comparator.comparing((KnowerView each) -> !each.here())
                            .thenComparing(each -> !each.said())
                            .thenComparing(KnowerView::name))
                    .toList();
        }

        private List<KnowerView> elsewhere(UsedSystem system) {
            return people.values().stream()
                    .filter(each -> !here.contains(each.id())
                            && !system.knownBy().contains(each.id())
                            && has(each, system.field()))
                    .map(each -> knower(each, system))
                    .sorted(Comparator.comparing((KnowerView each) -> each.level() == null ? 0 : -each.level())
                            .thenComparing(KnowerView::name))
                    .limit(MOST_ELSEWHERE)
                    .toList();
        }

        private static boolean has(Person person, @Nullable String field) {
            return field != null
                    && (person.fields().stream().anyMatch(field::equalsIgnoreCase)
                            || person.skills().keySet().stream().anyMatch(field::equalsIgnoreCase));
        }

        private KnowerView knower(Person person, UsedSystem system) {
            var level = person.skills().entrySet().stream()
                    .filter(each -> each.getKey().equalsIgnoreCase(system.field()) && each.getValue() > 0)
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
            return new KnowerView(
                    person.id(),
                    person.name(),
                    system.knownBy().contains(person.id()),
                    level,
                    here.contains(person.id()));
        }

        private List<TaskView> tasks(UsedSystem system, Set<UUID> knowing) {
            return system.tasks().stream()
                    .map(places::get)
                    .filter(Objects::nonNull)
                    .sorted()
                    .map(each -> task(
                            current.plan().tasks().get(each),
                            current.calendar().tasks().get(each),
                            knowing))
                    .toList();
        }

        private TaskView task(Task task, ScheduledTask at, Set<UUID> knowing) {
            var who = at.assignments().stream()
                    .flatMap(each -> person(each.resource().value()).stream())
                    .distinct()
                    .toList();
            boolean done = task.progress() != null && task.progress().finished() != null;
            boolean strange = !done && !who.isEmpty() && who.stream().noneMatch(knowing::contains);
            var names = new ArrayList<String>();
            for (var each : who)
                if (people.get(each) != null) names.add(people.get(each).name());
            return new TaskView(
                    task.id().value(), task.name(), done, at.finish(), names, strange ? List.copyOf(names) : List.of());
        }
    }
}
