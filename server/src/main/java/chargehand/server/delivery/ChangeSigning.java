package chargehand.server.delivery;

import chargehand.server.delivery.ChangeRequest.State;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Recipients;
import chargehand.server.planning.Baselining;
import chargehand.server.planning.Trials;
import chargehand.server.planning.Trials.Trial;
import chargehand.server.shared.Problem;
import chargehand.server.work.Texts;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The client signs what was offered, once and word by word, or declines it. What is signed becomes the
/// plan in the same
/// transaction.
@Service
class ChangeSigning {
    private final ChangeRequests changes;
    private final Offers offers;
    private final Freshness freshness;
    private final ChangeTrail trail;
    private final ChangeLetters letters;
    private final Moved moved;
    private final Trials trials;
    private final Baselining baselines;
    private final Recipients recipients;

    ChangeSigning(
            ChangeRequests changes,
            Offers offers,
            Freshness freshness,
            ChangeTrail trail,
            ChangeLetters letters,
            Moved moved,
            Trials trials,
            Baselining baselines,
            Recipients recipients) {
        this.changes = changes;
        this.offers = offers;
        this.freshness = freshness;
        this.trail = trail;
        this.letters = letters;
        this.moved = moved;
        this.trials = trials;
        this.baselines = baselines;
        this.recipients = recipients;
    }

    /// What became of the plan.
    private record Taken(@Nullable Long version, @Nullable UUID baseline) {
        static final Taken NOTHING = new Taken(null, null);
    }

    /// @param number of the offer that was read, and `hash` of its text
    /// @param name as whoever signs has typed it
    /// @throws Problem 409 `offer-outdated` where the plan has moved since: nothing is signed then
    @Transactional
    ChangeRequest sign(Caller caller, UUID project, UUID id, int number, @Nullable String hash, @Nullable String name) {
        var change = lock(caller, project, id);
        var offer = offered(change, number);
        if (offer.offered().account().equals(caller.account()))
            throw Problem.forbidden().hint("Nobody signs what they offered themselves.");
        var language = language(caller);
        var text = offer.in(language);
        if (!text.hash().equals(hash))
            throw Problem.of(409, "offer-text", "This is not the text that was offered", "The hash is another one.")
                    .hint("Read the offer again, and sign what stands there.");
        var typed = Texts.line("name", name);
        var trial = freshness.trial(project, offer).orElseThrow(ChangeSigning::outdated);
        var taken = take(caller, change, offer, trial);
        var signature = new Signature(
                id, number, typed, language, text.hash(), trail.deed(caller), taken.version(), taken.baseline());
        offers.sign(signature, offer.id());
        changes.decide(id, State.signed, null, signature.signed());
        trail.done(caller, change, "change-signed", Map.of("offer", number, "hash", text.hash(), "language", language));
        letters.signed(caller, change, offer, moved.by(trial));
        return changes.find(project, id).orElseThrow();
    }

    /// What is not there is told before who may decide it.
    private ChangeRequest lock(Caller caller, UUID project, UUID id) {
        if (changes.find(project, id).isEmpty()) throw Problem.notFound();
        trail.needClient(caller, project);
        return trail.lock(project, id, State.offered);
    }

    /// @throws Problem 409 if another one has been made since it was read
    private Offer offered(ChangeRequest change, int number) {
        var offer = offers.last(List.of(change.id())).get(change.id());
        if (offer == null || offer.number() != number)
            throw Problem.of(409, "offer-renewed", "There is a newer offer", "It was offered again meanwhile.")
                    .hint("Read the newer one.");
        return offer;
    }

    private String language(Caller caller) {
        return recipients.of(List.of(caller.account())).stream()
                .findFirst()
                .map(Recipients.Recipient::language)
                .orElse("en");
    }

    private static Problem outdated() {
        return Problem.of(
                        409,
                        "offer-outdated",
                        "The plan has moved since this was offered",
                        "What would come of it is no longer what the offer says. Nothing was signed.")
                .hint("The manager has been told to offer it again.");
    }

    private Taken take(Caller caller, ChangeRequest change, Offer offer, Trial trial) {
        if (offer.draft() == null) return Taken.NOTHING;
        var name = change.title();
        long version = trials.take(caller, change.project(), offer.draft(), 0, "Signed: “%s”".formatted(name));
        // Somebody was faster between looking and taking.
        if (version != trial.today().version() + 1) throw outdated();
        var baseline = baselines.lay(caller, change.project(), "Signed: " + name);
        return new Taken(version, baseline);
    }

    /// Somebody wanted to sign what is no longer so.
    @Transactional
    void tellOutdated(Caller caller, UUID project, UUID id) {
        changes.find(project, id).ifPresent(change -> letters.outdated(caller, change));
    }

    @Transactional
    ChangeRequest decline(Caller caller, UUID project, UUID id, int number, @Nullable String reason) {
        var change = lock(caller, project, id);
        offered(change, number);
        changes.decide(id, State.declined, Texts.text("reason", reason), trail.deed(caller));
        var declined = changes.find(project, id).orElseThrow();
        trail.done(caller, change, "change-declined", Map.of("offer", number));
        letters.declined(caller, declined);
        return declined;
    }
}
