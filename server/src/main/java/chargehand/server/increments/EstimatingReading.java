package chargehand.server.increments;

import chargehand.server.identity.Accounts;
import chargehand.server.identity.Caller;
import chargehand.server.increments.Estimating.Estimate;
import chargehand.server.increments.EstimatingView.AgreedView;
import chargehand.server.increments.EstimatingView.EstimateView;
import chargehand.server.increments.EstimatingView.RoundView;
import chargehand.server.people.People;
import chargehand.server.people.Person;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Shows what is estimated together: to nobody what others think before it is shown.
@Service
class EstimatingReading {
    private final Estimatings estimatings;
    private final Decks decks;
    private final People people;
    private final Accounts accounts;

    EstimatingReading(Estimatings estimatings, Decks decks, People people, Accounts accounts) {
        this.estimatings = estimatings;
        this.decks = decks;
        this.people = people;
        this.accounts = accounts;
    }

    @Transactional
    List<EstimatingView> of(Caller caller, UUID project) {
        var deck = decks.of(project);
        var all = estimatings.of(project);
        var estimates = estimatings.estimates(all.stream().map(Estimating::id).toList());
        var asked =
                all.stream().flatMap(each -> each.asked().stream()).distinct().toList();
        var names = people.of(asked).stream().collect(Collectors.toMap(Person::id, Person::name));
        var askedAccounts = accounts.ofPersons(asked);
        return all.stream()
                .map(each -> view(
                        caller,
                        deck,
                        each,
                        estimates.getOrDefault(each.id(), List.of()),
                        each.asked().stream()
                                .filter(person -> {
                                    var account = askedAccounts.get(person);
                                    return account == null
                                            || estimates.getOrDefault(each.id(), List.of()).stream()
                                                    .noneMatch(said -> said.round() == each.round()
                                                            && said.account().equals(account.id()));
                                })
                                .map(person -> names.getOrDefault(person, ""))
                                .filter(name -> !name.isEmpty())
                                .sorted()
                                .toList()))
                .toList();
    }

    private static EstimatingView view(
            Caller caller, Deck deck, Estimating of, List<Estimate> estimates, List<String> missing) {
        var item = deck.item(of.task()).orElse(null);
        var task = item == null ? null : item.task();
        var range = task == null ? null : task.range();
        var now = estimates.stream().filter(each -> each.round() == of.round()).toList();
        return new EstimatingView(
                of.id(),
                of.task(),
                item == null ? null : deck.key(item),
                task == null ? null : task.name(),
                task == null ? null : EstimatingTogether.kind(task.extent()),
                task == null ? null : CardReading.minutes(task),
                range == null ? null : range.low(),
                range == null ? null : range.high(),
                of.opened(),
                of.openedAt(),
                of.openedBy().equals(caller.account()),
                of.round(),
                of.shown(),
                now.stream().map(Estimate::name).toList(),
                of.agreed() == null && !of.shown() ? missing : List.of(),
                own(caller, now),
                rounds(caller, of, estimates),
                agreed(of),
                of.version());
    }

    private static @Nullable EstimateView own(Caller caller, List<Estimate> now) {
        return now.stream()
                .filter(each -> each.account().equals(caller.account()))
                .map(each -> view(each, caller))
                .findFirst()
                .orElse(null);
    }

    private static EstimateView view(Estimate estimate, Caller caller) {
        var amount = estimate.amount();
        return new EstimateView(
                estimate.name(),
                amount.minutes(),
                amount.low(),
                amount.high(),
                estimate.note(),
                estimate.account().equals(caller.account()));
    }

    private static List<RoundView> rounds(Caller caller, Estimating of, List<Estimate> estimates) {
        Map<Integer, List<Estimate>> byRound = estimates.stream().collect(Collectors.groupingBy(Estimate::round));
        var rounds = new ArrayList<RoundView>();
        for (int round = of.shown() ? of.round() : of.round() - 1; round > 0; round--) {
            var said = byRound.getOrDefault(round, List.of()).stream()
                    .sorted(Comparator.comparingLong(each -> each.amount().minutes()))
                    .toList();
            if (!said.isEmpty())
                rounds.add(new RoundView(
                        round, said.stream().map(each -> view(each, caller)).toList(), middle(said)));
        }
        return rounds;
    }

    /// Between the two in the middle where they are even.
    private static long middle(List<Estimate> sorted) {
        int half = sorted.size() / 2;
        long upper = sorted.get(half).amount().minutes();
        return sorted.size() % 2 == 1
                ? upper
                : Math.round((sorted.get(half - 1).amount().minutes() + upper) / 2.0);
    }

    private static @Nullable AgreedView agreed(Estimating of) {
        var agreed = of.agreed();
        return agreed == null
                ? null
                : new AgreedView(
                        agreed.amount().minutes(),
                        agreed.amount().low(),
                        agreed.amount().high(),
                        agreed.name(),
                        agreed.at());
    }
}
