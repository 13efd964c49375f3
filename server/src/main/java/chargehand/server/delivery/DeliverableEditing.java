package chargehand.server.delivery;

import chargehand.server.audit.Audit;
import chargehand.server.delivery.Deliverable.Criterion;
import chargehand.server.delivery.Deliverable.State;
import chargehand.server.identity.Caller;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.planning.OwnTasks;
import chargehand.server.planning.TaskKey;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import chargehand.server.shared.Version;
import chargehand.server.work.Texts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What is done with deliverables: written and handed over by us, accepted or sent back by the client.
@Service
class DeliverableEditing {
    private static final int MOST = 30;

    private final Deliverables deliverables;
    private final DeliverableLetters letters;
    private final ChangeTrail trail;
    private final OwnTasks tasks;
    private final Audit audit;
    private final LiveEvents events;
    private final Clock clock;

    DeliverableEditing(
            Deliverables deliverables,
            DeliverableLetters letters,
            ChangeTrail trail,
            OwnTasks tasks,
            Audit audit,
            LiveEvents events,
            Clock clock) {
        this.deliverables = deliverables;
        this.letters = letters;
        this.trail = trail;
        this.tasks = tasks;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// What somebody writes of a deliverable.
    @Schema(name = "DeliverableWrite")
    record Write(
            @Nullable String name,
            @Nullable String about,
            @Nullable String task,
            @Nullable Boolean shown,
            @Nullable List<CriterionWrite> criteria) {
        @Schema(name = "CriterionWrite")
        record CriterionWrite(
                @Nullable String text, @Nullable Boolean met) {}
    }

    @Transactional
    Deliverable add(Caller caller, UUID project, Write write) {
        return put(caller, with(Ids.next(clock), project, write, 1), "deliverable-added");
    }

    private Deliverable with(UUID id, UUID project, Write write, long version) {
        var criteria = write.criteria() == null ? List.<Write.CriterionWrite>of() : write.criteria();
        if (criteria.size() > MOST)
            throw Problem.invalid("criteria", "A deliverable has at most %d criteria.".formatted(MOST));
        return new Deliverable(
                id,
                project,
                Texts.line("name", write.name()),
                write.about() == null || write.about().isBlank() ? "" : Texts.text("about", write.about()),
                task(project, write.task()),
                Boolean.TRUE.equals(write.shown()),
                State.open,
                criteria.stream()
                        .map(each ->
                                new Criterion(Texts.line("criteria", each.text()), Boolean.TRUE.equals(each.met())))
                        .toList(),
                null,
                null,
                null,
                version);
    }

    private @Nullable String task(UUID project, @Nullable String task) {
        if (task == null || task.isBlank()) return null;
        var key = new TaskKey(project, task);
        if (!tasks.heads(List.of(key)).containsKey(key)) throw Problem.invalid("task", "There is no such task.");
        return task;
    }

    private Deliverable put(Caller caller, Deliverable deliverable, String action) {
        if (!deliverables.put(deliverable)) throw Version.outdated(deliverable.version());
        done(caller, deliverable, action);
        return deliverable;
    }

    private void done(Caller caller, Deliverable deliverable, String action) {
        var project = deliverable.project();
        audit.record(caller, action, "deliverable", deliverable.id(), project, Map.of("name", deliverable.name()));
        events.publish("deliverable", project, null, caller.account(), EventScope.project(project));
    }

    Deliverable find(UUID project, UUID id) {
        return deliverables.find(project, id).orElseThrow(Problem::notFound);
    }

    /// What was handed over or accepted stays so.
    @Transactional
    Deliverable write(Caller caller, UUID project, UUID id, Write write, long version) {
        var known = find(project, id);
        if (known.version() != version) throw Version.outdated(known.version());
        need(known, State.open);
        var written = with(id, project, write, version + 1);
        return put(caller, as(written, State.open, known.reason(), null, null, version + 1), "deliverable-written");
    }

    private static void need(Deliverable deliverable, State state) {
        if (deliverable.state() != state)
            throw Problem.of(
                            409,
                            "deliverable-state",
                            "The deliverable has moved on",
                            "It is %s, from where this can't be done.".formatted(deliverable.state()))
                    .hint("Read it again.")
                    .with("state", deliverable.state().name());
    }

    private static Deliverable as(
            Deliverable of,
            State state,
            @Nullable String reason,
            ChangeRequest.@Nullable Deed handed,
            ChangeRequest.@Nullable Deed accepted,
            long version) {
        return new Deliverable(
                of.id(),
                of.project(),
                of.name(),
                of.about(),
                of.task(),
                of.shown() || state != State.open,
                state,
                of.criteria(),
                reason,
                handed,
                accepted,
                version);
    }

    /// All its criteria are met; the client is asked whether it is what was agreed.
    @Transactional
    Deliverable hand(Caller caller, UUID project, UUID id) {
        var known = find(project, id);
        need(known, State.open);
        var unmet = known.criteria().stream().filter(each -> !each.met()).toList();
        if (!unmet.isEmpty())
            throw Problem.of(
                            409,
                            "criteria-unmet",
                            "Not everything is met",
                            "%d criteria are not met yet.".formatted(unmet.size()))
                    .hint("Say of each that it is met, or agree with the client that it goes.")
                    .with("criteria", unmet.stream().map(Criterion::text).toList());
        var handed = as(known, State.handed, null, trail.deed(caller), null, known.version() + 1);
        put(caller, handed, "deliverable-handed");
        letters.handed(caller, handed);
        return handed;
    }

    @Transactional
    Deliverable accept(Caller caller, UUID project, UUID id) {
        var known = find(project, id);
        trail.needClient(caller, project);
        need(known, State.handed);
        var accepted = as(known, State.accepted, null, known.handed(), trail.deed(caller), known.version() + 1);
        put(caller, accepted, "deliverable-accepted");
        letters.accepted(caller, accepted);
        return accepted;
    }

    @Transactional
    Deliverable sendBack(Caller caller, UUID project, UUID id, @Nullable String reason) {
        var known = find(project, id);
        trail.needClient(caller, project);
        need(known, State.handed);
        var back = as(known, State.open, Texts.text("reason", reason), null, null, known.version() + 1);
        put(caller, back, "deliverable-sent-back");
        letters.sentBack(caller, back);
        return back;
    }

    @Transactional
    void remove(Caller caller, UUID project, UUID id) {
        var known = find(project, id);
        need(known, State.open);
        deliverables.remove(id);
        done(caller, known, "deliverable-removed");
    }
}
