package chargehand.server.work;

import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.outbox.Notices;
import chargehand.server.people.People;
import chargehand.server.people.Person;
import chargehand.server.planning.Setbacks;
import chargehand.server.planning.Setbacks.Setback;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import chargehand.server.work.Complication.Because;
import chargehand.server.work.Complication.Effect;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Complications: told in one step, heard by those whom they touch, closed with what was done.
@Service
class ComplicationTelling {
    private final Complications complications;
    private final TaskRights rights;
    private final Hearers hearers;
    private final Setbacks setbacks;
    private final Teams teams;
    private final People people;
    private final Audit audit;
    private final LiveEvents events;
    private final Notices notices;
    private final Clock clock;

    ComplicationTelling(
            Complications complications,
            TaskRights rights,
            Hearers hearers,
            Setbacks setbacks,
            Teams teams,
            People people,
            Audit audit,
            LiveEvents events,
            Notices notices,
            Clock clock) {
        this.complications = complications;
        this.rights = rights;
        this.hearers = hearers;
        this.setbacks = setbacks;
        this.teams = teams;
        this.people = people;
        this.audit = audit;
        this.events = events;
        this.notices = notices;
        this.clock = clock;
    }

    /// What it would do to the dates. Nothing is kept.
    Effect effect(UUID project, String task, int minutes) {
        rights.task(project, task);
        return effect(setbacks.of(project, task, minutes));
    }

    private Effect effect(Setback setback) {
        var names = people.of(setback.people()).stream().map(Person::name).toList();
        var promises = setback.promises().stream()
                .map(each -> new Complication.Promise(
                        each.name(), each.by(), each.promisedTo(), each.planned(), each.was(), each.isMissed()))
                .toList();
        return new Effect(
                setback.task(), setback.taskWas(), setback.finish(), setback.was(), setback.moved(), names, promises);
    }

    /// @param minutes that it costs, or null if nobody can tell
    @Transactional
    Complication tell(
            Caller caller,
            UUID project,
            String task,
            @Nullable String what,
            @Nullable Integer minutes,
            boolean urgent) {
        var head = rights.task(project, task);
        var line = Texts.line("what", what);
        var setback = minutes == null ? null : setbacks.of(project, task, minutes);
        Set<UUID> touched = setback == null ? Set.of() : setback.people();
        var told = hearers.of(caller, head, touched, teams.of(project));
        var complication = new Complication(
                Ids.next(clock),
                project,
                task,
                line,
                minutes,
                urgent,
                deed(caller),
                setback == null ? null : effect(setback),
                null,
                null,
                null);
        complications.insert(complication, told);
        publish(caller, complication, told);
        notices.tell(
                told.keySet(), WorkLetters.about(complication), words -> WorkLetters.told(words, complication, head));
        record(caller, "complication-told", complication, Map.of("task", task, "urgent", urgent));
        return complication;
    }

    private Need.Deed deed(Caller caller) {
        return new Need.Deed(caller.account(), caller.name(), now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void publish(Caller caller, Complication about, Map<UUID, Because> told) {
        events.publish("complication", about.project(), null, caller.account(), EventScope.project(about.project()));
        for (var account : told.keySet())
            events.publish("complication", about.id(), null, caller.account(), EventScope.account(account));
    }

    private void record(Caller caller, String action, Complication about, Map<String, Object> detail) {
        audit.record(caller, action, "complication", about.id(), about.project(), new HashMap<>(detail));
    }

    Complication find(UUID project, UUID id) {
        return complications.find(project, id).orElseThrow(Problem::notFound);
    }

    /// @param done what was done about it
    @Transactional
    Complication close(Caller caller, UUID project, UUID id, @Nullable String done) {
        var complication = find(project, id);
        boolean own = complication.told().account().equals(caller.account());
        if (!own) rights.needOwn(caller, rights.task(project, complication.task()));
        if (!complications.close(id, Texts.line("done", done), deed(caller)))
            throw Problem.of(409, "already-closed", "It is closed already", "Somebody has closed this complication.")
                    .hint("Tell a new one if it is back.");
        publish(caller, complication, toldWith(complication));
        record(caller, "complication-closed", complication, Map.of());
        return find(project, id);
    }

    private Map<UUID, Because> toldWith(Complication complication) {
        var told = complications.told(complication.id());
        told.put(complication.told().account(), Because.touched);
        return told;
    }

    /// Its cost goes into the plan: the task takes so much longer from now on.
    @Transactional
    Complication take(Caller caller, UUID project, UUID id) {
        var complication = find(project, id);
        if (complication.costMinutes() == null)
            throw Problem.invalid("costMinutes", "Nobody has said what it costs.")
                    .hint("Change the task in the plan instead.");
        if (!complications.take(id, now()))
            throw Problem.of(409, "already-taken", "It is in the plan already", "Its cost was taken into the plan.")
                    .hint("Change the task in the plan if it takes still longer.");
        setbacks.take(
                caller,
                project,
                complication.task(),
                complication.costMinutes(),
                "In the way: “%s”".formatted(complication.what()));
        publish(caller, complication, toldWith(complication));
        record(caller, "complication-taken", complication, Map.of());
        return find(project, id);
    }
}
