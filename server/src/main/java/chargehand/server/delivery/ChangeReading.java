package chargehand.server.delivery;

import chargehand.engine.plan.TaskExtent;
import chargehand.server.delivery.ChangeRequest.State;
import chargehand.server.delivery.ChangeView.OfClient;
import chargehand.server.delivery.ChangeView.OfferView;
import chargehand.server.delivery.ChangeView.Signed;
import chargehand.server.delivery.ChangeView.ToSign;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Recipients;
import chargehand.server.planning.PlanReading.Current;
import chargehand.server.planning.Trials;
import chargehand.server.shared.Money;
import chargehand.server.shared.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Reads changes: whole for those who work on the project, and what was said for the client.
@Service
public class ChangeReading {
    private final ChangeRequests changes;
    private final Offers offers;
    private final OfferDates dates;
    private final Freshness freshness;
    private final Trials trials;
    private final Recipients recipients;

    ChangeReading(
            ChangeRequests changes,
            Offers offers,
            OfferDates dates,
            Freshness freshness,
            Trials trials,
            Recipients recipients) {
        this.changes = changes;
        this.offers = offers;
        this.dates = dates;
        this.freshness = freshness;
        this.trials = trials;
        this.recipients = recipients;
    }

    /// What is on the way from a wish to a signature, or came of one.
    private record All(List<ChangeRequest> changes, Map<UUID, Offer> offers, Map<UUID, Signature> signatures) {}

    private All all(List<ChangeRequest> found) {
        if (found.isEmpty()) return new All(found, Map.of(), Map.of());
        var ids = found.stream().map(ChangeRequest::id).toList();
        return new All(found, offers.last(ids), offers.signatures(ids));
    }

    /// The newest first.
    @Transactional(readOnly = true)
    List<ChangeView> of(UUID project) {
        var all = all(changes.of(project));
        return all.changes().stream().map(each -> view(each, all, null)).toList();
    }

    /// With what it would do to the dates, while it is worked out.
    @Transactional(readOnly = true)
    ChangeView one(UUID project, UUID id) {
        var change = changes.find(project, id).orElseThrow(Problem::notFound);
        return view(change, all(List.of(change)), change.draft() == null ? null : reckoned(change, change.draft()));
    }

    private record Reckoned(
            @Nullable List<Offer.OfferedDate> dates,
            @Nullable String trouble,
            @Nullable Long added) {}

    private @Nullable Reckoned reckoned(ChangeRequest change, UUID draft) {
        if (change.state().isFinal() || change.state() == State.offered) return null;
        try {
            return trials.look(change.project(), draft, 0)
                    .map(trial -> new Reckoned(
                            trial.nothing() ? null : dates.of(trial), null, work(trial.then()) - work(trial.today())))
                    .orElse(new Reckoned(null, "change-draft-gone", null));
        } catch (Problem inTheWay) {
            return new Reckoned(null, inTheWay.code(), null);
        }
    }

    /// Person-minutes, as far as tasks say how much work they are.
    private static long work(Current plan) {
        return plan.plan().tasks().stream()
                .mapToLong(task -> switch (task.extent()) {
                    case TaskExtent.ByEffort(var effort) -> effort.personMinutes();
                    case TaskExtent.ByWorkingTime(var duration) ->
                        duration.minutes() * Math.max(1, task.assignments().size());
                    case TaskExtent.ByElapsedTime(var _) -> 0;
                    case TaskExtent.Milestone(), TaskExtent.Summary() -> 0;
                })
                .sum();
    }

    private ChangeView view(ChangeRequest change, All all, @Nullable Reckoned reckoned) {
        var offer = all.offers().get(change.id());
        return new ChangeView(
                change.id(),
                change.project(),
                change.number(),
                change.state(),
                change.wish(),
                change.title(),
                change.what(),
                change.ofClient(),
                change.origin(),
                change.draft(),
                change.price(),
                change.reason(),
                change.asked(),
                change.decided(),
                offer == null
                        ? null
                        : new OfferView(offer.number(), offer.terms(), offer.offered(), isFresh(change, offer)),
                all.signatures().get(change.id()),
                reckoned == null ? null : reckoned.dates(),
                reckoned == null ? null : reckoned.trouble(),
                reckoned == null ? null : reckoned.added(),
                change.version());
    }

    /// What is decided needs no looking after.
    private boolean isFresh(ChangeRequest change, Offer offer) {
        return change.state() != State.offered || freshness.isFresh(change.project(), offer);
    }

    /// What the client of a project sees, in the reader's language, the newest first.
    @Transactional(readOnly = true)
    public List<OfClient> ofClient(Caller caller, UUID project) {
        return ofClient(caller, List.of(project)).getOrDefault(project, List.of());
    }

    /// The same of several projects.
    @Transactional(readOnly = true)
    public Map<UUID, List<OfClient>> ofClient(Caller caller, Collection<UUID> projects) {
        var all = all(changes.of(projects));
        var seen = new HashMap<UUID, List<OfClient>>();
        if (all.changes().isEmpty()) return seen;
        var language = recipients.of(List.of(caller.account())).stream()
                .findFirst()
                .map(Recipients.Recipient::language)
                .orElse("en");
        var texts = offers.signedTexts(all.signatures().keySet());
        for (var each : all.changes())
            if (each.ofClient() || isSaid(each))
                seen.computeIfAbsent(each.project(), any -> new ArrayList<>())
                        .add(ofClient(each, all, texts, language));
        return seen;
    }

    private static boolean isSaid(ChangeRequest change) {
        return change.state() == State.offered || change.state() == State.signed || change.state() == State.declined;
    }

    private OfClient ofClient(ChangeRequest change, All all, Map<UUID, Offer.Text> texts, String language) {
        var offer = isSaid(change) ? all.offers().get(change.id()) : null;
        var signature = all.signatures().get(change.id());
        return new OfClient(
                change.id(),
                change.number(),
                change.state() == State.working ? State.asked : change.state(),
                offer == null
                        ? ChangeAsking.title(change.wish())
                        : offer.terms().title(),
                change.ofClient() ? change.wish() : null,
                change.state() == State.refused || change.state() == State.declined ? change.reason() : null,
                change.state() == State.working ? null : change.decided(),
                change.asked().at(),
                offer == null ? null : toSign(change, offer, language),
                signature == null ? null : signed(signature, Objects.requireNonNull(texts.get(change.id()))));
    }

    private ToSign toSign(ChangeRequest change, Offer offer, String language) {
        var text = offer.in(language);
        return new ToSign(
                offer.number(),
                offer.terms(),
                text.text(),
                text.hash(),
                offer.offered().name(),
                offer.offered().at(),
                isFresh(change, offer));
    }

    private static Signed signed(Signature signature, Offer.Text text) {
        return new Signed(signature.name(), signature.signed().at(), signature.offer(), text.text(), text.hash());
    }

    /// A change of a project that the client has signed.
    public record SignedTitle(String title, String name, Instant at) {}

    /// The last first.
    @Transactional(readOnly = true)
    public List<SignedTitle> signed(UUID project) {
        var all = all(changes.of(project));
        return all.changes().stream()
                .filter(each -> all.signatures().containsKey(each.id()))
                .map(each ->
                        signed(each, Objects.requireNonNull(all.signatures().get(each.id()))))
                .sorted(Comparator.comparing(SignedTitle::at).reversed())
                .toList();
    }

    private static SignedTitle signed(ChangeRequest change, Signature signature) {
        return new SignedTitle(
                change.title(), signature.name(), signature.signed().at());
    }

    /// What a client signed to pay more for a change, or less.
    public record SignedPrice(Money amount, Instant at) {}

    /// Of those that have a price.
    @Transactional(readOnly = true)
    public List<SignedPrice> signedPrices(UUID project) {
        var all = all(changes.of(project));
        var prices = new ArrayList<SignedPrice>();
        all.signatures().forEach((change, signature) -> {
            var offer = all.offers().get(change);
            var price = offer == null ? null : offer.terms().price();
            if (price != null)
                prices.add(new SignedPrice(price.amount(), signature.signed().at()));
        });
        return prices;
    }

    /// Something that waits for whoever answers for a project.
    ///
    /// @param kind `wish` that nobody has looked at, `renewal` of an offer that the plan has left
    /// behind, `declined` by the client, or `unsigned`: with the client since `at`
    public record Waiting(String kind, UUID project, UUID change, String title, String text, String by, Instant at) {}

    /// The oldest first.
    @Transactional(readOnly = true)
    public List<Waiting> waiting(Collection<UUID> projects) {
        var all = all(changes.open(projects));
        return all.changes().stream()
                .map(each -> waiting(each, all.offers().get(each.id())))
                .toList();
    }

    private Waiting waiting(ChangeRequest change, @Nullable Offer offer) {
        var decided = change.decided();
        if (change.state() == State.declined && decided != null)
            return waiting("declined", change, String.valueOf(change.reason()), decided);
        if (change.state() == State.offered && offer != null)
            return waiting(
                    freshness.isFresh(change.project(), offer) ? "unsigned" : "renewal",
                    change,
                    change.what(),
                    offer.offered());
        return waiting("wish", change, change.wish(), change.asked());
    }

    private static Waiting waiting(String kind, ChangeRequest change, String text, ChangeRequest.Deed deed) {
        return new Waiting(kind, change.project(), change.id(), change.title(), text, deed.name(), deed.at());
    }
}
