package chargehand.server.systems;

import chargehand.engine.plan.TaskId;
import chargehand.server.assets.Register;
import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.identity.Scopes;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.people.People;
import chargehand.server.planning.PlanReading;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import chargehand.server.shared.Seen;
import chargehand.server.shared.Version;
import chargehand.server.systems.UsedSystem.Kind;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Writes down what a project makes, runs on and is worked with.
@Service
public class SystemKeeping {
    private static final int MOST = 500;
    private static final int MOST_OTHERS = 500;
    private static final int LONGEST_LINE = 300;
    private static final int LONGEST_TEXT = 4_000;

    private final UsedSystems systems;
    private final PlanReading plans;
    private final People people;
    private final Register register;
    private final Scopes scopes;
    private final Audit audit;
    private final LiveEvents events;
    private final Clock clock;

    SystemKeeping(
            UsedSystems systems,
            PlanReading plans,
            People people,
            Register register,
            Scopes scopes,
            Audit audit,
            LiveEvents events,
            Clock clock) {
        this.systems = systems;
        this.plans = plans;
        this.people = people;
        this.register = register;
        this.scopes = scopes;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// @throws Problem if a value can't be, or another of the project has its name
    @Transactional
    public UUID add(Caller caller, UUID project, SystemWrite written) {
        systems.lock(project);
        var known = systems.of(project);
        if (known.size() >= MOST) throw Problem.invalid("name", "A project has at most %d systems.".formatted(MOST));
        var system = system(caller, Ids.next(clock), project, written, known, null, 1);
        if (!systems.insert(system)) throw nameTaken(system);
        done(caller, system, "system-added");
        return system.id();
    }

    @Transactional
    void write(Caller caller, UUID project, UUID id, SystemWrite written, long version) {
        systems.lock(project);
        var known = systems.of(project);
        var before =
                known.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(Problem::notFound);
        if (before.version() != version) throw Version.outdated(before.version());
        var system = system(caller, id, project, written, known, before, version);
        if (!systems.update(system)) throw nameTaken(system);
        done(caller, system, "system-changed");
    }

    @Transactional
    void remove(Caller caller, UUID project, UUID id, long version) {
        systems.lock(project);
        var before = systems.find(project, id).orElseThrow(Problem::notFound);
        if (before.version() != version) throw Version.outdated(before.version());
        systems.remove(id);
        done(caller, before, "system-removed");
    }

    private static Problem nameTaken(UsedSystem system) {
        return Problem.of(
                        409,
                        "name-taken",
                        "This name is taken",
                        "The project has a system “%s” already.".formatted(system.name()))
                .hint("Write another name, or change that one.")
                .with("name", system.name());
    }

    private void done(Caller caller, UsedSystem system, String action) {
        audit.record(
                caller,
                action,
                "system",
                system.id(),
                system.project(),
                Map.of("kind", system.kind().name(), "name", system.name()));
        events.publish("systems", system.project(), null, caller.account(), EventScope.project(system.project()));
    }

    private UsedSystem system(
            Caller caller,
            UUID id,
            UUID project,
            SystemWrite written,
            List<UsedSystem> known,
            @Nullable UsedSystem before,
            long version) {
        var name = line("name", written.name());
        if (name == null) throw Problem.invalid("name", "It needs a name.");
        return new UsedSystem(
                id,
                project,
                kind(written.kind()),
                name,
                text(written.about()),
                line("field", written.field()),
                asset(caller, project, written.asset(), before),
                link(written.link()),
                others(id, written.runsOn(), known),
                persons(written.knownBy()),
                tasks(project, written.tasks(), before),
                version);
    }

    private static Kind kind(@Nullable String written) {
        return Arrays.stream(Kind.values())
                .filter(each -> each.name().equals(written))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("kind", "It is a component, an environment or a tool."));
    }

    private static @Nullable String line(String field, @Nullable String written) {
        var seen =
                written == null ? "" : Seen.of(written).replaceAll("\\s+", " ").strip();
        if (seen.length() > LONGEST_LINE) throw Problem.invalid(field, "It is longer than 300 letters.");
        return seen.isEmpty() ? null : seen;
    }

    private static String text(@Nullable String written) {
        var seen = written == null ? "" : Seen.of(written).strip();
        if (seen.length() > LONGEST_TEXT) throw Problem.invalid("about", "It is longer than 4,000 letters.");
        return seen;
    }

    /// What was written before stays for those who may not see the register.
    private @Nullable UUID asset(Caller caller, UUID project, @Nullable UUID asset, @Nullable UsedSystem before) {
        boolean sees = caller.may(
                Permission.ASSETS_SEE, project, scopes.client(project).orElse(null));
        if (!sees) return before == null ? null : before.asset();
        if (asset != null && register.find(asset).isEmpty() && (before == null || !asset.equals(before.asset())))
            throw Problem.invalid("asset", "There is no such asset.");
        return asset;
    }

    private static @Nullable String link(@Nullable String written) {
        var link = line("link", written);
        if (link == null) return null;
        try {
            var uri = new URI(link);
            if (("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null)
                return link;
        } catch (URISyntaxException none) {
            // Said below.
        }
        throw Problem.invalid("link", "It is an address as https://wiki.example.com/app.");
    }

    private static List<UUID> others(UUID id, @Nullable List<UUID> written, List<UsedSystem> known) {
        var others = distinct("runsOn", written);
        var on = new HashMap<UUID, List<UUID>>();
        for (var each : known) on.put(each.id(), each.runsOn());
        if (!on.keySet().containsAll(others)) throw Problem.invalid("runsOn", "The project has no such system.");
        on.put(id, others);
        if (leadsTo(id, on)) throw Problem.invalid("runsOn", "It would run on itself, through others.");
        return others;
    }

    private static boolean leadsTo(UUID id, Map<UUID, List<UUID>> on) {
        var seen = new HashSet<UUID>();
        var open = new ArrayDeque<>(on.getOrDefault(id, List.of()));
        while (!open.isEmpty()) {
            var next = open.pop();
            if (next.equals(id)) return true;
            if (seen.add(next)) open.addAll(on.getOrDefault(next, List.of()));
        }
        return false;
    }

    private List<UUID> persons(@Nullable List<UUID> written) {
        var persons = distinct("knownBy", written);
        for (var each : persons) if (!people.knows(each)) throw Problem.invalid("knownBy", "There is no such person.");
        return persons;
    }

    /// A task that went meanwhile is forgotten without a word.
    private List<String> tasks(UUID project, @Nullable List<String> written, @Nullable UsedSystem before) {
        var places =
                plans.current(project).orElseThrow(Problem::notFound).plan().positions();
        var tasks = distinct("tasks", written);
        for (var each : tasks)
            if (!places.containsKey(new TaskId(each))
                    && (before == null || !before.tasks().contains(each)))
                throw Problem.invalid("tasks", "The plan has no such task.");
        return tasks.stream()
                .filter(each -> places.containsKey(new TaskId(each)))
                .toList();
    }

    private static <T> List<T> distinct(String field, @Nullable List<T> written) {
        if (written == null) return List.of();
        if (written.size() > MOST_OTHERS)
            throw Problem.invalid(field, "There are more than %d.".formatted(MOST_OTHERS));
        if (written.stream().anyMatch(Objects::isNull)) throw Problem.invalid(field, "There is nothing in one place.");
        return written.stream().distinct().toList();
    }
}
