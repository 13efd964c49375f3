package chargehand.server.reporting;

import chargehand.server.audit.Audit;
import chargehand.server.forecasting.ForecastMade;
import chargehand.server.forecasting.Forecasting;
import chargehand.server.identity.Caller;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.reporting.ReleaseSwitches.ReleaseSwitch;
import chargehand.server.reporting.Update.Audience;
import chargehand.server.reporting.Update.Deed;
import chargehand.server.reporting.Update.Words;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import chargehand.server.shared.Version;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/// Updates from the first draft to the release. The manager edits words; facts are what they are.
@Service
public class Updating {
    private static final int LONGEST = 4_000;

    private final Updates updates;
    private final UpdateFacts facts;
    private final Audit audit;
    private final LiveEvents events;
    private final UpdateLetters letters;
    private final Audiences audiences;
    private final PortalWishes wishes;
    private final Forecasting forecasting;
    private final ByItselfReading byItself;
    private final Clock clock;

    Updating(
            Updates updates,
            UpdateFacts facts,
            Audit audit,
            LiveEvents events,
            UpdateLetters letters,
            Audiences audiences,
            PortalWishes wishes,
            Forecasting forecasting,
            ByItselfReading byItself,
            Clock clock) {
        this.updates = updates;
        this.facts = facts;
        this.audit = audit;
        this.events = events;
        this.letters = letters;
        this.audiences = audiences;
        this.wishes = wishes;
        this.forecasting = forecasting;
        this.byItself = byItself;
        this.clock = clock;
    }

    Update find(UUID project, UUID id) {
        return updates.find(project, id).orElseThrow(Problem::notFound);
    }

    /// Drafts one from the facts as they are now. Words that were written stay.
    @Transactional
    Update draft(Caller caller, UUID project, Audience audience) {
        var known = updates.draft(project, audience).orElse(null);
        var draft = new Update(
                known == null ? Ids.next(clock) : known.id(),
                project,
                audience,
                facts(project, audience),
                known == null ? Words.NONE : known.words(),
                new Deed(caller.name(), now()),
                null,
                List.of(),
                List.of(),
                known == null ? 1 : known.version() + 1);
        put(caller, draft, null, "update-drafted");
        return find(project, draft.id());
    }

    /// Drafts that were made while the forecast was being reckoned take it in, once it is there. Words stay,
    /// and whoever writes them goes on writing.
    @TransactionalEventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void on(ForecastMade made) {
        if (refresh(made.project()))
            events.publish("update", made.project(), null, null, EventScope.project(made.project()));
    }

    private boolean refresh(UUID project) {
        boolean refreshed = false;
        for (var each : updates.drafts(List.of(project))) {
            if (!each.facts().isReckoning()) continue;
            var last = updates.last(List.of(project), each.audience()).stream()
                    .findFirst()
                    .orElse(null);
            var facts =
                    this.facts.of(project, each.audience(), last, each.facts().pay() != null);
            if (!facts.isReckoning()) refreshed |= updates.refresh(each.id(), facts);
        }
        return refreshed;
    }

    /// With the facts of now, which whoever looks at it sees; where words were written to those of an earlier plan, it
    /// stays as it was.
    Update refreshed(Update draft) {
        boolean worded = draft.words().all().stream().anyMatch(each -> !each.isBlank());
        if (worded && draft.facts().edited() < facts.edited(draft.project())) return draft;
        if (updates.refresh(draft.id(), facts(draft.project(), draft.audience())))
            events.publish("update", draft.project(), null, null, EventScope.project(draft.project()));
        return find(draft.project(), draft.id());
    }

    private Update.Facts facts(UUID project, Audience audience) {
        var last = updates.last(List.of(project), audience).stream().findFirst().orElse(null);
        return facts.of(project, audience, last, audience == Audience.client && wishes.showsMoney(project));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void put(Caller caller, Update update, @Nullable Instant written, String action) {
        if (!updates.put(update, caller.account(), written)) throw Version.outdated(update.version());
        done(caller, update, action);
    }

    private void done(Caller caller, Update update, String action) {
        var project = update.project();
        audit.record(
                caller,
                action,
                "update",
                update.id(),
                project,
                Map.of("audience", update.audience().name()));
        events.publish("update", project, null, caller.account(), EventScope.project(project));
    }

    @Transactional
    Update write(Caller caller, UUID project, UUID id, @Nullable Words written, long version) {
        var update = find(project, id);
        needDraft(update);
        if (update.version() != version) throw Version.outdated(update.version());
        if (written == null) throw Problem.invalid("words", "It isn't said what the words are.");
        var words = new Words(
                text("summary", written.summary()), text("why", written.why()), text("doing", written.doing()));
        put(caller, with(update, words), now(), "update-written");
        refresh(project);
        return find(project, id);
    }

    private static Update with(Update update, Words words) {
        return new Update(
                update.id(),
                update.project(),
                update.audience(),
                update.facts(),
                words,
                update.made(),
                null,
                List.of(),
                List.of(),
                update.version() + 1);
    }

    private static String text(String field, @Nullable String written) {
        var text = written == null
                ? ""
                : written.replaceAll("[\\p{Cc}\\p{Cf}&&[^\\n\\t]]", "").strip();
        if (text.length() > LONGEST) throw Problem.invalid(field, "It has at most %,d characters.".formatted(LONGEST));
        return text;
    }

    private static void needDraft(Update update) {
        if (update.isReleased()) throw alreadyReleased();
    }

    private static Problem alreadyReleased() {
        return Problem.of(409, "update-released", "This update is released", "What was told stays as it was.")
                .hint("Draft the next one.");
    }

    /// From now on the audience sees it.
    @Transactional
    Update release(Caller caller, UUID project, UUID id) {
        refresh(project);
        return released(caller, project, id, null);
    }

    /// The same of the facts that somebody looked at.
    ///
    /// @param asOf the moment of these facts
    /// @throws Problem facts-renewed (409) if there are others by now
    @Transactional
    Update release(Caller caller, UUID project, UUID id, Instant asOf) {
        var update = find(project, id);
        needDraft(update);
        if (!update.facts().asOf().equals(asOf)) throw renewed(update);
        return released(caller, project, id, null);
    }

    private Problem renewed(Update draft) {
        var doubts = byItself.doubts(draft);
        var problem = Problem.of(
                        409,
                        "facts-renewed",
                        "Its facts have changed since you looked",
                        doubts.isEmpty()
                                ? "Nothing was released. The facts of now are in the draft."
                                : "Nothing was released. The facts of now are in the draft, and what in them is doubtful"
                                        + " stands with it.")
                .hint("Look at them, write other words where they say something else, and release it again.");
        return problem.with("doubtful", doubts.isEmpty() ? "no" : "yes");
    }

    /// The same by nobody, as somebody has switched on.
    Update releaseByItself(ReleaseSwitch on, UUID id) {
        return released(Caller.SYSTEM, on.project(), id, on);
    }

    private Update released(Caller caller, UUID project, UUID id, @Nullable ReleaseSwitch on) {
        var update = find(project, id);
        needDraft(update);
        if (!updates.release(id, caller, now(), on)) throw alreadyReleased();
        forecasting.keepAtRelease(project, id);
        done(caller, update, on == null ? "update-released" : "update-released-by-itself");
        var released = find(project, id);
        letters.released(caller, released);
        return released;
    }

    /// @throws Problem 404 for what the caller was not told
    @Transactional
    void read(Caller caller, UUID project, UUID id) {
        var update = find(project, id);
        if (!update.isReleased() || !audiences.sees(caller, update)) throw Problem.notFound();
        if (updates.acknowledge(id, caller.account(), caller.name(), now()))
            done(caller, update, "update-acknowledged");
    }

    @Transactional
    void remove(Caller caller, UUID project, UUID id) {
        var update = find(project, id);
        needDraft(update);
        updates.remove(id);
        done(caller, update, "update-removed");
    }

    /// Whole and at once, as a made-up company does.
    ///
    /// @param released whether it is released, too
    public void lay(Caller caller, UUID project, String summary, String why, String doing, boolean released) {
        var draft = draft(caller, project, Audience.client);
        write(caller, project, draft.id(), new Words(summary, why, doing), draft.version());
        if (released) release(caller, project, draft.id());
    }
}
