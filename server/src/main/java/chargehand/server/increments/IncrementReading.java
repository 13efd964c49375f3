package chargehand.server.increments;

import chargehand.engine.plan.Task;
import chargehand.server.forecasting.JointForecasts;
import chargehand.server.increments.Capacity.OfPerson;
import chargehand.server.increments.Deck.Item;
import chargehand.server.increments.Increment.Taken;
import chargehand.server.increments.IncrementView.OutlookView;
import chargehand.server.increments.IncrementView.State;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Increments, with what is to be known about them.
@Component
class IncrementReading {
    static final double LIKELY = 0.8;
    private static final double[] FIN = {0.02, 0.1, 0.5, 0.8, 0.9, 0.98};

    private final Increments increments;
    private final JointForecasts forecasts;

    IncrementReading(Increments increments, JointForecasts forecasts) {
        this.increments = increments;
        this.forecasts = forecasts;
    }

    Odds odds(Deck deck) {
        var project = deck.current.project();
        var taken = increments.taken(project);
        var numbers = new HashMap<String, Integer>();
        for (var increment : increments.of(project)) {
            if (increment.isOver()) continue;
            for (var each : taken.getOrDefault(increment.id(), List.of()))
                if (each.until() == null) numbers.put(each.task(), increment.number());
        }
        return new Odds(deck, forecasts.of(deck.current), numbers);
    }

    List<Increment> all(UUID project) {
        return increments.of(project);
    }

    Increment find(UUID project, UUID id) {
        return increments.find(project, id).orElseThrow(Problem::notFound);
    }

    /// What an increment takes on now, in the order of the backlog.
    List<Item> taken(Deck deck, UUID increment) {
        var found = find(deck.current.project(), increment);
        return taken(deck, found, increments.taken(deck.current.project()).getOrDefault(increment, List.of()));
    }

    /// One that is over has what it had when that was said.
    private static List<Item> taken(Deck deck, Increment increment, List<Taken> taken) {
        var review = increment.review();
        var tasks = taken.stream()
                .filter(each ->
                        each.until() == null || review != null && !each.until().isBefore(review.at()))
                .map(Taken::task)
                .collect(Collectors.toSet());
        return deck.items().stream().filter(each -> tasks.contains(each.id())).toList();
    }

    List<IncrementView> list(Deck deck) {
        var project = deck.current.project();
        var taken = increments.taken(project);
        var odds = odds(deck);
        return increments.of(project).stream()
                .map(each -> view(each, taken(deck, each, taken.getOrDefault(each.id(), List.of())), odds))
                .toList();
    }

    IncrementView view(Increment increment, List<Item> items, Odds odds) {
        return new IncrementView(
                increment.id(),
                increment.number(),
                increment.goal(),
                increment.starts(),
                increment.ends(),
                state(increment),
                increment.commitment(),
                increment.review(),
                items.size(),
                (int) items.stream().filter(Item::done).count(),
                increment.isOver() || items.isEmpty() ? null : outlook(increment, items, odds),
                increment.version());
    }

    private static State state(Increment increment) {
        if (increment.isOver()) return State.over;
        return increment.commitment() == null ? State.planned : State.committed;
    }

    private static OutlookView outlook(Increment increment, List<Item> items, Odds odds) {
        var done = odds.doneBy(items, increment.ends());
        var all = odds.allBy(items, increment.ends());
        var lasts = odds.lasts(items).both();
        var fin = new ArrayList<Instant>();
        for (double each : FIN) fin.add(Odds.instant(lasts, each));
        var last = items.stream()
                .filter(each -> !each.done())
                .max(Comparator.comparing(each -> each.at().finish()))
                .map(each -> each.task().name())
                .orElse(null);
        return new OutlookView(
                // Of 80 of 100 runs at least, so the 20th of 100 in rising order.
                Odds.at(done, 1 - LIKELY),
                Odds.at(done, 0.5),
                Odds.at(done, 0.9),
                all.both(),
                all.network(),
                all.throughput(),
                fin,
                last);
    }

    /// @param total how much was taken on at its end
    /// @param done how much of it was done by its end; null for a day to come
    /// @param low what is done by its end in all but 10 of 100 runs, `likely` in all but 20, `even` in
    ///     half, `high` in 10; null for a day that is over
    @Schema(name = "BurnUpDay")
    record BurnUpDay(
            LocalDate day,
            int total,
            @Nullable Integer done,
            @Nullable Integer low,
            @Nullable Integer likely,
            @Nullable Integer even,
            @Nullable Integer high) {}

    /// A task that came or went after the commitment.
    @Schema(name = "ScopeChange")
    record ScopeChange(Instant at, String name, String key, String task, boolean added) {}

    /// @param daysLeft working days, today included
    /// @param finished on how much finished work the throughput leans, in how many working days
    @Schema(name = "IncrementDetail")
    record Detail(
            IncrementView increment,
            List<BurnUpDay> burnUp,
            List<ScopeChange> changes,
            List<OfPerson> capacity,
            int daysLeft,
            int finished,
            int finishedInDays) {}

    Detail detail(Deck deck, UUID id) {
        var increment = find(deck.current.project(), id);
        var taken = increments.taken(deck.current.project()).getOrDefault(id, List.of());
        var items = taken(deck, increment, taken);
        var odds = odds(deck);
        return new Detail(
                view(increment, items, odds),
                burnUp(deck, increment, taken, items, odds),
                changes(deck, increment, taken),
                Capacity.of(deck, items, increment.starts(), increment.ends()),
                left(deck, increment),
                odds.throughput.done(),
                odds.throughput.days());
    }

    private static int left(Deck deck, Increment increment) {
        var today = LocalDate.ofInstant(deck.current.now(), deck.zone());
        var from = increment.starts().isAfter(today) ? increment.starts() : today;
        if (from.isAfter(increment.ends())) return 0;
        var calendar = deck.current.plan().projectCalendar();
        return (int) from.datesUntil(increment.ends().plusDays(1))
                .filter(day -> !calendar.on(day).isEmpty())
                .count();
    }

    private static List<BurnUpDay> burnUp(
            Deck deck, Increment increment, List<Taken> taken, List<Item> items, Odds odds) {
        var review = increment.review();
        var now = review == null ? deck.current.now() : review.at().minusMillis(1);
        var today = LocalDate.ofInstant(now, deck.zone());
        var days = new ArrayList<BurnUpDay>();
        for (var day = increment.starts(); !day.isAfter(increment.ends()); day = day.plusDays(1)) {
            boolean isPast = !day.isAfter(today) || increment.isOver();
            var end = odds.end(day).isAfter(now) ? now : odds.end(day).minusMillis(1);
            boolean isAhead = !day.isBefore(today) && !increment.isOver();
            var ahead = isAhead ? odds.doneBy(items, day) : null;
            days.add(new BurnUpDay(
                    day,
                    total(taken, isPast ? end : now),
                    isPast ? done(deck, taken, end) : null,
                    ahead == null ? null : Odds.at(ahead, 0.1),
                    ahead == null ? null : Odds.at(ahead, 1 - LIKELY),
                    ahead == null ? null : Odds.at(ahead, 0.5),
                    ahead == null ? null : Odds.at(ahead, 0.9)));
        }
        return days;
    }

    private static int total(List<Taken> taken, Instant at) {
        return (int) taken.stream()
                .filter(each -> each.at(at))
                .map(Taken::task)
                .distinct()
                .count();
    }

    private static int done(Deck deck, List<Taken> taken, Instant at) {
        return (int) taken.stream()
                .filter(each -> each.at(at))
                .map(Taken::task)
                .distinct()
                .flatMap(each -> deck.item(each).stream())
                .filter(each -> finished(each) != null
                        && !Objects.requireNonNull(finished(each)).isAfter(at))
                .count();
    }

    static @Nullable Instant finished(Item item) {
        var progress = item.task().progress();
        return progress == null ? null : progress.finished();
    }

    private static List<ScopeChange> changes(Deck deck, Increment increment, List<Taken> taken) {
        var commitment = increment.commitment();
        if (commitment == null) return List.of();
        return taken.stream()
                .flatMap(each -> Stream.of(
                                change(deck, each, each.since(), true), change(deck, each, each.until(), false))
                        .filter(Objects::nonNull))
                .filter(each -> each.at().isAfter(commitment.at()))
                .filter(each -> increment.review() == null
                        || each.at().isBefore(increment.review().at()))
                .sorted(Comparator.comparing(ScopeChange::at))
                .toList();
    }

    private static @Nullable ScopeChange change(Deck deck, Taken taken, @Nullable Instant at, boolean added) {
        var item = deck.item(taken.task()).orElse(null);
        return at == null || item == null
                ? null
                : new ScopeChange(at, taken.name(), deck.key(item), item.task().name(), added);
    }

    /// When all of an epic is done.
    ///
    /// @param even the day by which it is with 50 %, and `likely` with 80 %; of what is done the day it
    ///     was
    /// @param network the likely day by the calendar alone, and `throughput` by what was finished so
    ///     far alone
    /// @param promised the day that was promised for it or for a milestone in it, and `kept` the chance
    ///     of that
    @Schema(name = "EpicForecast")
    record EpicForecast(
            String task,
            String name,
            int all,
            int done,
            LocalDate even,
            LocalDate likely,
            LocalDate network,
            @Nullable LocalDate throughput,
            @Nullable LocalDate promised,
            @Nullable String promisedTo,
            @Nullable Double kept) {}

    List<EpicForecast> epics(Deck deck) {
        var odds = odds(deck);
        var sets = new LinkedHashMap<Task, List<Item>>();
        for (var each : deck.items()) {
            var above = deck.above(each);
            if (above != null)
                sets.computeIfAbsent(above, any -> new ArrayList<>()).add(each);
        }
        return sets.entrySet().stream()
                .map(each -> epic(deck, odds, each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(EpicForecast::likely))
                .toList();
    }

    private static EpicForecast epic(Deck deck, Odds odds, Task task, Collection<Item> items) {
        var lasts = odds.lasts(items);
        var own = lasts.throughput();
        var promise = promise(deck, task);
        var by = promise == null ? null : promise.deadline();
        // The end of a day belongs to it, and a promise for midnight is one for the day before.
        var day = by == null ? null : LocalDate.ofInstant(by.by().minusSeconds(1), deck.zone());
        return new EpicForecast(
                task.id().value(),
                task.name(),
                items.size(),
                (int) items.stream().filter(Item::done).count(),
                odds.day(lasts.both(), 0.5),
                odds.day(lasts.both(), LIKELY),
                odds.day(lasts.network(), LIKELY),
                own == null ? null : odds.day(own, LIKELY),
                day,
                by == null ? null : by.promisedTo(),
                day == null ? null : odds.allBy(items, day).both());
    }

    private static @Nullable Task promise(Deck deck, Task epic) {
        if (epic.deadline() != null) return epic;
        return deck.current.plan().tasks().stream()
                .filter(each -> epic.id().equals(each.parent()) && each.deadline() != null)
                .max(Comparator.comparing(
                        each -> Objects.requireNonNull(each.deadline()).by()))
                .orElse(null);
    }
}
