package chargehand.server.delivery;

import chargehand.server.delivery.ChangeRequest.State;
import chargehand.server.delivery.Offer.Terms;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Companies;
import chargehand.server.planning.Trials;
import chargehand.server.planning.Trials.Trial;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import chargehand.server.shared.Version;
import chargehand.server.work.Texts;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Works a change out: in a draft of the plan, in words that a client understands, with a price; and
/// offers it.
@Service
class ChangeWorking {
    private static final State[] OPEN = {State.asked, State.working, State.declined};

    private final ChangeRequests changes;
    private final Offers offers;
    private final OfferDates dates;
    private final ChangeTrail trail;
    private final ChangeLetters letters;
    private final Trials trials;
    private final Companies companies;
    private final Clock clock;

    ChangeWorking(
            ChangeRequests changes,
            Offers offers,
            OfferDates dates,
            ChangeTrail trail,
            ChangeLetters letters,
            Trials trials,
            Companies companies,
            Clock clock) {
        this.changes = changes;
        this.offers = offers;
        this.dates = dates;
        this.trail = trail;
        this.letters = letters;
        this.trials = trials;
        this.companies = companies;
        this.clock = clock;
    }

    /// Begins a draft of the plan for it, in place of one that it had.
    @Transactional
    ChangeRequest draft(Caller caller, UUID project, UUID id) {
        var change = trail.lock(project, id, OPEN);
        var draft = trials.begin(caller, project, change.title());
        changes.work(id, draft);
        trail.done(caller, change, "change-drafted", Map.of());
        return find(project, id);
    }

    private ChangeRequest find(UUID project, UUID id) {
        return changes.find(project, id).orElseThrow(Problem::notFound);
    }

    /// Nothing of the plan changes.
    @Transactional
    ChangeRequest leaveDraft(Caller caller, UUID project, UUID id) {
        var change = trail.lock(project, id, OPEN);
        changes.leaveDraft(id);
        trail.done(caller, change, "change-draft-left", Map.of());
        return find(project, id);
    }

    @Transactional
    ChangeRequest write(
            Caller caller,
            UUID project,
            UUID id,
            @Nullable String title,
            @Nullable String what,
            @Nullable Price price,
            long version) {
        var change = trail.lock(project, id, OPEN);
        var words = what == null || what.isBlank() ? "" : Texts.text("what", what);
        if (!changes.write(id, version, Texts.line("title", title), words, price))
            throw Version.outdated(change.version());
        if (change.state() != State.working) changes.work(id, null);
        trail.done(caller, change, "change-written", Map.of());
        return find(project, id);
    }

    /// What it would do to the dates if the plan stayed as it is.
    ///
    /// @throws Problem as `Trials.look`
    List<Offer.OfferedDate> dates(ChangeRequest change) {
        return dates.of(trial(change));
    }

    private Trial trial(ChangeRequest change) {
        if (change.draft() == null) return trials.none(change.project());
        return trials.look(change.project(), change.draft(), 0)
                .orElseThrow(() -> Problem.of(
                                409, "change-draft-gone", "Its draft is gone", "Somebody has thrown the draft away.")
                        .hint("Begin another one, or say that nothing of the plan changes."));
    }

    /// From now on the client sees it, with the dates that it would have now; an offer made before is
    /// withdrawn.
    @Transactional
    ChangeRequest offer(Caller caller, UUID project, UUID id) {
        var change = trail.lock(project, id, State.asked, State.working, State.declined, State.offered);
        if (change.what().isEmpty())
            throw Problem.invalid("what", "It isn't said what the client gets.")
                    .hint("Write it in words that the client understands.");
        var of = trail.project(project);
        if (of.client() == null)
            throw Problem.of(409, "no-client", "Nobody could sign", "The project has no client.")
                    .hint("Say whose project it is, or take the draft over without an offer.");
        var trial = trial(change);
        if (change.draft() != null && trial.nothing())
            throw Problem.invalid("draft", "Nothing was changed in the draft yet.")
                    .hint("Change the draft, or say that nothing of the plan changes.");
        var offer = offer(caller, change, of.name(), trial);
        offers.withdraw(id, trail.now());
        offers.insert(offer);
        changes.offer(id);
        trail.done(
                caller,
                change,
                "change-offered",
                Map.of("offer", offer.number(), "hash", offer.english().hash()));
        letters.offered(caller, change, offer);
        return find(project, id);
    }

    private Offer offer(Caller caller, ChangeRequest change, String project, Trial trial) {
        var now = trail.now();
        var zone = trial.today().plan().zone();
        var terms = new Terms(change.title(), change.what(), zone.getId(), now, dates.of(trial), change.price());
        var head = new OfferText.Head(
                companies.get().name(), project, change.number(), offers.nextNumber(change.id()), caller.name());
        return new Offer(
                Ids.next(clock),
                change.id(),
                head.offer(),
                terms,
                OfferText.of("en", head, terms),
                OfferText.of("de", head, terms),
                change.draft(),
                trial.edited(),
                trial.today().version(),
                trail.deed(caller));
    }

    /// The client sees it no more; it is worked out again.
    @Transactional
    ChangeRequest withdraw(Caller caller, UUID project, UUID id) {
        var change = trail.lock(project, id, State.offered);
        offers.withdraw(id, trail.now());
        changes.work(id, null);
        trail.done(caller, change, "change-withdrawn", Map.of());
        return find(project, id);
    }
}
